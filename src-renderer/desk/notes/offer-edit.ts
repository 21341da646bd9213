import { editDraftKey } from '#core/commands/notes.ts';
import { itemOf, type Meeting, type MeetingId } from '#core/model/meeting.ts';
import { findNote } from '#core/model/meeting-notes.ts';
import type { Note, NoteId } from '#core/model/note.ts';
import { shownItem } from '#core/views/selected-item.ts';
import { focusComposer } from '../kernel/keys/note-box-focus.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';
import type { Typed } from '../kernel/saving/draft-saver.ts';
import { offerDraft, saysTheSame } from '../kernel/saving/left-draft.ts';

/** Whether a note was ever private while this is asked about: it may be gone when its words come back. */
function privacyOf({ store }: DeskRuntime, id: NoteId, before: boolean): { was(): boolean; end(): void } {
  let wasPrivate = before;
  const end = store.subscribe(() => {
    const { meeting } = store.current();
    wasPrivate ||= meeting !== null && findNote(meeting, id)?.visibility === 'private';
  });
  return { was: () => wasPrivate, end };
}

/** Goes to a note, in whose box words are still to be saved; if it is gone, to its item. */
export function goToEdit({ store, ui }: DeskRuntime, { id, itemId: before }: Note): void {
  const { meeting } = store.current();
  if (meeting === null) return;
  const itemId = findNote(meeting, id)?.itemId ?? before;
  ui.update((state) => ({
    ...state,
    screen: 'meeting',
    selected: shownItem(meeting, state.selected)?.id === itemId ? state.selected : itemId,
    editing: [...state.editing.filter((other) => other !== id), id],
    wantedNote: id,
  }));
}

/** Offers the discarded words of a note: in its own box; if it is gone by then, in the note box. */
export function offerEdit(runtime: DeskRuntime, meetingId: MeetingId, note: Note, typed: Typed): void {
  const { store, ui, composer, t } = runtime;
  const noteIn = (meeting: Meeting | null): Note | undefined =>
    meeting === null ? undefined : findNote(meeting, note.id);
  const offer = (message: string, wasPrivate: boolean): void => {
    const privacy = privacyOf(runtime, note.id, wasPrivate);
    offerDraft(runtime, {
      key: editDraftKey(note.id),
      typed,
      meetingId,
      message,
      elsewhere: (meeting) => {
        // The words may be brought back on another screen, where no note and no box is.
        ui.update((state) => ({ ...state, screen: 'meeting' }));
        if (noteIn(meeting) !== undefined) return false;
        const itemId = (itemOf(meeting, typed.itemId) ?? shownItem(meeting, ui.get().selected))?.id;
        // They are not mixed with other words, which may be somebody else's, or for other eyes.
        if (itemId === undefined || composer.state.get().text !== '') offer(t('words.boxInUse'), privacy.was());
        else {
          // Words of an edit are on no projector; those of a new note are, with live typing, if it is to be shown.
          composer.put({ ...typed, itemId, visibility: privacy.was() ? 'private' : 'internal' });
          focusComposer();
        }
        return true;
      },
      open: () => goToEdit(runtime, note),
      replaced: (words) => {
        const now = noteIn(store.current().meeting);
        if (now !== undefined && !saysTheSame(words, now)) offerEdit(runtime, meetingId, now, words);
      },
      ended: privacy.end,
    });
  };
  offer(t('words.noteLeft'), note.visibility === 'private');
}
