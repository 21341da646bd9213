import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { AppUnderTest, LaunchOptions } from './app-under-test.ts';
import type { HostName } from './hosts.ts';
import { launch } from './launch.ts';

export interface HostOptions {
  /** Set by the project: the same suite runs on every host. */
  host: HostName;
}

export interface Fixtures {
  /** Starts the application on the project's host; whatever still runs after the test is ended. */
  launch(options?: Omit<LaunchOptions, 'host'>): Promise<AppUnderTest>;
}

/** Playwright's `test` with the application: `test('…', async ({ launch }) => { const app = await launch(); … })`. */
export const test = base.extend<Fixtures & HostOptions>({
  host: ['browser', { option: true }],
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
