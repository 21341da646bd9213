import { editDraftKey } from '#core/commands/notes.ts';
import { findNote } from '#core/model/meeting-notes.ts';
import type { Note } from '#core/model/note.ts';
import { shownItem } from '#core/views/selected-item.ts';
import { focusComposer } from '../kernel/keys/note-box-focus.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';
import type { Typed } from '../kernel/saving/draft-saver.ts';
import { offerDraft, saysTheSame } from '../kernel/saving/left-draft.ts';

/** Offers the discarded words of a note: in its own box; if it is gone by then, in the note box. */
export function offerEdit(runtime: DeskRuntime, { id }: Note, typed: Typed): void {
  const { store, ui, composer, t } = runtime;
  const noteNow = (): Note | undefined => {
    const { meeting } = store.current();
    return meeting === null ? undefined : findNote(meeting, id);
  };
  offerDraft(runtime, {
    key: editDraftKey(id),
    typed,
    message: t('words.noteLeft'),
    isSaved: (words) => {
      const note = noteNow();
      return note !== undefined && saysTheSame(words, note);
    },
    elsewhere: () => {
      // The words may be brought back on another screen, where no note and no box is.
      if (store.current().meeting !== null) ui.update((state) => ({ ...state, screen: 'meeting' }));
      if (noteNow() !== undefined) return false;
      const { text } = composer.state.get();
      composer.type(text === '' ? typed.text : `${text}\n${typed.text}`);
      focusComposer();
      return true;
    },
    open: () => {
      const { meeting } = store.current();
      const itemId = noteNow()?.itemId ?? typed.itemId;
      ui.update((state) => ({
        ...state,
        selected: meeting !== null && shownItem(meeting, state.selected)?.id === itemId ? state.selected : itemId,
        editing: [...state.editing.filter((other) => other !== id), id],
        wantedNote: id,
      }));
    },
  });
}
