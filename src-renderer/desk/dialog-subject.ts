import { useLayoutEffect } from 'react';
import { isPending } from '#core/model/agenda-item.ts';
import { itemOf, type Meeting } from '#core/model/meeting.ts';
import { followUpsNow } from '#core/model/meeting-matters.ts';
import { findNote } from '#core/model/meeting-notes.ts';
import { useDeskValue, useRuntime } from './kernel/desk-context.tsx';
import { closeDialog, type DeskDialog } from './kernel/ui-store.ts';
import { useStoreValue } from './kernel/value-store.ts';
import { turnStep } from './meeting/turn-step.ts';

/**
 * Whether what a dialog is about is still there. A key works in front of a dialog too: it may end the turn that is asked about, and
 * an undo may take away the item or the note.
 */
export function hasSubject(meeting: Meeting | null, dialog: DeskDialog): boolean {
  switch (dialog.kind) {
    case 'conclude': {
      const step = meeting === null ? null : turnStep(meeting);
      return (step?.at === 'running' || step?.at === 'paused') && step.item.id === dialog.itemId;
    }
    case 'closeMeeting':
      return meeting !== null && /^(?:called|running|paused)$/.test(turnStep(meeting).at);
    case 'swap': {
      const item = meeting === null ? null : itemOf(meeting, dialog.itemId);
      return item !== null && (isPending(item) || item.status === 'called');
    }
    case 'otherDay':
      return meeting?.status === 'prepared';
    case 'item':
      return meeting !== null && itemOf(meeting, dialog.itemId) !== null;
    case 'slidePages':
      return meeting !== null && itemOf(meeting, dialog.itemId)?.slides != null;
    case 'followUp':
      if (meeting === null) return false;
      if (dialog.followUpId !== null) return followUpsNow(meeting).some(({ id }) => id === dialog.followUpId);
      return dialog.noteId === null || findNote(meeting, dialog.noteId) !== undefined;
    case 'attendee':
      return (
        meeting !== null && (dialog.attendeeId === null || Object.hasOwn(meeting.attendance.items, dialog.attendeeId))
      );
    case 'moveNote':
    case 'concerns':
      return meeting !== null && findNote(meeting, dialog.noteId) !== undefined;
    default:
      return true;
  }
}

/** Closes the dialog whose subject has gone, before that is painted: it would come back by itself with the next one. */
export function DialogEnd(): null {
  const { ui } = useRuntime();
  const dialog = useStoreValue(ui, (state) => state.dialog);
  const isOver = useDeskValue(({ meeting }) => dialog !== null && !hasSubject(meeting, dialog));
  useLayoutEffect(() => {
    if (isOver) closeDialog(ui, dialog);
  }, [isOver, dialog, ui]);
  return null;
}
