import type { Page } from '@playwright/test';

/**
 * Gives the window a size, and waits until it has heard of it: until then a screen is as the last size
 * made it, and a dialog covers what the window was.
 */
export async function resize(page: Page, size: { readonly width: number; readonly height: number }): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  if (width === size.width && height === size.height) return;
  const heard = await page.evaluateHandle(() => {
    const event = new Promise((resolve) => addEventListener('resize', resolve, { once: true }));
    return () => event.then(() => undefined);
  });
  await page.setViewportSize(size);
  await heard.evaluate((resized) => resized());
}
