import type { Patch } from 'immer';
import { z } from 'zod';
import type { CommandType } from '../commands/apply.ts';
import type { AgendaItem } from '../model/agenda-item.ts';
import type { Meeting } from '../model/meeting.ts';
import { findNote } from '../model/meeting-notes.ts';
import { Author } from '../model/note.ts';

/** The note's author or the item that an undo step is about: "hapus catatan Sekda", "mulai giliran PUPR". */
export interface HistorySubject {
  readonly author: Author | null;
  readonly itemId: string | null;
}

const Written = z.looseObject({ author: Author });

/** The author of a note that a patch adds or removes, alone or within its item's record. */
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

/** The status that a command gives to its own item; other items that it changes along the way are not its subject. */
const BECOMES: Partial<Record<CommandType, AgendaItem['status']>> = {
  'turn.call': 'called',
  'turn.start': 'running',
  'turn.finish': 'done',
  'turn.postpone': 'postponed',
  'turn.skip': 'skipped',
  'turn.bringBack': 'waiting',
};

/** The one item that a step is about; `null` if none, or several. */
function itemIn(type: CommandType, patches: readonly Patch[]): string | null {
  const touched = patches.filter(({ path }) => path[0] === 'agenda' && path[1] === 'items' && path.length > 2);
  const became = touched.find(({ path, value }) => path[3] === 'status' && value === BECOMES[type]);
  const ids = new Set(touched.map(({ path }) => String(path[2])));
  return became !== undefined ? String(became.path[2]) : ids.size === 1 ? ([...ids][0] ?? null) : null;
}

/**
 * What a step is about, derived from its patches; not stored.
 * @param forward the step's own patches
 * @param inverse those that take it back
 */
export function historySubject(
  meeting: Meeting,
  type: CommandType,
  forward: readonly Patch[],
  inverse: readonly Patch[],
): HistorySubject {
  const patches = [...forward, ...inverse];
  if (type.startsWith('note.') || type.startsWith('wording.')) {
    for (const patch of patches) {
      const author = authorIn(meeting, patch);
      if (author !== null) return { author, itemId: null };
    }
    return { author: null, itemId: null };
  }
  // The new status of an item is in the step itself; its inverse contains the old one.
  return { author: null, itemId: itemIn(type, forward) ?? itemIn(type, patches) };
}
