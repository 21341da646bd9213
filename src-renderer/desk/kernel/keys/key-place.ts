import type { NoteId } from '#core/model/note.ts';

/** Where the focus was when a key was pressed, for what is done with the key later. */
export interface KeyPlace {
  /** The saved note it was in: the note itself, one of its buttons, or the box in which it is changed. */
  readonly noteId: NoteId | null;
  /** The follow-up it was in. */
  readonly followUpId: string | null;
  /**
   * Whether it is still there, or nowhere: whoever has gone on somewhere else since stays there. What nothing had when
   * the key came is only being given back, by a dialog that has just closed.
   */
  isStillHere(): boolean;
}

/** The place of a key that is just being pressed. */
export function keyPlace(): KeyPlace {
  const element = document.activeElement;
  return {
    noteId: element?.closest<HTMLElement>('[data-note-id]')?.dataset.noteId ?? null,
    followUpId: element?.closest<HTMLElement>('[data-follow-up-id]')?.dataset.followUpId ?? null,
    isStillHere: () =>
      element === document.body || document.activeElement === element || document.activeElement === document.body,
  };
}
