import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from '@playwright/test';
import type { AppUnderTest, LaunchContext, LaunchOptions } from './app-under-test.ts';
import { onBrowserHost } from './browser-host.ts';
import { onElectronDouble } from './double-host.ts';
import { onElectron } from './electron-host.ts';

/**
 * Starts the built application on a host, with a data folder of its own.
 * @param browser a Chromium for the windows, where the host has none
 * @returns when the desk's page has loaded
 */
export async function launch(browser: Browser, options: LaunchOptions): Promise<AppUnderTest> {
  const { host, env = {}, displays } = options;
  const dataFolder = options.dataFolder ?? join(mkdtempSync(join(tmpdir(), 'ekspose-e2e-')), 'data');
  const documentsFolder = join(dirname(dataFolder), 'documents');
  mkdirSync(documentsFolder, { recursive: true });
  const context: LaunchContext = {
    browser,
    dataFolder,
    documentsFolder,
    env: { ...env, ...(displays === undefined ? {} : { EKSPOSE_DOUBLE_DISPLAYS: JSON.stringify(displays) }) },
  };
  switch (host) {
    case 'browser':
      return onBrowserHost(context);
    case 'electron-double':
      return onElectronDouble(context);
    case 'electron':
      return onElectron(context);
    default:
      return host satisfies never;
  }
}
