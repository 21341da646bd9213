import type { Page } from '@playwright/test';

/** Pictures are for people: only `EKSPOSE_PICTURES=1 npm run e2e` (and the matrix) takes them. */
export const TAKES_PICTURES = process.env.EKSPOSE_PICTURES === '1';

/** Keeps a picture of what is on the page, below `artefacts/`, where pictures are asked for. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!TAKES_PICTURES) return;
  const type = name.endsWith('.jpg') ? ({ type: 'jpeg', quality: 70 } as const) : {};
  await page.screenshot({ path: `artefacts/${name}`, animations: 'disabled', ...type });
}

/** The narrowest projector's size, the usual laptop's, and a large screen's. */
const SIZES = [
  [1024, 768],
  [1366, 768],
  [1920, 1080],
] as const;

/** Keeps a picture at each of the usual sizes, where pictures are asked for. @param nameAt of the picture, by the width */
export async function pictureAtSizes(page: Page, nameAt: (width: number, height: number) => string): Promise<void> {
  if (!TAKES_PICTURES) return;
  const before = page.viewportSize();
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    await picture(page, nameAt(width, height));
  }
  if (before !== null) await page.setViewportSize(before);
}
