import { produce } from 'immer';
import type { Entry } from '../model/entry.ts';
import type { Meeting } from '../model/meeting.ts';
import { allNotes } from '../model/meeting-notes.ts';
import type { OwnMatters } from '../model/news.ts';
import { mayReadFollowUp } from '../model/note-readers.ts';
import type { Register } from '../model/register.ts';

/** Whether a follow-up or a problem is private where it began: copies elsewhere may not know that yet. */
export type IsPrivate = (subjectId: string) => boolean;

/** @param present what each document has of its own */
export function privateIn(present: Iterable<OwnMatters>): IsPrivate {
  const ids = new Set(
    [...present].flatMap(({ records }) =>
      Object.entries(records).flatMap(([id, marks]) => (marks.private ? [id] : [])),
    ),
  );
  return (subjectId) => ids.has(subjectId);
}

type Records<R> = { order: string[]; items: Record<string, R> };

/** Deletes records, and tells of which. */
function drop<R extends { id: string }>(part: Records<R>, isDropped: (record: R) => boolean): string[] {
  const gone = Object.values(part.items).flatMap((record) => (isDropped(record) ? [record.id] : []));
  for (const id of gone) delete part.items[id];
  if (gone.length > 0) part.order = part.order.filter((id) => !gone.includes(id));
  return gone;
}

/**
 * A meeting as it may leave this computer: without private notes, without what became of them, and without anything that
 * is still being typed. The same value if there is nothing of that in it.
 */
export const meetingWithoutPrivate = (meeting: Meeting, isPrivate: IsPrivate): Meeting =>
  produce(meeting, (draft) => {
    const hidden = (record: Parameters<typeof mayReadFollowUp>[2] & { readonly id: string }): boolean =>
      isPrivate(record.id) || !mayReadFollowUp(meeting, 'panel', record);
    const subjects = new Set([...drop(draft.followUps, hidden), ...drop(draft.problems, hidden)]);
    for (const { id, subjectId } of Object.values(meeting.entries))
      if (subjects.has(subjectId)) delete draft.entries[id];

    for (const key of Object.keys(meeting.drafts)) delete draft.drafts[key];
    // Copies of what was shown once: a note may have been made private in its own meeting since.
    for (const past of Object.values(draft.past)) if (past.notes.length > 0) past.notes = [];
    const notes = allNotes(meeting).filter(({ visibility }) => visibility === 'private');
    for (const { id, itemId } of notes) {
      delete draft.notes[itemId]?.[id];
      delete draft.wording.notes[id];
      const item = draft.agenda.items[itemId];
      if (item !== undefined) item.noteIds = item.noteIds.filter((one) => one !== id);
      const order = draft.wording.order[itemId]?.filter((one) => one !== id);
      if (order !== undefined) draft.wording.order[itemId] = order;
      if (order?.length === 0) delete draft.wording.order[itemId];
    }
    for (const [itemId, ofItem] of Object.entries(draft.notes))
      if (Object.keys(ofItem).length === 0) delete draft.notes[itemId];
  });

/** An entry that says nothing but that its subject is listed no more, or again. */
const saysNothing = ({ fields }: Entry): boolean => Object.keys(fields).every((key) => key === 'withdrawn');

/**
 * The register in the same way. It has no notes: what it keeps of deleted meetings says itself whether it is private.
 * What it says of others leaves only with their meeting.
 * @param leaves whether a follow-up or a problem leaves this computer with a meeting
 */
export const registerWithoutPrivate = (
  register: Register,
  isPrivate: IsPrivate,
  leaves: (subjectId: string) => boolean,
): Register =>
  produce(register, (draft) => {
    const hidden = (record: { readonly id: string; readonly private: boolean }): boolean =>
      record.private || isPrivate(record.id);
    const gone = new Set([...drop(draft.followUps, hidden), ...drop(draft.problems, hidden)]);
    const kept = (subjectId: string): boolean =>
      leaves(subjectId) ||
      Object.hasOwn(draft.followUps.items, subjectId) ||
      Object.hasOwn(draft.problems.items, subjectId);
    const entries = Object.values(register.entries).filter(
      (entry) =>
        gone.has(entry.subjectId) || isPrivate(entry.subjectId) || !(kept(entry.subjectId) || saysNothing(entry)),
    );
    const entryIds = new Set(entries.map(({ id }) => id));
    for (const id of entryIds) delete draft.entries[id];
    const left = (ids: readonly string[], dropped: ReadonlySet<string>): string[] =>
      ids.filter((id) => !dropped.has(id));
    for (const own of Object.values(draft.discarded)) {
      own.followUps = left(own.followUps, gone);
      own.problems = left(own.problems, gone);
      own.entries = left(own.entries, entryIds);
    }
  });
