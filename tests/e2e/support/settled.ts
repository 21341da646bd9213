import type { Page } from '@playwright/test';

/**
 * Waits for a screen or a dialog whose script is on its way: the place of a screen is empty meanwhile, and what stands in that of
 * a dialog has the same role, and is not what is looked at.
 */
export async function hasCome(page: Page): Promise<void> {
  await page.locator('main').first().waitFor({ state: 'attached' });
  await page.locator('dialog[open][aria-busy="true"]').waitFor({ state: 'detached' });
}

/**
 * Waits until the page has drawn also what it puts off until it has been painted, or until nothing else is to be done
 * (`usePainted`, `useDeferredValue`): what is looked at while that waits is not the whole screen.
 */
export async function settled(page: Page): Promise<void> {
  await hasCome(page);
  await page.evaluate(async () => {
    // A window without a screen is at times idle and does not say so; what is put off is drawn before that time is over, ms.
    const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
    // The first comes with the paint, the second when what it put off is drawn.
    for (let times = 0; times < 3; times += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await idle();
    }
  });
}
