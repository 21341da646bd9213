import { defineConfig } from '@playwright/test';
import { findBrowser } from '#main/hosts/browser/find-browser.ts';
import { hostsHere } from './tests/e2e/support/hosts.ts';
import type { HostOptions } from './tests/e2e/support/test.ts';

const executablePath = findBrowser();

const TIMED = '**/e2e/projector/seconds.spec.ts';

export default defineConfig<HostOptions>({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/support/global-setup.ts',
  outputDir: 'artefacts/e2e',
  reporter: [['list'], ['html', { outputFolder: 'artefacts/report', open: 'never' }]],
  workers: 2,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: ['--disable-background-networking', '--disable-component-update', '--no-pings'],
    },
  },
  projects: [
    ...hostsHere().map((host) => ({
      name: host,
      testMatch: '*.spec.ts',
      testIgnore: '**/e2e/projector/**',
      use: { host },
    })),
    { name: 'projector', testMatch: '**/e2e/projector/*.spec.ts', testIgnore: TIMED },
    // What is measured in milliseconds runs when nothing else does: the other worker would be measured as well.
    { name: 'timed', testMatch: TIMED, dependencies: [...hostsHere(), 'projector'] },
    // Hundreds of pictures: only when they are asked for (`npm run matrix`).
    ...(process.env.EKSPOSE_MATRIX === undefined ? [] : [{ name: 'matrix', testDir: 'tests/matrix' }]),
  ],
});
