import type { Browser, Page } from '@playwright/test';
import type { Audience } from '#core/protocol/messages.ts';
import type { DisplayDouble } from '../../doubles/electron/link.ts';
import type { HostName } from './hosts.ts';

export interface LaunchOptions {
  readonly host: HostName;
  /** A folder of an earlier run, to open again; a new one when left out. */
  readonly dataFolder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The displays of the Electron double; elsewhere the machine's own are used. */
  readonly displays?: readonly DisplayDouble[];
}

export interface LaunchContext {
  readonly browser: Browser;
  readonly dataFolder: string;
  readonly documentsFolder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The running application, alike on every host. */
export interface AppUnderTest {
  readonly host: HostName;
  readonly dataFolder: string;
  /** Where exports go unless somebody chose otherwise. */
  readonly documentsFolder: string;
  /** The operator's window; another page after a reload of the window. */
  readonly desk: Page;
  /** The projector's window, as it opens: waits for the one that the desk opened, or opens it. */
  projector(): Promise<Page>;
  /** Whether a projector's window is there now. */
  projectorOpen(): boolean;
  /** Every message main has sent to that audience's windows, word for word. */
  messagesTo(audience: Audience): string[];
  /** Everything outside our own pages that a window or the main process requested; must stay empty. */
  externalRequests(): string[];
  /** What the windows complained of: errors in their consoles, refusals by the policy, errors nobody caught. */
  complaints(): string[];
  /** What the main process has written to its outputs. */
  output(): string;
  /** Ends it as a user or the system would. @returns its exit code */
  close(): Promise<number | string>;
  /** Sends the main process a signal: to stop it (SIGSTOP), or to end it and leave its windows (SIGKILL). */
  signal(name: NodeJS.Signals): void;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}
