import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { type StaticRenderer, serveRenderer } from './static-renderer.ts';

interface WorkerFixtures {
  /** The built windows, served to the pages of a worker. */
  readonly renderer: StaticRenderer;
  /**
   * One for all tests of a worker: another page in it costs a third of a new one with its first page, and finds the windows'
   * code compiled. The windows keep nothing beyond their own page (`sessionStorage`).
   */
  readonly windows: BrowserContext;
}

/** What a page has kept where another page of its context would find it. */
async function keptBy(page: Page): Promise<string[]> {
  if (page.isClosed() || !page.url().startsWith('http')) return [];
  return page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...document.cookie.split('; ').filter((cookie) => cookie !== ''),
    ...(await indexedDB.databases()).flatMap(({ name }) => name ?? []),
    ...(await caches.keys()),
  ]);
}

export const test = base.extend<object, WorkerFixtures>({
  renderer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern
    async ({}, use) => {
      const renderer = await serveRenderer();
      await use(renderer);
      await renderer.close();
    },
    { scope: 'worker' },
  ],
  windows: [
    async ({ browser }, use) => {
      const windows = await browser.newContext();
      await use(windows);
      await windows.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ windows }, use) => {
    const page = await windows.newPage();
    await use(page);
    expect(await keptBy(page), 'kept beyond the page, so that the next test would find it').toEqual([]);
    await page.close();
  },
});
