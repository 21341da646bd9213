import type { Command } from '#core/commands/apply.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { findNote } from '#core/model/meeting-notes.ts';
import type { DeskT } from '../kernel/i18n.ts';
import { briefName } from './item-name.ts';

/** What a command is about, as the user knows it: the agency or the other item; empty if neither. */
export function placeOf(t: DeskT, meeting: Meeting | null, command: Command): string {
  if (meeting === null) return '';
  const itemId =
    command.type === 'draft.set'
      ? command.draft.itemId
      : 'itemId' in command
        ? command.itemId
        : 'noteId' in command && command.noteId !== null
          ? findNote(meeting, command.noteId)?.itemId
          : undefined;
  const item = itemId === undefined || itemId === null ? undefined : meeting.agenda.items[itemId];
  return item === undefined ? '' : briefName(t, meeting, item);
}
