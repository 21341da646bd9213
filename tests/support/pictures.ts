import type { Page } from '@playwright/test';

/** Pictures are for people: only `EKSPOSE_PICTURES=1 npm run e2e` (and the matrix) takes them. */
export const TAKES_PICTURES = process.env.EKSPOSE_PICTURES === '1';

/** Keeps a picture of what is on the page, below `artefacts/`, where pictures are asked for. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!TAKES_PICTURES) return;
  const type = name.endsWith('.jpg') ? ({ type: 'jpeg', quality: 70 } as const) : {};
  await page.screenshot({ path: `artefacts/${name}`, animations: 'disabled', ...type });
}
