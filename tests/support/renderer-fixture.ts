import { expect, type Page } from '@playwright/test';
import type { Audience } from '#core/protocol/messages.ts';
import { test as base } from './worker-fixtures.ts';

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

/** Playwright's `test` whose `page` is in the context that an audience's pages of the worker share. */
export const windowTest = (audience: Audience) =>
  base.extend({
    page: async ({ windows }, use) => {
      const page = await (await windows(audience)).newPage();
      await use(page);
      expect(await keptBy(page), 'kept beyond the page, so that the next test would find it').toEqual([]);
      await page.close();
    },
  });
