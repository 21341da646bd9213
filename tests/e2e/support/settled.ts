import type { Page } from '@playwright/test';

/**
 * Waits until the page has drawn also what it puts off until it has been painted, or until nothing else is to be done
 * (`usePainted`, `useDeferredValue`): what is looked at while that waits is not the whole screen.
 */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    // A window without a screen is at times idle and does not say so; what is put off is drawn before that time is over, ms.
    const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
    // The first comes with the paint, the second when what it put off is drawn.
    for (let times = 0; times < 3; times += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await idle();
    }
  });
