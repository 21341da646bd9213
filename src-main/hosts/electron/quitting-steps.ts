/**
 * How the application quits, as a table: what happens (`LeavingNews`) leads to tasks (`LeavingTask`). While `open` the
 * application lives and saves; only `ended` is final.
 */
export type LeavingPhase = 'open' | 'hearing' | 'saving' | 'asking' | 'ended';

export interface LeavingState {
  readonly phase: LeavingPhase;
  /** Nobody can be asked: a signal came, or the session ends. */
  readonly silent: boolean;
}

export type LeavingNews =
  /** The window was closed, or the system's menu says quit. */
  | 'quit'
  /** SIGTERM and the like. */
  | 'signal'
  /** Windows asks whether the session may end. Another program may veto it, and nobody reports that. */
  | 'sessionAsked'
  /** The session ends; the process is gone as soon as the event was handled. */
  | 'sessionEnded'
  /** The desk's last words have arrived, or did not come. */
  | 'heard'
  | 'saved'
  | 'notSaved'
  /** The operator's answers. */
  | 'stay'
  | 'leave';

export type LeavingTask =
  /** Request what is being typed from the desk. */
  | 'hear'
  /** Request it and save everything, without quitting. */
  | 'flush'
  /** Save everything and close the meeting. */
  | 'stop'
  | 'ask'
  | 'exitSaved'
  | 'exitUnsaved';

export interface LeavingTurn {
  readonly state: LeavingState;
  readonly task: LeavingTask | null;
}

export const STAYING: LeavingState = { phase: 'open', silent: false };

const ended = (task: LeavingTask | null): LeavingTurn => ({ state: { phase: 'ended', silent: true }, task });

export function leavingTurn(state: LeavingState, news: LeavingNews): LeavingTurn {
  const { phase, silent } = state;
  const as = (next: LeavingPhase, task: LeavingTask | null, quietly = silent): LeavingTurn => ({
    state: { phase: next, silent: quietly },
    task,
  });
  const unmoved: LeavingTurn = { state, task: null };
  if (phase === 'ended') return unmoved;
  switch (news) {
    case 'quit':
      return phase === 'open' ? as('hearing', 'hear') : unmoved;
    case 'signal':
      if (phase === 'open') return as('hearing', 'hear', true);
      // Whoever was asked did not answer, and cannot any more: one last attempt.
      return phase === 'asking' ? as('saving', 'stop', true) : as(phase, null, true);
    case 'sessionAsked':
      // Only a question. While quitting, everything is saved anyway.
      return phase === 'open' || phase === 'asking' ? { state, task: 'flush' } : unmoved;
    case 'sessionEnded':
      return ended('flush');
    case 'heard':
      return phase === 'hearing' ? as('saving', 'stop') : unmoved;
    case 'saved':
      return phase === 'saving' ? ended('exitSaved') : unmoved;
    case 'notSaved':
      if (phase !== 'saving') return unmoved;
      return silent ? ended('exitUnsaved') : as('asking', 'ask');
    case 'stay':
      return phase === 'asking' ? as('open', null, false) : unmoved;
    case 'leave':
      return phase === 'asking' ? ended('exitUnsaved') : unmoved;
    default:
      return news satisfies never;
  }
}
