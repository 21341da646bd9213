import { itemOf } from '#core/model/meeting.ts';
import { notesOf } from '#core/model/meeting-notes.ts';
import type { NoteId } from '#core/model/note.ts';
import { isAnnouncementFresh, type Layout } from '#core/model/screen.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';

/** What the operator does with the projector, for keys and menus alike. */
export function screenActions({ store, ui, send, roomLooks }: DeskRuntime) {
  return {
    /** Shows a layout; an announcement that is not typed yet, or was made during another item, opens the dialog first. */
    async layout(layout: Layout): Promise<void> {
      const { meeting } = store.current();
      if (
        meeting !== null &&
        layout === 'announcement' &&
        meeting.screen.layout !== 'announcement' &&
        !isAnnouncementFresh(meeting.screen, meeting.current)
      ) {
        // It is typed in a dialog, which the room would see if it looks at this window.
        if (roomLooks()) return;
        ui.update((state) => ({ ...state, dialog: { kind: 'arrangeProjector', announcing: true } }));
        return;
      }
      await send({ type: 'screen.layout', layout });
    },
    /** The newest note of the active item that the projector shows, or `null`. */
    newestShown(): NoteId | null {
      const { meeting } = store.current();
      const item = meeting === null ? null : itemOf(meeting, meeting.current);
      if (meeting === null || item === null) return null;
      return notesOf(meeting, item).findLast(({ visibility }) => visibility === 'shown')?.id ?? null;
    },
  };
}
