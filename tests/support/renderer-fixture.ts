import { type Disposable, expect, type Page } from '@playwright/test';
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

const PUTS = ['addInitScript', 'exposeFunction', 'exposeBinding'] as const;

/** Remembers what a test puts into its page for all documents to come. @returns takes it out again */
function takingOut(page: Page): () => Promise<void> {
  const put: Disposable[] = [];
  const own = PUTS.map((name) => [name, page[name]] as const);
  for (const [name, add] of own) {
    const adding = async (...given: unknown[]): Promise<Disposable> => {
      const added = await (add as (...all: unknown[]) => Promise<Disposable>).apply(page, given);
      put.push(added);
      return added;
    };
    Object.assign(page, { [name]: adding });
  }
  return async () => {
    for (const [name, add] of own) Object.assign(page, { [name]: add });
    for (const added of put) await added.dispose();
  };
}

/** As they are on a new page. */
const VIEWPORT = { width: 1280, height: 720 };
const MEDIA = { media: null, colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null } as const;

interface WindowOptions {
  /** For what measures its page: one that no other test has used. */
  ownPage: boolean;
}

/**
 * Playwright's `test` whose `page` is the one that an audience's tests of the worker share, since another page, in another
 * process, costs twice another document. A test finds it as a new one: without a document, without what an earlier test has put into
 * it, stored in it, or listens to.
 */
export const windowTest = (audience: Audience) =>
  base.extend<WindowOptions>({
    ownPage: [false, { option: true }],
    page: async ({ windows, renderer, ownPage }, use, testInfo) => {
      const page = ownPage ? await (await windows.context(audience)).newPage() : await windows.page(audience);
      if (ownPage) {
        await use(page);
        expect(await keptBy(page), 'kept beyond the page, so that the next test would find it').toEqual([]);
        await page.close();
        return;
      }
      const takeOut = takingOut(page);
      await use(page);
      expect(await keptBy(page), 'kept beyond the page, so that the next test would find it').toEqual([]);
      // After a failure Playwright ends the worker, and takes a picture of the page before.
      if (testInfo.status !== testInfo.expectedStatus || page.isClosed()) return;
      page.removeAllListeners();
      await page.unrouteAll();
      await takeOut();
      await page.emulateMedia(MEDIA);
      await page.setViewportSize(VIEWPORT);
      page.setDefaultTimeout(testInfo.project.use.actionTimeout ?? 0);
      // No pointer over what comes next, as none is over a new page.
      await page.mouse.move(-10, -10);
      await page.goto(renderer.nothing);
      await page.evaluate(() => sessionStorage.clear());
    },
  });
