import type { Browser, Page } from '@playwright/test';

/** A page that has crashed: Playwright has no further use for it, the browser has. */
export interface CrashedPage {
  /** Loads it again in the same tab, as a user would. */
  reload(): Promise<void>;
  evaluate(expression: string): Promise<unknown>;
}

/** Kills a page's renderer at once, whatever its scripts are doing. Resolves when the page is dead. */
export async function crash(browser: Browser, page: Page): Promise<CrashedPage> {
  const own = await page.context().newCDPSession(page);
  const { targetInfo } = await own.send('Target.getTargetInfo');
  const crashed = page.waitForEvent('crash');
  // Playwright answers no request of a crashed page that it would route.
  await page.context().unrouteAll();
  // Nobody is left to answer.
  own.send('Page.crash').catch(() => undefined);
  await crashed;

  const root = await browser.newBrowserCDPSession();
  const { sessionId } = await root.send('Target.attachToTarget', { targetId: targetInfo.targetId, flatten: false });
  const waiting = new Map<number, (result: { result?: { value?: unknown } }) => void>();
  root.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id?: number; result?: { result?: { value?: unknown } } };
    if (id !== undefined) waiting.get(id)?.(result ?? {});
  });
  let last = 0;
  const call = async (method: string, params: object = {}): Promise<{ result?: { value?: unknown } }> => {
    last += 1;
    const id = last;
    const answered = new Promise<{ result?: { value?: unknown } }>((resolve) => waiting.set(id, resolve));
    await root.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    return answered;
  };
  return {
    reload: async () => void (await call('Page.reload')),
    evaluate: async (expression) => (await call('Runtime.evaluate', { expression })).result?.value,
  };
}
