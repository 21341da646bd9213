/** The text of a box and where the cursor or the selection stands in it. */
export interface TextState {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** What was typed in one box, step by step. It knows of no other box. */
export interface TextHistory {
  /**
   * A change by the user's hand. What is typed on without a pause is one step.
   * @param how the kind of change, as `InputEvent.inputType` names it
   * @param at when, ms on any clock
   */
  typed(before: TextState, after: TextState, how: string, at: number): void;
  /** @returns what the box held before the last step; `null` when nothing is left to take back */
  undo(now: TextState): TextState | null;
  redo(now: TextState): TextState | null;
}

/** A pause after which typing is a new step, ms. */
const PAUSE = 1000;
/** More steps than this nobody takes back one by one. */
const MOST = 200;
const GOES_ON = /^(?:insertText|insertCompositionText|deleteContent(?:Backward|Forward))$/;

export function textHistory(): TextHistory {
  const past: TextState[] = [];
  const future: TextState[] = [];
  /** The text as the last step left it; another one was put there by the program, and older steps are not about it. */
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
