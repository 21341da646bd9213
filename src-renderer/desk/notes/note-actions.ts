import { followUpsNow } from '#core/model/meeting-matters.ts';
import { findNote } from '#core/model/meeting-notes.ts';
import type { NoteId, Visibility } from '#core/model/note.ts';
import { isLeap } from '#core/model/note-readers.ts';
import { useRuntime } from '../kernel/desk-context.tsx';
import { visibilityCap } from '../kernel/keys/keymap.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';
import { showUndoToast } from '../kernel/toasts/undo-toast.ts';

export interface NoteActions {
  edit(noteId: NoteId): void;
  /** Leaves the text unchanged. */
  cancelEdit(noteId: NoteId): void;
  remove(noteId: NoteId): Promise<void>;
  /** Asks whom it concerns besides the presenter. */
  address(noteId: NoteId): void;
  /**
   * Sets who may see it; `shown` on a shown note takes it off the projector, on a private one it says what must come
   * first.
   */
  show(noteId: NoteId, visibility: Visibility): Promise<void>;
  /** Pins a shown note, or unpins it. */
  pin(noteId: NoteId): Promise<void>;
  /** Takes a shown note off the projector; it stays in the minutes. */
  takeOff(noteId: NoteId): Promise<void>;
  followUp(noteId: NoteId): void;
  /** Keeps what it says as a problem that comes back with its agency until it is solved. */
  keepProblem(noteId: NoteId): Promise<void>;
  move(noteId: NoteId): void;
}

/** What can be done with a saved note, for buttons and keys alike. */
export function noteActions(runtime: DeskRuntime): NoteActions {
  const { store, ui, send, toasts, t } = runtime;
  return {
    edit: (noteId) =>
      ui.update((state) => ({
        ...state,
        editing: [...state.editing.filter((id) => id !== noteId), noteId],
        wantedNote: noteId,
      })),
    cancelEdit: (noteId) => ui.update((state) => ({ ...state, editing: state.editing.filter((id) => id !== noteId) })),
    remove: async (noteId) => {
      if (await send({ type: 'note.delete', noteId })) showUndoToast(runtime, 'note.delete', t('toast.noteDeleted'));
    },
    show: async (noteId, wanted) => {
      const { meeting } = store.current();
      const note = meeting === null ? undefined : findNote(meeting, noteId);
      if (note === undefined) return;
      const visibility = wanted === 'shown' && note.visibility === 'shown' ? 'internal' : wanted;
      if (visibility === note.visibility) return;
      if (isLeap(note.visibility, visibility)) {
        toasts.show({ tone: 'info', text: t('toast.stillPrivate', { key: visibilityCap('internal') }) });
        return;
      }
      const opened = note.visibility === 'private';
      if (!(await send({ type: 'note.edit', noteId, fields: { visibility } }))) return;
      const text = opened ? t('toast.noLongerPrivate') : t(`toast.visibility.${visibility}`);
      toasts.show({ tone: 'success', text });
    },
    address: (noteId) => ui.update((state) => ({ ...state, dialog: { kind: 'concerns', noteId } })),
    pin: async (noteId) => {
      const { meeting } = store.current();
      const note = meeting === null ? undefined : findNote(meeting, noteId);
      if (note === undefined || !(await send({ type: 'note.pin', noteId, pinned: !note.pinned }))) return;
      toasts.show({ tone: 'success', text: t(note.pinned ? 'toast.unpinned' : 'toast.pinned'), forRoom: true });
    },
    takeOff: async (noteId) => {
      const { meeting } = store.current();
      const note = meeting === null ? undefined : findNote(meeting, noteId);
      if (note?.visibility !== 'shown') return;
      if (!(await send({ type: 'note.edit', noteId, fields: { visibility: 'internal' } }))) return;
      toasts.show({ tone: 'success', text: t('toast.visibility.internal'), forRoom: true });
    },
    followUp: (noteId) => {
      const meeting = store.current().meeting;
      const known = (meeting === null ? [] : followUpsNow(meeting)).find((followUp) => followUp.noteId === noteId);
      ui.update((state) => ({
        ...state,
        dialog: { kind: 'followUp', noteId: known === undefined ? noteId : null, followUpId: known?.id ?? null },
      }));
    },
    keepProblem: async (noteId) => {
      if (await send({ type: 'problem.keep', noteId, itemId: null, text: null })) {
        showUndoToast(runtime, 'problem.keep', t('problems.toast.kept'));
      }
    },
    move: (noteId) => ui.update((state) => ({ ...state, dialog: { kind: 'moveNote', noteId } })),
  };
}

export const useNoteActions = (): NoteActions => noteActions(useRuntime());
