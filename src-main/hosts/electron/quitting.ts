import type { App, BrowserWindow } from 'electron';
import { type LeavingNews, type LeavingTask, leavingTurn, STAYING } from './quitting-steps.ts';

export interface LeavingOptions {
  readonly app: App;
  /** Requests what is being typed from the desk; resolves when it has arrived, or does not come. */
  lastWords(): Promise<void>;
  /** Saves everything so far; the application continues. */
  flush(): Promise<void>;
  /** Saves everything; rejects if that fails, and then the application continues. */
  stop(): Promise<void>;
  /** Releases the data folder. */
  release(): Promise<void>;
  desk(): BrowserWindow | null;
  /** Asks whether to quit although the last changes are not saved. */
  askToLeave(problem: unknown): Promise<boolean>;
  /**
   * Keeps elsewhere what is not saved.
   * @param isAsked whether somebody chose to quit, who can be told where it is
   */
  keepUnsaved(problem: unknown, isAsked: boolean): Promise<void>;
  report(error: unknown): void;
}

export interface Leaving {
  /** Connects the desk's window to the application: closing it quits, after everything is saved. */
  watch(desk: BrowserWindow): void;
}

/**
 * Every way of quitting goes through one function: what is typed arrives, is saved, and only then does the process end.
 * If saving fails the operator is asked, and may stay; a signal or the end of the session does not ask. What is left
 * unsaved is kept elsewhere first.
 */
export function leaveInOrder(options: LeavingOptions): Leaving {
  const { app, lastWords, flush, stop, release, desk, askToLeave, keepUnsaved, report } = options;
  let state = STAYING;
  let problem: unknown = null;
  let isAsked = false;

  const exit = async (code: number): Promise<void> => {
    await release().catch(report);
    app.exit(code);
  };

  const carryOut = async (task: LeavingTask): Promise<LeavingNews | null> => {
    switch (task) {
      case 'hear':
        await lastWords().catch(report);
        return 'heard';
      case 'flush':
        // First, at once, what was acknowledged; the last words after it.
        await Promise.all([flush(), lastWords().then(flush)]).catch(report);
        return null;
      case 'stop':
        try {
          await stop();
          return 'saved';
        } catch (error) {
          report(error);
          problem = error;
          return 'notSaved';
        }
      case 'ask':
        isAsked = await askToLeave(problem);
        return isAsked ? 'leave' : 'stay';
      case 'exitSaved':
        await exit(0);
        return null;
      case 'exitUnsaved':
        await keepUnsaved(problem, isAsked).catch(report);
        await exit(1);
        return null;
      default:
        return task satisfies never;
    }
  };

  const hear = (news: LeavingNews): void => {
    const turn = leavingTurn(state, news);
    state = turn.state;
    if (turn.task === null) return;
    carryOut(turn.task).then((next) => {
      if (next !== null) hear(next);
    }, report);
  };

  app.on('before-quit', (event) => {
    event.preventDefault();
    hear('quit');
  });
  // Without a listener, closing the last window would end the process before the steps above.
  app.on('window-all-closed', () => {
    if (desk() === null) hear('quit');
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => hear('signal'));
  // Windows has no signal that a process can handle: whoever started this one sends a message instead.
  process.on('message', (message) => {
    if (message === QUIT_MESSAGE) hear('signal');
  });

  return {
    watch(window) {
      window.on('close', (event) => {
        event.preventDefault();
        hear('quit');
      });
      window.on('query-session-end', () => hear('sessionAsked'));
      window.on('session-end', () => hear('sessionEnded'));
    },
  };
}

/** What `npm start` sends to quit the application properly, on a system without signals. */
export const QUIT_MESSAGE = 'ekspose:quit';
