import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { AppUnderTest, LaunchOptions } from './app-under-test.ts';
import type { HostName } from './hosts.ts';
import { launch } from './launch.ts';
import { type SharedApp, sharedApp } from './shared-app.ts';

export interface WorkerFixtures {
  readonly shared: SharedApp;
}

export interface HostOptions {
  /** Set by the project: the same suite runs on every host. */
  host: HostName;
}

export interface Fixtures {
  /** The worker's own application, nothing open in it. For every test that restarts nothing and needs no data of its own. */
  app: AppUnderTest;
  /** Starts the application on the project's host; whatever still runs after the test is ended. */
  launch(options?: Omit<LaunchOptions, 'host'>): Promise<AppUnderTest>;
}

/** Playwright's `test` with the application: `test('…', async ({ app }) => …)`, or with `launch` one of its own. */
export const test = base.extend<Fixtures, WorkerFixtures & HostOptions>({
  host: ['browser', { option: true, scope: 'worker' }],
  shared: [
    async ({ browser, host }, use) => {
      const app = sharedApp(browser, host);
      await use(app);
      await app.end();
    },
    { scope: 'worker' },
  ],
  app: async ({ shared }, use) => use(await shared.fresh()),
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
