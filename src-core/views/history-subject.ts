import type { Patch } from 'immer';
import { z } from 'zod';
import type { CommandType } from '../commands/apply.ts';
import type { Meeting } from '../model/meeting.ts';
import { findNote } from '../model/meeting-notes.ts';
import { Author } from '../model/note.ts';

/** Whose note or which item a step of the history is about: "hapus catatan Sekda", "mulai giliran PUPR". */
export interface HistorySubject {
  readonly author: Author | null;
  readonly itemId: string | null;
}

const Written = z.looseObject({ author: Author });

/** The author of a note that a patch brings or takes, whole or within its item's record. */
function authorIn(meeting: Meeting, { path, value }: Patch): Author | null {
  const [root, second, noteId] = path;
  if (root === 'wording') {
    return second === 'notes' ? (findNote(meeting, String(noteId ?? ''))?.author ?? null) : null;
  }
  if (root !== 'notes') return null;
  const candidates: unknown[] = noteId === undefined ? Object.values(value ?? {}) : [value];
  for (const candidate of candidates) {
    const note = Written.safeParse(candidate);
    if (note.success) return note.data.author;
  }
  return noteId === undefined ? null : (findNote(meeting, String(noteId))?.author ?? null);
}

/**
 * What a step is about, told from its patches; nothing of it is stored.
 * @param patches the step's patches and their inverse
 */
export function historySubject(meeting: Meeting, type: CommandType, patches: readonly Patch[]): HistorySubject {
  if (type.startsWith('note.') || type.startsWith('wording.')) {
    for (const patch of patches) {
      const author = authorIn(meeting, patch);
      if (author !== null) return { author, itemId: null };
    }
    return { author: null, itemId: null };
  }
  const touched = patches.find(({ path }) => path[0] === 'agenda' && path[1] === 'items' && path.length > 2);
  return { author: null, itemId: touched === undefined ? null : String(touched.path[2]) };
}
