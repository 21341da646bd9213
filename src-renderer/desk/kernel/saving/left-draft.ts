import { isSameAuthor } from '#core/model/note.ts';
import type { DeskRuntime } from '../runtime.ts';
import { draftSaver, keptDraft, type Typed } from './draft-saver.ts';

/** What was typed as a draft of the meeting, and a key has taken off the screen. */
export interface LeftDraft {
  /** The meeting's key of the draft. */
  readonly key: string;
  readonly typed: Typed;
  /** What the message says. */
  readonly message: string;
  /** Whether words are in the meeting already, so that nothing is lost without them. */
  isSaved(typed: Typed): boolean;
  /** Takes the words if the box of the draft is gone for good. @returns whether it is */
  elsewhere?(): boolean;
  /** Goes to the box of the draft. */
  open(): void;
}

type Words = Pick<Typed, 'text' | 'kind' | 'author'>;

/** Whether neither says anything that the other does not: drafts, or a note. */
export const saysTheSame = (a: Words, b: Words): boolean =>
  a.text === b.text && a.kind === b.kind && isSameAuthor(a.author, b.author);

/**
 * Offers what a key has closed. Its box may be open again by then: it takes the words, and what was typed there since is
 * offered in its turn.
 */
export function offerDraft(runtime: DeskRuntime, left: LeftDraft): void {
  const { store, outbox, ui, wayBack } = runtime;
  const { key, typed, message, isSaved, elsewhere, open } = left;
  wayBack.offer(message, () => {
    if (elsewhere?.() === true) return;
    const { meeting } = store.current();
    const since = keptDraft(outbox, meeting, key);
    const saver = draftSaver({ key, meetingId: meeting?.id ?? null, outbox });
    saver.typed(typed);
    saver.flush();
    ui.update(({ givenBack, ...state }) => ({
      ...state,
      givenBack: { ...givenBack, [key]: (givenBack[key] ?? 0) + 1 },
    }));
    open();
    if (since !== null && since.text.trim() !== '' && !saysTheSame(since, typed) && !isSaved(since))
      offerDraft(runtime, { ...left, typed: since });
  });
}
