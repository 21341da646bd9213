import { expect, type Page } from '@playwright/test';
import type {} from '#renderer/client/port.ts';

/** Waits until a window is there and its page has loaded. */
export async function settled(find: () => Page | null): Promise<Page> {
  await expect.poll(() => find() !== null, { timeout: 90_000, message: 'the window opens' }).toBe(true);
  const page = find();
  if (page === null) throw new Error('the window has closed again');
  await page.waitForLoadState('load');
  return page;
}

/** The projector's page; the desk is made to open it where it is not open. */
export async function openOnElectron(find: () => Page | null, desk: Page): Promise<Page> {
  if (find() === null) {
    const reply = await desk.evaluate(() => window.ekspose?.ask('projector.open', { displayId: null }));
    if (reply?.ok !== true) throw new Error(`the projector does not open: ${JSON.stringify(reply)}`);
  }
  return settled(find);
}
