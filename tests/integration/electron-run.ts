import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import type { Audience } from '#core/protocol/messages.ts';
import type {} from '#renderer/client/port.ts';
import { type DoubleRun, launchDouble } from '../doubles/electron/launch-double.ts';
import type { Inspection } from '../doubles/electron/link.ts';
import { sharedChromium } from '../support/print-page.ts';
import { distFolder } from '../support/static-renderer.ts';

/**
 * The built main process and preloads beside a pair of empty pages, so that the host is tried without the windows' own code.
 * @returns the folder
 */
export function bareBuild(): string {
  const dist = mkdtempSync(join(tmpdir(), 'ekspose-main-'));
  for (const part of ['main', 'preload']) cpSync(join(distFolder(), part), join(dist, part), { recursive: true });
  mkdirSync(join(dist, 'renderer'));
  for (const audience of ['desk', 'projector'] as const) {
    writeFileSync(
      join(dist, 'renderer', `${audience}.html`),
      `<!doctype html><title>${audience}</title><script>document.title = 'inline script ran';</script><p>${audience}</p>`,
    );
  }
  return dist;
}

export interface ElectronRun extends DoubleRun {
  readonly data: string;
  readonly documents: string;
  /** Addresses outside our own scheme that any page requested. */
  readonly foreign: string[];
  /** What was sent to the pages of an audience. */
  messages(audience: Audience): unknown[];
  page(audience: Audience): Page;
  id(audience: Audience): number;
  inspect(): Promise<Inspection>;
}

export interface ElectronStart {
  /** A data folder of an earlier run; a new one when left out. */
  readonly data?: string;
  /** Where exports go; beside the meetings when left out. */
  readonly documents?: string;
  readonly env?: Record<string, string>;
}

/** Starts the built main process on the double and waits for the desk. */
export async function startElectron(
  browser: Browser,
  dist: string,
  {
    data = mkdtempSync(join(tmpdir(), 'ekspose-data-')),
    env = {},
    documents = join(data, 'documents'),
  }: ElectronStart = {},
): Promise<ElectronRun> {
  const foreign: string[] = [];
  const sent: { url: string; message: unknown }[] = [];
  mkdirSync(documents, { recursive: true });
  const run = await launchDouble({
    browser,
    mainFile: join(dist, 'main/electron.cjs'),
    args: ['--data', data, '--documents', documents],
    env,
    onForeign: (url) => foreign.push(url),
    onMessage: (url, message) => sent.push({ url, message }),
  });
  const named = (audience: Audience) => {
    const found = run.windows.pageNamed(audience);
    if (found === null) throw new Error(`no ${audience} window\n${run.output()}`);
    return found;
  };
  return {
    ...run,
    data,
    documents,
    foreign,
    messages: (audience) => sent.filter(({ url }) => url.endsWith(`/${audience}.html`)).map(({ message }) => message),
    page: (audience) => named(audience).page,
    id: (audience) => named(audience).id,
    inspect: () => run.main.call('inspect', {}),
  };
}

/** Waits until the desk is in sight. */
export const deskShown = (run: ElectronRun): Promise<void> =>
  vi.waitFor(async () => expect((await run.inspect()).windows[0]?.visible).toBe(true), 45_000);

export interface ElectronSuite {
  /** Starts the application and waits for its desk to be in sight; it is ended after the test. */
  start(given?: ElectronStart): Promise<ElectronRun>;
  /** The build's folder and the browser, for a run that ends by itself. */
  readonly dist: string;
  readonly browser: Browser;
}

/** Opens what the tests of a file share, and clears it away after them. Called at the top of a file. */
export function electronSuite(): ElectronSuite {
  let shared: { dist: string; browser: Browser } | null = null;
  const ready = () => {
    if (shared === null) throw new Error('asked before the tests have begun');
    return shared;
  };
  const runs: ElectronRun[] = [];
  beforeAll(async () => {
    shared = { dist: bareBuild(), browser: await sharedChromium() };
  });
  afterEach(async () => {
    for (const run of runs.splice(0)) {
      run.process.kill('SIGKILL');
      await run.ended;
      forget(run.data);
    }
  });
  afterAll(() => {
    if (shared !== null) forget(shared.dist);
  });
  return {
    async start(given = {}) {
      const run = await startElectron(ready().browser, ready().dist, given);
      runs.push(run);
      await deskShown(run);
      return run;
    },
    get dist() {
      return ready().dist;
    },
    get browser() {
      return ready().browser;
    },
  };
}

/** A copy of the build with something else in it. */
export function changedBuild(dist: string, path: string, text: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'ekspose-main-'));
  cpSync(dist, copy, { recursive: true });
  writeFileSync(join(copy, path), text);
  return copy;
}

export const forget = (folder: string): void => rmSync(folder, { recursive: true, force: true });
