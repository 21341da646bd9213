import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { type Link, link, type MainCalls, type WindowCalls, type Wire } from './link.ts';
import { type WindowServer, windowServer } from './window-server.ts';

let built: Promise<string> | null = null;

/** The double's half in the main process, bundled once per test process. */
function moduleFile(): Promise<string> {
  built ??= (async () => {
    // Only whoever needs it loads a bundler.
    const { build } = await import('vite');
    const outDir = mkdtempSync(join(tmpdir(), 'ekspose-double-'));
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true, target: 'node' },
      build: {
        ssr: join(import.meta.dirname, 'module/main.ts'),
        outDir,
        target: 'node20',
        minify: false,
        rolldownOptions: { output: { format: 'cjs', entryFileNames: 'double.cjs', codeSplitting: false } },
      },
    });
    return join(outDir, 'double.cjs');
  })();
  return built;
}

export interface DoubleOptions {
  readonly browser: Browser;
  /** The application's built main file. */
  readonly mainFile: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Further modules to load before the main file. */
  readonly require?: readonly string[];
  onPage?(page: Page): void;
  onMessage?(pageUrl: string, message: unknown): void;
  onForeign?(url: string): void;
}

export interface DoubleRun {
  readonly process: ChildProcess;
  readonly main: Link<MainCalls>;
  readonly windows: WindowServer;
  /** Everything that the process has written to its outputs. */
  output(): string;
  /** Resolves with the exit code (or signal) of the process; its windows are closed by then. */
  readonly ended: Promise<number | string>;
}

/** Runs the real main file under plain Node, with its windows in Chromium. */
export async function launchDouble(options: DoubleOptions): Promise<DoubleRun> {
  const { browser, mainFile, args, env = {}, require: modules = [] } = options;
  const double = await moduleFile();
  const child = spawn(
    process.execPath,
    [...[double, ...modules].flatMap((file) => ['--require', file]), mainFile, ...args],
    { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], serialization: 'advanced', env: { ...process.env, ...env } },
  );
  let output = '';
  const keep = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);

  const holder: { main: Link<MainCalls> | null } = { main: null };
  const mainLink = (): Link<MainCalls> => {
    if (holder.main === null) throw new Error('the double is not linked yet');
    return holder.main;
  };
  const windows = windowServer({
    browser,
    main: mainLink,
    onPage: options.onPage ?? (() => undefined),
    onMessage: options.onMessage ?? (() => undefined),
    onForeign: options.onForeign ?? (() => undefined),
  });
  const main = link<MainCalls, WindowCalls>(
    (wire) => {
      if (child.connected) child.send(wire, () => undefined);
    },
    (take) => child.on('message', (wire) => take(wire as Wire)),
    windows.handlers,
  );
  holder.main = main;
  const ended = new Promise<number | string>((resolve, reject) => {
    child.on('exit', (code, signal) => {
      main.end('the main process has ended');
      windows.close().then(() => resolve(code ?? signal ?? 'unknown'), reject);
    });
  });
  return { process: child, main, windows, output: () => output, ended };
}
