import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findBrowser } from '#main/hosts/browser/find-browser.ts';

const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'] as const;

const V8_FLAGS = [
  ...['--single-threaded', '--no-turbofan', '--no-maglev'],
  ...['--min-semi-space-size=16', '--initial-heap-size=256', '--no-memory-reducer'],
] as const;

/**
 * Switches off what costs work and shows nothing: V8's helper threads, which compile and collect ahead of need (a fifth of
 * what a page costs), its optimizing compilers, whose code a page of a test does not live to use, early collections of a small
 * heap and those of a page that rests, and more raster threads than there are cores.
 */
export const TEST_BROWSER_ARGS: readonly string[] = [
  ...['--disable-background-networking', '--disable-component-update', '--no-pings'],
  ...[`--js-flags=${V8_FLAGS.join(' ')}`, '--num-raster-threads=1', '--disable-threaded-animation', '--disable-gpu'],
];

/**
 * The browser in which tests show and print pages. Chromium's headless shell costs half of the whole browser, which is
 * used where there is none; a browser named by EKSPOSE_TEST_BROWSER or EKSPOSE_BROWSER takes precedence.
 * @returns its path, or `null` if there is neither
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
