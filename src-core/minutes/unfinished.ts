import type { Meeting } from '../model/meeting.ts';
import { findNote } from '../model/meeting-notes.ts';

/** How many texts are half typed on the desk; no document contains them yet. */
export function unfinishedTexts(meeting: Meeting): number {
  return Object.entries(meeting.drafts).filter(([key, { text, kind, author }]) => {
    const mark = key.indexOf(':');
    if (mark === -1 || key.startsWith('wording:')) return text.trim() !== '';
    const note = findNote(meeting, key.slice(mark + 1));
    const same = note?.text === text && note.kind === kind && JSON.stringify(note.author) === JSON.stringify(author);
    return note !== undefined && !same;
  }).length;
}
