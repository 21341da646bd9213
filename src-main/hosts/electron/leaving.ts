import type { App, BrowserWindow } from 'electron';

/** A little more than the desk waits before it sends what is being typed: the last word is not lost to a quick hand. */
const LAST_WORDS = 350;

export interface LeavingOptions {
  readonly app: App;
  /** Writes everything down; rejects when that fails. */
  stop(): Promise<void>;
  /** Lets go of the data folder. */
  release(): Promise<void>;
  desk(): BrowserWindow | null;
  /** Asks whether to leave although the last changes are not saved. */
  askToLeave(problem: unknown): Promise<boolean>;
  report(error: unknown): void;
}

export interface Leaving {
  /** Ties the desk's window to the application: closing it ends the application, after everything is saved. */
  watch(desk: BrowserWindow): void;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Every way out goes through one door: what is typed arrives, is written down, and only then does the process end.
 * Where saving fails the operator is asked, and may stay; a signal or the end of the session asks nobody.
 */
export function leaveInOrder({ app, stop, release, desk, askToLeave, report }: LeavingOptions): Leaving {
  let leaving = false;
  let silent = false;

  const leave = async (): Promise<void> => {
    if (leaving) return;
    leaving = true;
    let code = 0;
    await pause(LAST_WORDS);
    try {
      await stop();
    } catch (error) {
      report(error);
      if (!silent && !(await askToLeave(error))) {
        leaving = false;
        return;
      }
      code = 1;
    }
    await release().catch(report);
    app.exit(code);
  };
  const leaveSilently = (): void => {
    silent = true;
    void leave();
  };

  app.on('before-quit', (event) => {
    event.preventDefault();
    void leave();
  });
  // Kept open by the door above: without a listener the last window's end would be the end of the process.
  app.on('window-all-closed', () => {
    if (desk() === null) void leave();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leaveSilently);

  return {
    watch(window) {
      window.on('close', (event) => {
        event.preventDefault();
        void leave();
      });
      // Windows gives a few seconds from the first of these; writing takes milliseconds.
      window.on('query-session-end', () => void stop().catch(report));
      window.on('session-end', leaveSilently);
    },
  };
}
