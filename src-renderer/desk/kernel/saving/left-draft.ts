import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import { isSameAuthor } from '#core/model/note.ts';
import type { DeskRuntime } from '../runtime.ts';
import { withGivenBack } from '../ui-store.ts';
import { draftSaver, keptDraft, type Typed } from './draft-saver.ts';

/** What was typed as a draft of the meeting, and a key has taken off the screen. */
export interface LeftDraft {
  /** The meeting's key of the draft. */
  readonly key: string;
  readonly typed: Typed;
  /** The meeting in which it was typed. */
  readonly meetingId: MeetingId;
  /** What the message says. */
  readonly message: string;
  /** Takes the words if the box of the draft is gone for good. @returns whether it is */
  elsewhere?(meeting: Meeting): boolean;
  /** Goes to the box of the draft. */
  open(meeting: Meeting): void;
  /** Told what else was typed in the box since: these words take its place. */
  replaced(since: Typed): void;
  /** Told once that the words are being brought back, or no longer can be. */
  ended?(): void;
}

type Words = Pick<Typed, 'text' | 'kind' | 'author'>;

/** Whether neither says anything that the other does not: drafts, or a note. */
export const saysTheSame = (a: Words, b: Words): boolean =>
  a.text === b.text && a.kind === b.kind && isSameAuthor(a.author, b.author);

/** Offers what a key has closed. Its box may be open again by then, or its meeting closed. */
export function offerDraft(runtime: DeskRuntime, left: LeftDraft): void {
  const { store, outbox, ui, wayBack, toasts, t } = runtime;
  const { key, typed, meetingId } = left;
  const bringBack = (): void => {
    const { meeting } = store.current();
    const here = meeting?.id === meetingId ? meeting : null;
    if (here !== null && left.elsewhere?.(here) === true) return;
    const since = here === null ? null : keptDraft(outbox, here, key);
    const saver = draftSaver({ key, meetingId, outbox });
    saver.typed(typed);
    saver.flush();
    if (here === null) {
      // They wait for their own meeting, and are in no box of another one.
      toasts.show({ tone: 'info', text: t('words.waiting') });
      return;
    }
    ui.update((state) => withGivenBack(state, key));
    left.open(here);
    if (since !== null && since.text.trim() !== '' && !saysTheSame(since, typed)) left.replaced(since);
  };
  wayBack.offer(left.message, bringBack, left.ended);
}

/**
 * Keeps words that were refused when their box had been left: whoever changed what they are about has ended their draft, and
 * nothing else has them any more. A box that was opened since takes them; those of a thing that is gone can be copied.
 */
export function keepRefused(
  { store, outbox, ui }: DeskRuntime,
  { key, meetingId, typed }: Pick<LeftDraft, 'key' | 'meetingId' | 'typed'>,
): void {
  const { meeting } = store.current();
  // Newer ones stay; those of a meeting that is not open are not known.
  const isKept = meeting?.id === meetingId && keptDraft(outbox, meeting, key) !== null;
  if (isKept || typed.text === '') return;
  const saver = draftSaver({ key, meetingId, outbox });
  saver.typed(typed);
  saver.flush();
  ui.update((state) => withGivenBack(state, key));
}
