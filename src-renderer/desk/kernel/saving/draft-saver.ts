import type { Command } from '#core/commands/apply.ts';
import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import type { Outbox } from '#renderer/client/outbox.ts';
import type { OutboxEntry } from '#renderer/client/outbox-storage.ts';
import { type Timers, typingPause } from '#renderer/kit/autosave-delay.ts';

type DraftSet = Extract<Command, { type: 'draft.set' }>;
export type Typed = DraftSet['draft'];

/** The outbox's key of a draft; `key` is the meeting's own. */
export const draftEntry = (key: string): string => `draft/${key}`;

/** The window's own version of a draft, which is newer than the meeting's; `dropped` if it was discarded. */
export function unsentDraft(outbox: Outbox, key: string): Typed | 'dropped' | null {
  const command = outbox.find(draftEntry(key));
  if (command?.type === 'draft.set') return command.draft;
  return command?.type === 'draft.drop' ? 'dropped' : null;
}

/** A draft as the window knows it: its own version, else the meeting's; `null` if there is none. */
export function keptDraft(outbox: Outbox, meeting: Meeting | null, key: string): Typed | null {
  const draft = unsentDraft(outbox, key) ?? meeting?.drafts[key] ?? 'dropped';
  return draft === 'dropped' ? null : draft;
}

/**
 * The drafts that the window gave up, by the meeting's key, until that is on the disk: what was sent of one before it may still
 * come back in a view.
 */
export const givenUpDrafts = (entries: readonly OutboxEntry[]): string[] =>
  entries.flatMap(({ command }) => (command.type === 'draft.drop' ? [command.key] : []));

/** Whether anything is left of a draft, in the meeting or on its way there. */
export const hasDraft = (outbox: Outbox, meeting: Meeting | null, key: string): boolean =>
  meeting?.drafts[key] !== undefined || outbox.entries().some((entry) => entry.key === draftEntry(key));

export interface DraftSaverOptions {
  /** The meeting's key of the draft. */
  readonly key: DraftSet['key'];
  /** The meeting for which it is typed, whatever is open when it is sent. */
  readonly meetingId: MeetingId | null;
  readonly outbox: Outbox;
  readonly timers?: Timers | undefined;
  /** Told whether somebody is typing: see `typingPause`. */
  readonly tell?: ((isTyping: boolean) => void) | undefined;
}

export interface DraftSaver {
  /** A newer draft; it replaces the one that waits. */
  typed(draft: Typed): void;
  /** Sends what waits, now. */
  flush(): void;
  /** What was typed is now part of another command: nothing waits, and the window keeps no draft. */
  forget(): void;
  /** What was typed is discarded: the meeting deletes the draft too, whatever of it was sent. */
  drop(): void;
  readonly waiting: boolean;
}

/** Stores a text being typed as a draft of the meeting; from the first key on the window keeps it itself. */
export function draftSaver({ key, meetingId, outbox, timers, tell }: DraftSaverOptions): DraftSaver {
  let pending: OutboxEntry | null = null;
  const send = (): void => {
    const entry = pending;
    pending = null;
    if (entry !== null) void outbox.send(entry);
  };
  const pause = typingPause(send, timers, tell);
  const flush = (): void => {
    pause.cancel();
    send();
  };
  const put = (command: Command): void => {
    pending = outbox.put(draftEntry(key), command, meetingId);
  };

  return {
    typed: (draft) => {
      put({ type: 'draft.set', key, draft });
      pause.typed();
    },
    flush,
    forget: () => {
      pause.cancel();
      pending = null;
      outbox.drop(draftEntry(key), meetingId);
    },
    drop: () => {
      put({ type: 'draft.drop', key });
      flush();
    },
    get waiting() {
      return pause.waiting;
    },
  };
}
