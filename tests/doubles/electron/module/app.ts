import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { KnownEvents, strict } from './strict.ts';

const EVENTS = [
  'ready',
  'before-quit',
  'will-quit',
  'quit',
  'window-all-closed',
  'second-instance',
  'activate',
  'web-contents-created',
  'browser-window-created',
];

/**
 * Read before any line of the application: shell/app/electron_main_delegate.cc, PreBrowserMain (ozone) and content's
 * sandbox set-up. Set in code they have no effect.
 */
const TOO_EARLY_FOR_CODE = new Set(['ozone-platform', 'ozone-platform-hint', 'no-sandbox', 'disable-setuid-sandbox']);

const LOCK = 'double-lock.json';
const KNOCK = 'double-second-';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // No such process; the double runs as one user, so nothing else is thrown.
    return false;
  }
};

class AppDouble extends KnownEvents {
  readonly switches: string[] = [];
  readonly isPackaged = false;
  readonly name = 'Ekspose';
  ready = false;
  sandboxed = false;
  closeWindows: () => boolean = () => true;
  private readonly paths = new Map<string, string>();

  constructor() {
    super('app', EVENTS);
  }

  readonly commandLine = strict('app.commandLine', {
    appendSwitch: (name: string, value?: string): void => {
      if (this.ready) throw new Error(`switch ${name} is set after ready and has no effect`);
      if (TOO_EARLY_FOR_CODE.has(name)) throw new Error(`switch ${name} is read before the main file runs`);
      this.switches.push(value === undefined ? name : `${name}=${value}`);
    },
    hasSwitch: (name: string): boolean => this.switches.some((given) => given.split('=')[0] === name),
    getSwitchValue: (name: string): string => {
      const all = [...process.argv.map((arg) => arg.replace(/^--/, '')), ...this.switches];
      return all.findLast((given) => given.split('=')[0] === name)?.split('=')[1] ?? '';
    },
  });

  whenReady(): Promise<void> {
    return this.ready ? Promise.resolve() : new Promise((resolve) => this.once('ready', () => resolve()));
  }

  isReady(): boolean {
    return this.ready;
  }

  enableSandbox(): void {
    if (this.ready) throw new Error('app.enableSandbox() can only be called before app is ready');
    this.sandboxed = true;
  }

  getVersion(): string {
    return '0.0.0-double';
  }

  getName(): string {
    return this.name;
  }

  getLocale(): string {
    return 'id';
  }

  setAppUserModelId(id: string): void {
    if (!/^[\w.-]{1,128}$/.test(id)) throw new Error(`not an application user model id: ${id}`);
  }

  /** shell/browser/api/electron_api_app.cc, SetPath. */
  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    if (!existsSync(path)) throw new Error(`Failed to set '${name}' path: ${path} does not exist`);
    this.paths.set(name, path);
  }

  getPath(name: string): string {
    const set = this.paths.get(name);
    if (set !== undefined) return set;
    switch (name) {
      case 'home':
        return homedir();
      case 'appData':
        return join(homedir(), '.config');
      case 'userData':
        return join(homedir(), '.config', this.name);
      case 'temp':
        return tmpdir();
      case 'documents':
        return join(homedir(), 'Documents');
      default:
        throw new Error(`the double of electron knows no path '${name}'`);
    }
  }

  /**
   * shell/browser/api/electron_api_app.cc, RequestSingleInstanceLock: LOCK_ERROR and PROFILE_IN_USE return false too,
   * as if another instance had been informed (`EKSPOSE_DOUBLE_LOCK=fails`).
   */
  requestSingleInstanceLock(): boolean {
    if (process.env.EKSPOSE_DOUBLE_LOCK === 'fails') return false;
    const folder = this.getPath('userData');
    mkdirSync(folder, { recursive: true });
    const lock = join(folder, LOCK);
    const holder = existsSync(lock) ? (JSON.parse(readFileSync(lock, 'utf8')) as { pid: number }).pid : null;
    if (holder !== null && holder !== process.pid && isAlive(holder)) {
      writeFileSync(join(folder, `${KNOCK}${process.pid}`), JSON.stringify(process.argv));
      return false;
    }
    writeFileSync(lock, JSON.stringify({ pid: process.pid }));
    const knocked = (): void => {
      for (const name of readdirSync(folder).filter((entry) => entry.startsWith(KNOCK))) {
        rmSync(join(folder, name), { force: true });
        this.emit('second-instance', {}, [], folder, null);
      }
    };
    watch(folder, knocked).unref();
    return true;
  }

  hasSingleInstanceLock(): boolean {
    const lock = join(this.getPath('userData'), LOCK);
    return existsSync(lock) && (JSON.parse(readFileSync(lock, 'utf8')) as { pid: number }).pid === process.pid;
  }

  quit(): void {
    if (this.ask('before-quit')) return;
    if (!this.closeWindows() || this.ask('will-quit')) return;
    this.exit(0);
  }

  exit(code = 0): void {
    this.emit('quit', {}, code);
    this.endProcess(code);
  }

  /** A test that runs the double in its own process replaces this. */
  endProcess: (code: number) => void = (code) => process.exit(code);

  /** Without any event, as the system ends a process. */
  terminate: () => void = () => process.kill(process.pid, 'SIGKILL');

  setPaths(): Record<string, string> {
    return Object.fromEntries(this.paths);
  }

  /** The state of a module that was just loaded. */
  reset(): void {
    this.removeAllListeners();
    this.paths.clear();
    this.switches.length = 0;
    this.ready = true;
  }
}

export const appDouble = new AppDouble();
