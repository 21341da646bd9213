import { isDeepStrictEqual } from 'node:util';
import { applyPatches } from 'immer';
import { applyRegisterCommand, type RegisterCommandType, type RegisterContext } from '#core/commands/register.ts';
import type { Register } from '#core/model/register.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { type Step, stepStack } from '../meeting/history.ts';
import type { OpenedDocument } from '../meeting/journal.ts';
import { type Clock, type DocumentSession, documentSession } from '../meeting/journal.ts';

/** The open register with its one writer. */
export interface RegisterSession
  extends Pick<DocumentSession<Register>, 'saved' | 'flush' | 'close' | 'stop' | 'seq' | 'isOpen'> {
  register(): Register;
  readonly readOnly: boolean;
  /**
   * Applies a command.
   * @param audience who sends it: the desk, or the application itself
   * @throws Refused as `applyRegisterCommand` does, `readOnly`, `meetingChanging`
   */
  command(message: unknown, audience: 'desk' | 'application'): void;
  /** @throws Refused `nothingToUndo`, `nothingToRedo` */
  step(op: 'undo' | 'redo'): void;
  /** What undo or redo would take back; `null` if there is nothing. */
  next(op: 'undo' | 'redo'): RegisterCommandType | null;
}

export interface RegisterSessionOptions {
  readonly opened: OpenedDocument<Register, RegisterCommandType>;
  readonly clock: Clock;
  context(): RegisterContext;
  /** Called after every change, and when only the saved state changed. */
  onChange(): void;
}

const recordsIn = (part: unknown): Record<string, unknown> => {
  const records = typeof part === 'object' && part !== null && 'items' in part ? part.items : part;
  return typeof records === 'object' && records !== null ? { ...records } : {};
};

/**
 * Whether a step that replaces whole parts of the register, as restoring a backup does, would take away what came in since by
 * no step of its own: an import, or what a deleted meeting handed over.
 */
function takesAway(register: Register, { patches, inverse }: Step<RegisterCommandType>): boolean {
  return patches.some(({ path: [key, ...deeper], value }) => {
    if (deeper.length > 0) return false;
    const other = inverse.find(({ path }) => path.length === 1 && path[0] === key)?.value;
    const known = [value, other].map(recordsIn);
    // What deleting a meeting wrote gets shorter when a meeting is there again, and nothing is lost by that.
    const isKnown = ([id, record]: [string, unknown]): boolean =>
      known.some((one) => Object.hasOwn(one, id) && (key === 'discarded' || isDeepStrictEqual(one[id], record)));
    return !Object.entries(recordsIn(register[key as keyof Register])).every(isKnown);
  });
}

export function registerSession({ opened, clock, context, onChange }: RegisterSessionOptions): RegisterSession {
  const past = stepStack(opened.steps);
  const own = documentSession(opened, clock, past.steps, onChange);
  /** The step that undo or redo would take; `null` if there is none that takes away nothing else. */
  const possible = (op: 'undo' | 'redo'): Step<RegisterCommandType> | null => {
    const step = past.next(op);
    return step === null || takesAway(own.current(), step) ? null : step;
  };
  const nothing = (op: 'undo' | 'redo') => (op === 'undo' ? 'nothingToUndo' : 'nothingToRedo');
  return {
    register: own.current,
    readOnly: opened.readOnly,
    command(message, audience) {
      own.mayWrite();
      const { register, type, patches, inverse, undoable } = applyRegisterCommand(own.current(), message, context());
      if (patches.length === 0) return;
      past.push({ type, patches, inverse, undoable });
      own.take(register, { audience, type, op: 'do', patches, ...(undoable ? { inverse } : {}) });
    },
    step(op) {
      own.mayWrite();
      const step = possible(op);
      if (step === null) throw new Refused(nothing(op));
      const { type, patches, inverse } = step;
      const forward = op === 'undo' ? inverse : patches;
      let next: Register;
      try {
        next = applyPatches(own.current(), [...forward]);
      } catch (error) {
        // What it would change is not there any more: the application has changed it since.
        throw new Refused(nothing(op), {}, error);
      }
      past.moved(op);
      own.take(next, { audience: 'desk', type, op, patches: forward });
    },
    next: (op) => possible(op)?.type ?? null,
    seq: own.seq,
    isOpen: own.isOpen,
    saved: own.saved,
    flush: own.flush,
    close: own.close,
    stop: own.stop,
  };
}
