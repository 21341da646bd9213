import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { hostsHere } from './tests/e2e/support/hosts.ts';
import { testsOn } from './tests/e2e/support/which-host.ts';
import { IS_LONG } from './tests/support/depth.ts';
import { TEST_BROWSER_ARGS, testBrowser } from './tests/support/test-browser.ts';
import type { HostOptions } from './tests/support/worker-fixtures.ts';

const executablePath = testBrowser();

const TIMED = '**/e2e/projector/*-seconds.spec.ts';
const trace = process.env.EKSPOSE_TRACE === 'off' ? 'off' : 'retain-on-failure';

export default defineConfig<HostOptions>({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/support/global-setup.ts',
  outputDir: 'artefacts/e2e',
  reporter: [['list'], ['html', { outputFolder: 'artefacts/report', open: 'never' }]],
  // Tests, not files, are shared out: one long file would keep one core busy and the others waiting.
  fullyParallel: true,
  // One more than half of a small machine: each waits for its windows a third of the time.
  workers: Math.max(3, Math.min(4, availableParallelism())),
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  // A machine that is busy otherwise must not make them fail.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    actionTimeout: 30_000,
    trace,
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [...TEST_BROWSER_ARGS, ...(process.env.EKSPOSE_BROWSER_SWITCHES ?? '').split('|').filter(Boolean)],
    },
  },
  projects: [
    // One for all pages on the browser host: for another project Playwright starts other workers. What is in `desk` and
    // `projector` has a double of the application behind its page, and so no host.
    ...hostsHere()
      .toSorted((a, b) => Number(a === 'browser') - Number(b === 'browser'))
      .map((host) => ({
        name: host,
        // A worker of another project is another process with another Chromium: the short one has a single worker, and begins.
        ...(host === 'electron-double' ? { workers: 1 } : {}),
        testMatch: '*.spec.ts',
        testIgnore: host === 'browser' ? [TIMED] : ['**/e2e/projector/**', '**/e2e/desk/**'],
        grep: testsOn(host) ?? /./,
        use: { host },
      })),
    // What is measured in milliseconds runs when nothing else does: the other worker would be measured as well.
    ...(IS_LONG ? [{ name: 'timed', testMatch: TIMED, dependencies: hostsHere() }] : []),
    // Hundreds of pictures: only when they are asked for (`npm run matrix`).
    ...(process.env.EKSPOSE_MATRIX === undefined ? [] : [{ name: 'matrix', testDir: 'tests/matrix' }]),
  ],
});
