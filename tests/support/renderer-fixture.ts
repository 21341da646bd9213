import { test as base } from '@playwright/test';
import { type StaticRenderer, serveRenderer } from './static-renderer.ts';

/** The built windows, served to the pages of a worker. */
export const test = base.extend<object, { renderer: StaticRenderer }>({
  renderer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern
    async ({}, use) => {
      const renderer = await serveRenderer();
      await use(renderer);
      await renderer.close();
    },
    { scope: 'worker' },
  ],
});
