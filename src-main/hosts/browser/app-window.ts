import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';

export interface AppWindow {
  close(): void;
}

export interface AppWindowOptions {
  readonly browser: string;
  /** Every program of this machine can read it, so it contains no token. */
  readonly url: string;
  /** A separate profile, so that the process ends with the window. */
  readonly profile: string;
  readonly width: number;
  readonly height: number;
  /** Called once, after its process ended: when the window closed, or at once if another process shows it or none does. */
  onEnded(): void;
  report(error: unknown): void;
}

/** The flags of our windows: no tabs, no first-run pages, no network traffic of the browser itself. */
export function windowFlags({
  url,
  profile,
  width,
  height,
}: Omit<AppWindowOptions, 'browser' | 'onEnded' | 'report'>): string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    `--window-size=${width},${height}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-extensions',
    '--disable-component-update',
    '--disable-background-networking',
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--disable-features=Translate,TranslateUI',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

/** Opens an app window of an installed browser. */
export async function openAppWindow(options: AppWindowOptions): Promise<AppWindow> {
  await mkdir(options.profile, { recursive: true, mode: 0o700 });
  const child: ChildProcess = spawn(options.browser, windowFlags(options), { stdio: 'ignore' });
  let hasEnded = false;
  const ended = (): void => {
    if (!hasEnded) options.onEnded();
    hasEnded = true;
  };
  child.once('exit', ended);
  child.once('error', (error) => {
    options.report(error);
    ended();
  });
  return { close: () => child.kill() };
}
