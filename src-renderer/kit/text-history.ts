/** The text of a box and its cursor or selection. */
export interface TextState {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** What was typed in one box, step by step. Independent of other boxes. */
export interface TextHistory {
  /**
   * A change by the user. Continuous typing is one step.
   * @param how the kind of change, as `InputEvent.inputType` names it
   * @param at when, ms on any clock
   */
  typed(before: TextState, after: TextState, how: string, at: number): void;
  /** @returns the box's content before the last step; `null` if nothing is left to undo */
  undo(now: TextState): TextState | null;
  redo(now: TextState): TextState | null;
}

/** A pause after which typing is a new step, ms. */
const PAUSE = 1000;
/** Nobody undoes more steps than this one by one. */
const MOST = 200;
const GOES_ON = /^(?:insertText|insertCompositionText|deleteContent(?:Backward|Forward))$/;

export function textHistory(): TextHistory {
  const past: TextState[] = [];
  const future: TextState[] = [];
  /** The text after the last step; if it differs, the program changed it, and older steps no longer apply. */
  let known: string | null = null;
  let last: { readonly how: string; readonly at: number; readonly end: number } | null = null;

  const checkKnown = (value: string): void => {
    if (known === null || known === value) return;
    past.length = 0;
    future.length = 0;
    last = null;
  };
  const step = (from: TextState[], to: TextState[], now: TextState): TextState | null => {
    checkKnown(now.value);
    const state = from.pop();
    if (state === undefined) return null;
    to.push(now);
    known = state.value;
    last = null;
    return state;
  };

  return {
    typed: (before, after, how, at) => {
      checkKnown(before.value);
      const goesOn =
        last !== null && last.how === how && GOES_ON.test(how) && at - last.at < PAUSE && before.end === last.end;
      if (!goesOn) past.push(before);
      if (past.length > MOST) past.shift();
      future.length = 0;
      known = after.value;
      last = { how, at, end: after.end };
    },
    undo: (now) => step(past, future, now),
    redo: (now) => step(future, past, now),
  };
}
