import type { Page } from '@playwright/test';

/** Screenshots are for people: only `EKSPOSE_PICTURES=1 npm run e2e` (and the matrix) takes them. */
export const TAKES_PICTURES = process.env.EKSPOSE_PICTURES === '1';

/** Saves a screenshot below `artefacts/`, if screenshots are requested. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!TAKES_PICTURES) return;
  const type = name.endsWith('.jpg') ? ({ type: 'jpeg', quality: 70 } as const) : {};
  await page.screenshot({ path: `artefacts/${name}`, animations: 'disabled', ...type });
}

/** The sizes of the smallest projector, the usual laptop, and a large screen. */
const SIZES = [
  [1024, 768],
  [1366, 768],
  [1920, 1080],
] as const;

/** Saves a screenshot at each of the usual sizes, if requested. @param nameAt its name, by the width */
export async function pictureAtSizes(page: Page, nameAt: (width: number, height: number) => string): Promise<void> {
  if (!TAKES_PICTURES) return;
  const before = page.viewportSize();
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    await picture(page, nameAt(width, height));
  }
  if (before !== null) await page.setViewportSize(before);
}
