import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from '@playwright/test';
import { test as base } from '../../support/worker-fixtures.ts';
import type { AppUnderTest, LaunchOptions } from './app-under-test.ts';
import { launch } from './launch.ts';

export interface Fixtures {
  /** The worker's own application, nothing open in it. For every test that restarts nothing and needs no data of its own. */
  app: AppUnderTest;
  /** Starts the application on the project's host; whatever still runs after the test is ended. */
  launch(options?: Omit<LaunchOptions, 'host'>): Promise<AppUnderTest>;
}

/** Playwright's `test` with the application: `test('…', async ({ app }) => …)`, or with `launch` one of its own. */
export const test = base.extend<Fixtures>({
  app: async ({ shared }, use, testInfo) => {
    await use(await shared.fresh());
    // After a failure Playwright ends the worker, and its application with it.
    if (testInfo.status === testInfo.expectedStatus) await shared.rest();
  },
  launch: async ({ browser, host }, use) => {
    const running: AppUnderTest[] = [];
    await use(async (options = {}) => {
      const app = await launch(browser, { host, ...options });
      running.push(app);
      return app;
    });
    for (const app of running) await app.kill();
    for (const { dataFolder } of running) {
      const folder = dirname(dataFolder);
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
});

export { expect };
