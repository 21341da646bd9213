import type { AgendaItem, ItemId } from '../model/agenda-item.ts';
import { type Meeting, orderedItems } from '../model/meeting.ts';
import { findNote } from '../model/meeting-notes.ts';
import type { NoteId } from '../model/note.ts';

/** A text that is half typed on the desk. */
interface Unfinished {
  /** Whose it is. */
  readonly item: AgendaItem;
  /** The note that is being changed; `null`: a new one, in the note box. */
  readonly noteId: NoteId | null;
  /** Whether it is the note's text for the minutes. */
  readonly isWording: boolean;
}

/** The texts that are half typed on the desk, in the order of the agenda; no document contains them yet. */
export function unfinishedTexts(meeting: Meeting): Unfinished[] {
  const byItem = new Map<ItemId, Omit<Unfinished, 'item'>[]>();
  const add = (itemId: ItemId, noteId: NoteId | null, isWording: boolean): void => {
    byItem.set(itemId, [...(byItem.get(itemId) ?? []), { noteId, isWording }]);
  };
  for (const [key, { itemId, text, kind, author }] of Object.entries(meeting.drafts)) {
    const mark = key.indexOf(':');
    const note = mark === -1 ? undefined : findNote(meeting, key.slice(mark + 1));
    const isWording = key.startsWith('wording:');
    const same = note?.text === text && note.kind === kind && JSON.stringify(note.author) === JSON.stringify(author);
    if (mark === -1 || isWording ? text.trim() === '' : same) continue;
    if (mark === -1) add(itemId, null, false);
    else if (note !== undefined) add(note.itemId, note.id, isWording);
  }
  return orderedItems(meeting).flatMap((item) => (byItem.get(item.id) ?? []).map((text) => ({ item, ...text })));
}
