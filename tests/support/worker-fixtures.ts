import './light-stacks.ts';
import { type BrowserContext, test as base, type Page } from '@playwright/test';
import type { Audience } from '#core/protocol/messages.ts';
import type { HostName } from '../e2e/support/hosts.ts';
import { type SharedApp, sharedApp } from '../e2e/support/shared-app.ts';
import { lateIfAsked } from './late-windows.ts';
import { type StaticRenderer, serveRenderer } from './static-renderer.ts';

export interface HostOptions {
  /** Set by the project: the same suite runs on every host. */
  host: HostName;
}

export interface WorkerFixtures {
  /** The worker's own application. */
  readonly shared: SharedApp;
  /** The built windows, served to the pages of a worker. */
  readonly renderer: StaticRenderer;
  readonly windows: Windows;
}

/**
 * The pages of an audience's tests in a worker. They share a context, where another page costs a third of a new one with its
 * first page, and finds the windows' code compiled; the windows keep nothing beyond their own page (`sessionStorage`). The
 * projector has a context of its own, since a clock that a test moves is the context's.
 */
export interface Windows {
  context(audience: Audience): Promise<BrowserContext>;
  /** The page that is used again and again; another one after it was closed. */
  page(audience: Audience): Promise<Page>;
}

/**
 * What a worker has for its tests, made when a test first needs it. One list for all kinds of specs: Playwright starts another
 * worker, with another browser, for a test whose fixtures of the worker are others.
 */
export const test = base.extend<object, WorkerFixtures & HostOptions>({
  host: ['browser', { option: true, scope: 'worker' }],
  shared: [
    async ({ browser, host }, use) => {
      const app = sharedApp(browser, host);
      await use(app);
      await app.end();
    },
    { scope: 'worker' },
  ],
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
      const opened = new Map<Audience, BrowserContext>();
      const pages = new Map<Audience, Page>();
      const context = async (audience: Audience): Promise<BrowserContext> => {
        const there = opened.get(audience) ?? (await lateIfAsked(await browser.newContext()));
        opened.set(audience, there);
        return there;
      };
      const page = async (audience: Audience): Promise<Page> => {
        const there = pages.get(audience);
        const usable = there === undefined || there.isClosed() ? await (await context(audience)).newPage() : there;
        pages.set(audience, usable);
        return usable;
      };
      await use({ context, page });
      for (const one of opened.values()) await one.close();
    },
    { scope: 'worker' },
  ],
});
