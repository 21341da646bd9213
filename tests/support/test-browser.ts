import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findBrowser } from '#main/hosts/browser/find-browser.ts';

const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'] as const;

/**
 * The browser in which tests show and print pages. Chromium's headless shell costs half of what the whole browser does, which
 * is taken where there is none; a browser that somebody named (EKSPOSE_TEST_BROWSER, EKSPOSE_BROWSER) goes before both.
 * @returns its path, or `null` where there is neither
 */
export function testBrowser(env: NodeJS.ProcessEnv = process.env): string | null {
  const named = env.EKSPOSE_TEST_BROWSER ?? '';
  if (named !== '') return named;
  if ((env.EKSPOSE_BROWSER ?? '') !== '') return findBrowser();
  return headlessShell(env) ?? findBrowser();
}

/** @returns the path of the headless shell on this machine, or `null` */
export function headlessShell(env: NodeJS.ProcessEnv = process.env): string | null {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return SHELLS.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path)) ?? null;
}
