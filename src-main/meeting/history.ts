import { applyPatches, type Patch } from 'immer';
import type { CommandType } from '#core/commands/apply.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { Note } from '#core/model/note.ts';
import { leapingNotes } from '#core/model/note-readers.ts';
import { unsaidAfter } from '#core/model/unsaid.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { setsClock, touchesTurnOf } from './clock-bound.ts';

export interface Step<T extends string = CommandType> {
  readonly type: T;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
}

/** What undo and redo would do, newest last; stored beside the document so that it survives a restart. */
export interface Steps<T extends string = CommandType> {
  readonly done: readonly Step<T>[];
  readonly undone: readonly Step<T>[];
}

export const NO_STEPS: Steps<never> = { done: [], undone: [] };

export interface Change {
  readonly type: CommandType;
  readonly meeting: Meeting;
  readonly patches: readonly Patch[];
}

/** As much as a user undoes in a day, in little memory. */
const DEPTH = 500;

/** The steps that undo and redo take, without the document that they change. */
export interface StepStack<T extends string> {
  push(applied: Step<T> & { readonly undoable: boolean }): void;
  /** Moves by one step, as undo and redo do. */
  moved(op: 'undo' | 'redo'): void;
  /**
   * Forgets the steps that would start a clock of an earlier run, and everything older. The reading of a monotonic
   * clock means nothing in another process: no turn may continue from one.
   * @param itemId the turn that an interruption stopped, whose ledger must keep that event; `null` if none was
   */
  restarted(itemId: string | null): void;
  /** Forgets the steps of which a patch is such, and everything older. */
  forget(isSuch: (patch: Patch) => boolean): void;
  nextUndo(): T | null;
  nextRedo(): T | null;
  /** The step that undo or redo would take. */
  next(op: 'undo' | 'redo'): Step<T> | null;
  /** @throws Refused `nothingToUndo`, `nothingToRedo` */
  need(op: 'undo' | 'redo'): Step<T>;
  steps(): Steps<T>;
}

/** @param before steps of an earlier run */
export function stepStack<T extends string>(before: Steps<T> = NO_STEPS): StepStack<T> {
  const done: Step<T>[] = [...before.done];
  const undone: Step<T>[] = [...before.undone];
  const shift = (from: Step<T>[], to: Step<T>[]): void => {
    const step = from.pop();
    if (step !== undefined) to.push(step);
  };
  const next = (op: 'undo' | 'redo'): Step<T> | null => (op === 'undo' ? done : undone).at(-1) ?? null;
  function forget(isSuch: (patch: Patch) => boolean): void {
    const bound = ({ patches, inverse }: Step<T>): boolean => [...patches, ...inverse].some(isSuch);
    for (const steps of [done, undone]) steps.splice(0, steps.findLastIndex(bound) + 1);
  }
  return {
    push({ type, patches, inverse, undoable }) {
      if (!undoable || patches.length === 0) return;
      done.push({ type, patches, inverse });
      if (done.length > DEPTH) done.shift();
      undone.length = 0;
    },
    moved: (op) => (op === 'undo' ? shift(done, undone) : shift(undone, done)),
    restarted: (itemId) => forget((patch) => setsClock(patch) || touchesTurnOf(itemId, patch)),
    forget,
    nextUndo: () => done.at(-1)?.type ?? null,
    nextRedo: () => undone.at(-1)?.type ?? null,
    next,
    need(op) {
      const step = next(op);
      if (step === null) throw new Refused(op === 'undo' ? 'nothingToUndo' : 'nothingToRedo');
      return step;
    },
    steps: () => ({ done: [...done], undone: [...undone] }),
  };
}

/** Undo and redo of a meeting, over the patches of its commands. */
export interface History extends StepStack<CommandType> {
  /** @throws Refused `nothingToUndo`, or `itemIsCurrent` if a note is being typed for an item that would disappear */
  undo(meeting: Meeting): Change;
  /** @throws Refused `nothingToRedo` */
  redo(meeting: Meeting): Change;
}

/** What the projector shows is not undone, also where a change of the meeting chose it. */
const touchesScreen = ({ path }: Patch): boolean => path[0] === 'screen';

const touchesDraft = ({ path }: Patch): boolean => path[0] === 'drafts';

/**
 * Undoing a note returns its words to the note box only if nothing else is being typed there, and redoing it removes
 * them only if they are unchanged: neither may ever overwrite typed words.
 */
function withoutTypedWords(meeting: Meeting, patches: readonly Patch[], opposite: readonly Patch[]): Patch[] {
  return patches.filter((patch) => {
    if (!touchesDraft(patch)) return true;
    const key = String(patch.path[1]);
    const present = meeting.drafts[key];
    if (patch.op !== 'remove') return present === undefined;
    const back = opposite.find((other) => touchesDraft(other) && other.path[1] === key);
    return present !== undefined && JSON.stringify(present) === JSON.stringify(back?.value);
  });
}

/**
 * A note that is private now comes back internal even if it had been shown: one key must not put it on the projector
 * again.
 */
const madeInternal = ({ itemId, id }: Note): Patch[] => [
  { op: 'replace', path: ['notes', itemId, id, 'visibility'], value: 'internal' },
  { op: 'replace', path: ['notes', itemId, id, 'pinned'], value: false },
];

/** @param before steps of an earlier run */
export function history(before: Steps = NO_STEPS): History {
  const stack = stepStack(before);

  const change = (meeting: Meeting, op: 'undo' | 'redo'): Change => {
    const step = stack.need(op);
    const [forward, back] = op === 'undo' ? [step.inverse, step.patches] : [step.patches, step.inverse];
    const kept = withoutTypedWords(meeting, forward, back).filter((patch) => !touchesScreen(patch));
    const restored = applyPatches(meeting, kept);
    const patches = [...kept, ...leapingNotes(meeting, restored).flatMap(madeInternal)];
    const unsaid = unsaidAfter(meeting, restored);
    // Whole, since an older file has no list to add to.
    if (unsaid !== meeting.unsaid) patches.push({ op: 'replace', path: ['unsaid'], value: unsaid });
    const next = patches.length === kept.length ? restored : applyPatches(meeting, patches);
    const orphaned = Object.values(next.drafts).some((draft) => next.agenda.items[draft.itemId] === undefined);
    if (orphaned) throw new Refused('itemIsCurrent');
    stack.moved(op);
    return { type: step.type, meeting: next, patches };
  };

  return { ...stack, undo: (meeting) => change(meeting, 'undo'), redo: (meeting) => change(meeting, 'redo') };
}
