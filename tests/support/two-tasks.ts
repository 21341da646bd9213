import type { Page } from '@playwright/test';

/**
 * Waits for two tasks of a projector's page, whatever its clock does: by then it shows what it was told, or that it is loaded.
 * @returns whether the screen is still being loaded
 */
export const twoTasks = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      const { port1, port2 } = new MessageChannel();
      await new Promise((resolve) => {
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
      port1.close();
    }
    return document.querySelector('main[aria-busy="true"]') !== null;
  });
