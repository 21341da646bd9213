import type { App, BrowserWindow } from 'electron';
import { type LeavingNews, type LeavingTask, leavingTurn, STAYING } from './leaving-steps.ts';

export interface LeavingOptions {
  readonly app: App;
  /** Asks the desk for what is being typed; resolves when it has arrived, or when it does not come. */
  lastWords(): Promise<void>;
  /** Writes down what there is; the application lives on. */
  flush(): Promise<void>;
  /** Writes everything down; rejects when that fails, and then the application lives on. */
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

/**
 * Every way out goes through one door: what is typed arrives, is written down, and only then does the process end.
 * Where saving fails the operator is asked, and may stay; a signal or the end of the session asks nobody.
 */
export function leaveInOrder(options: LeavingOptions): Leaving {
  const { app, lastWords, flush, stop, release, desk, askToLeave, report } = options;
  let state = STAYING;
  let problem: unknown = null;

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
        // What was acknowledged first, at once; the last words after it.
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
        return (await askToLeave(problem)) ? 'leave' : 'stay';
      case 'exitSaved':
        await exit(0);
        return null;
      case 'exitUnsaved':
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
  // Kept open by the door above: without a listener the last window's end would be the end of the process.
  app.on('window-all-closed', () => {
    if (desk() === null) hear('quit');
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => hear('signal'));
  // Windows has no signal that a process may answer: whoever started this one says so by a message.
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

/** What `npm start` sends to end the application in order, on a system without signals. */
export const QUIT_MESSAGE = 'ekspose:quit';
