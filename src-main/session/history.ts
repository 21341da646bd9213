import { applyPatches, type Patch } from 'immer';
import type { Applied, CommandType } from '#core/commands/apply.ts';
import { Refused } from '#core/commands/definition.ts';
import type { Meeting } from '#core/model/meeting.ts';

interface Step {
  readonly type: CommandType;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
}

export interface Change {
  readonly meeting: Meeting;
  readonly patches: readonly Patch[];
}

/** What an application user undoes in a day, and little memory. */
const DEPTH = 500;

/** Undo and redo over the patches of the commands. */
export interface History {
  push(applied: Applied): void;
  /** @throws Refused `nothingToUndo`, or `itemIsCurrent` when a note is being typed for what would vanish */
  undo(meeting: Meeting): Change;
  /** @throws Refused `nothingToRedo` */
  redo(meeting: Meeting): Change;
  nextUndo(): CommandType | null;
  nextRedo(): CommandType | null;
}

const touchesDraft = ({ path }: Patch): boolean => path[0] === 'drafts';

/**
 * Undoing a note gives its words back to the box only when nothing else is being typed there, and redoing it takes them
 * out only when they are still the same: neither may ever overwrite typed words.
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

export function history(): History {
  const done: Step[] = [];
  const undone: Step[] = [];

  const change = (meeting: Meeting, forward: readonly Patch[], back: readonly Patch[]): Change => {
    const patches = withoutTypedWords(meeting, forward, back);
    const next = applyPatches(meeting, patches);
    const orphaned = Object.values(next.drafts).some((draft) => next.agenda.items[draft.itemId] === undefined);
    if (orphaned) throw new Refused('itemIsCurrent');
    return { meeting: next, patches };
  };

  return {
    push({ type, patches, inverse, undoable }) {
      if (!undoable || patches.length === 0) return;
      done.push({ type, patches, inverse });
      if (done.length > DEPTH) done.shift();
      undone.length = 0;
    },
    undo(meeting) {
      const step = done.at(-1);
      if (step === undefined) throw new Refused('nothingToUndo');
      const changed = change(meeting, step.inverse, step.patches);
      done.pop();
      undone.push(step);
      return changed;
    },
    redo(meeting) {
      const step = undone.at(-1);
      if (step === undefined) throw new Refused('nothingToRedo');
      const changed = change(meeting, step.patches, step.inverse);
      undone.pop();
      done.push(step);
      return changed;
    },
    nextUndo: () => done.at(-1)?.type ?? null,
    nextRedo: () => undone.at(-1)?.type ?? null,
  };
}
