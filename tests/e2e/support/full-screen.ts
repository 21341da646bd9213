import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** Makes the page that has just filled its display a window again: one that fills it cannot be given another size. */
export async function leaveFullScreen(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.evaluate(() => document.exitFullscreen());
}
