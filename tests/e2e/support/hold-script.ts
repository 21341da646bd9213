import type { Page } from '@playwright/test';

/** Keeps a script of the window on its way. @returns lets it come, or fail */
export async function holdScript(page: Page, script: RegExp, then: 'comes' | 'fails' = 'comes'): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(script, async (route) => {
    await released;
    await (then === 'comes' ? route.continue() : route.abort());
  });
  return release;
}
