import type { Patch } from 'immer';
import { spentAt } from '#core/clock/turn-clock.ts';
import { applyCommand, type CommandType } from '#core/commands/apply.ts';
import type { CommandContext } from '#core/commands/definition.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { Instant, Mono } from '#core/time/units.ts';
import type { SavedState } from '#core/views/desk.ts';
import { saveQueue } from '../storage/save-queue.ts';
import { type Change, history } from './history.ts';

/** The two clocks of the process; the demo and the tests step their own. */
export interface Clock {
  mono(): Mono;
  now(): Instant;
}

export interface MeetingSessionOptions {
  readonly meeting: Meeting;
  readonly clock: Clock;
  newId(): string;
  /** Returns when the meeting is on the disk for good. */
  save(meeting: Meeting): Promise<void>;
  /** Called after every change with its patches, and with none when only the saved state changed. */
  onChange(patches: readonly Patch[]): void;
}

/** One open meeting with its one writer: commands go in one after the other, each change is saved and told. */
export interface MeetingSession {
  meeting(): Meeting;
  /**
   * Applies a message of a window. @returns the change's sequence number
   * @throws Refused when it is no command or the command is refused; nothing is changed then
   */
  command(message: unknown): { seq: number };
  /** @throws Refused `nothingToUndo` */
  undo(): void;
  /** @throws Refused `nothingToRedo` */
  redo(): void;
  nextUndo(): CommandType | null;
  nextRedo(): CommandType | null;
  saved(): SavedState;
  /** The running turn and what it has spent, for the heartbeat; `null` when none runs. */
  beat(): { itemId: string; spent: number; at: Instant } | null;
  /** Resolves when every change is on the disk; rejects when saving fails. */
  flush(): Promise<void>;
  stop(): void;
}

export function meetingSession({
  meeting: first,
  clock,
  newId,
  save,
  onChange,
}: MeetingSessionOptions): MeetingSession {
  let meeting = first;
  const past = history();
  const queue = saveQueue({ write: () => save(meeting), onState: () => onChange([]), now: () => clock.now() });
  const context = (): CommandContext => ({ at: clock.now(), mono: clock.mono(), newId });

  const take = (change: Change): void => {
    meeting = change.meeting;
    if (change.patches.length === 0) return;
    queue.changed();
    onChange(change.patches);
  };

  return {
    meeting: () => meeting,
    command(message) {
      const applied = applyCommand(meeting, message, context());
      past.push(applied);
      take(applied);
      return { seq: queue.state().seq };
    },
    undo: () => take(past.undo(meeting)),
    redo: () => take(past.redo(meeting)),
    nextUndo: past.nextUndo,
    nextRedo: past.nextRedo,
    saved: queue.state,
    beat() {
      const item = meeting.current === null ? undefined : meeting.agenda.items[meeting.current];
      if (item?.status !== 'running') return null;
      return { itemId: item.id, spent: spentAt(item.turn, clock.mono()), at: clock.now() };
    },
    flush: queue.flush,
    stop: queue.stop,
  };
}
