import { type Patch, produceWithPatches } from 'immer';
import { applyCommand, type CommandType } from '#core/commands/apply.ts';
import type { CommandContext, MeetingDraft } from '#core/commands/definition.ts';
import { takeLate, takeNews } from '#core/commands/take-news.ts';
import { recoverRunningTurn } from '#core/commands/turn.ts';
import type { CarriedMatters } from '#core/model/carry.ts';
import type { Kop } from '#core/model/kop.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { News } from '#core/model/news.ts';
import type { SameAgency } from '#core/model/take-agency.ts';
import { withUnsaidOf } from '#core/model/unsaid.ts';
import { spentAt } from '#core/schedule/turn-clock.ts';
import type { Duration, Instant } from '#core/time/units.ts';
import type { HistoryStep, SavedState } from '#core/views/desk.ts';
import { historySubject } from '#core/views/history-subject.ts';
import { history } from './history.ts';
import { type Clock, documentSession } from './journal.ts';
import type { Opened } from './meeting-store.ts';
import { boundToNews } from './news-bound.ts';
import { NEWS_LINE, OUTAGE_LINE, RESTORE_LINE } from './recovery.ts';

export interface MeetingSessionOptions {
  readonly opened: Opened;
  readonly clock: Clock;
  newId(): string;
  /** The letterhead of the settings as it is now. */
  kop?(): Kop;
  /** See `CommandContext.lastHeard`. */
  readonly lastHeard?: CommandContext['lastHeard'];
  /** See `CommandContext.isCarried`. */
  readonly isCarried?: CommandContext['isCarried'];
  /** See `CommandContext.slidesBytes`. */
  readonly slidesBytes?: CommandContext['slidesBytes'];
  /** Called after every change with its patches, and without any if only the saved state changed. */
  onChange(patches: readonly Patch[]): void;
}

/** One open meeting with its one writer: commands are applied one after the other, each change is saved and published. */
export interface MeetingSession {
  meeting(): Meeting;
  readonly readOnly: boolean;
  /**
   * Applies a message of a window.
   * @returns the change's sequence number
   * @throws Refused if it is not a command or the command is refused; nothing is changed then
   */
  command(message: unknown): { seq: number };
  /** @throws Refused `nothingToUndo` */
  undo(): void;
  /** @throws Refused `nothingToRedo` */
  redo(): void;
  nextUndo(): CommandType | null;
  nextRedo(): CommandType | null;
  /** What undo or redo would take back, as the desk names it; `null` if there is nothing. */
  step(op: 'undo' | 'redo'): HistoryStep | null;
  saved(): SavedState;
  /** The running turn and its spent time, for the heartbeat; `null` if none is running. */
  heartbeat(): { itemId: string; spent: number; at: Instant } | null;
  /**
   * Pauses a turn that was running during an interruption (sleep) at what it had spent, and asks the operator; no
   * effect if none was running.
   */
  settle(spent: Duration, lastSeen: Instant): void;
  /** Takes what happened elsewhere to its follow-ups and problems into the meeting; undo does not reach it. */
  takeNews(news: News, isSame?: SameAgency): void;
  /** Takes what the meeting before it left open since; undo does not reach behind it, see `boundToNews`. */
  takeLate(late: CarriedMatters, isSame?: SameAgency): void;
  /** Replaces the meeting by a backup; undo does not reach behind it. */
  replace(meeting: Meeting): void;
  /** Resolves when every change is on the disk. @throws Refused if saving fails, see `Journal` */
  flush(): Promise<void>;
  /**
   * Saves everything and writes the meeting whole; meanwhile and afterwards changes are refused with `meetingChanging`.
   * @throws Refused if a change could not be saved; the session then continues as before
   */
  close(): Promise<void>;
  /** Ends without waiting for what cannot be saved. */
  stop(): Promise<void>;
}

export function meetingSession({
  opened,
  clock,
  newId,
  kop,
  lastHeard,
  isCarried,
  slidesBytes,
  onChange,
}: MeetingSessionOptions): MeetingSession {
  let past = history(opened.steps);
  let begun = false;
  const own = documentSession(
    { ...opened, document: opened.meeting },
    clock,
    () => past.steps(),
    (patches) => {
      // Nobody has the session yet who could be informed of a change.
      if (begun || patches.length === 0) onChange(patches);
    },
  );
  const { current, mayWrite, take } = own;
  const context = (): CommandContext => ({
    at: clock.now(),
    mono: clock.mono(),
    newId,
    ...(kop === undefined ? {} : { kop: kop() }),
    ...(lastHeard === undefined ? {} : { lastHeard }),
    ...(isCarried === undefined ? {} : { isCarried }),
    ...(slidesBytes === undefined ? {} : { slidesBytes }),
  });

  const step = (op: 'undo' | 'redo'): void => {
    mayWrite();
    const { meeting: next, patches, type } = past[op](current());
    take(next, { audience: 'desk', type, op, patches });
  };
  const settle = (spent: Duration, lastSeen: Instant): void => {
    if (!own.isOpen()) return;
    const itemId = current().current;
    const [next, patches] = produceWithPatches(current(), (draft: MeetingDraft) =>
      recoverRunningTurn(draft, spent, lastSeen),
    );
    if (patches.length === 0) return;
    past.restarted(itemId);
    take(next, { audience: 'application', type: OUTAGE_LINE, op: 'do', patches });
  };

  function takeIn(change: (draft: MeetingDraft) => void): void {
    mayWrite();
    const [next, patches] = produceWithPatches(current(), change);
    if (patches.length === 0) return;
    past.forget(boundToNews(patches));
    take(next, { audience: 'application', type: NEWS_LINE, op: 'do', patches });
  }

  past.restarted(null);
  settle(opened.outage.spent, opened.outage.lastSeen);
  begun = true;

  return {
    meeting: current,
    readOnly: opened.readOnly,
    command(message) {
      mayWrite();
      const { meeting: next, ...applied } = applyCommand(current(), message, context());
      past.push(applied);
      const { type, patches, inverse, undoable } = applied;
      if (patches.length > 0) {
        take(next, { audience: 'desk', type, op: 'do', patches, ...(undoable ? { inverse } : {}) });
      }
      return { seq: own.seq() };
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    nextUndo: () => past.nextUndo(),
    nextRedo: () => past.nextRedo(),
    step(op) {
      const next = past.next(op);
      if (next === null) return null;
      return { type: next.type, ...historySubject(current(), next.type, next.patches, next.inverse) };
    },
    saved: own.saved,
    heartbeat() {
      const meeting = current();
      const item = meeting.current === null ? undefined : meeting.agenda.items[meeting.current];
      if (item?.status !== 'running') return null;
      return { itemId: item.id, spent: spentAt(item.turn, clock.mono()), at: clock.now() };
    },
    settle,
    takeNews: (news, isSame) => takeIn((draft) => takeNews(draft, news, newId, isSame)),
    takeLate: (late, isSame) => takeIn((draft) => takeLate(draft, late, newId, isSame)),
    replace(meeting) {
      mayWrite();
      past = history();
      const next = withUnsaidOf(current(), meeting);
      const patches: Patch[] = [{ op: 'replace', path: [], value: next }];
      take(next, { audience: 'application', type: RESTORE_LINE, op: 'do', patches });
    },
    flush: own.flush,
    close: own.close,
    stop: own.stop,
  };
}
