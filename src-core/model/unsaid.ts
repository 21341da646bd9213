import type { Meeting } from './meeting.ts';

/** Which entries of its own a meeting has undone after a change by undo or redo. */
export function unsaidAfter(
  { id, entries, unsaid }: Pick<Meeting, 'id' | 'entries' | 'unsaid'>,
  { entries: left }: Pick<Meeting, 'entries'>,
): readonly string[] {
  const isLeft = (entryId: string): boolean => Object.hasOwn(left, entryId);
  const gone = Object.values(entries).flatMap((own) => (own.madeIn === id && !isLeft(own.id) ? [own.id] : []));
  // Almost no undo takes an entry away.
  return gone.length === 0 && !unsaid.some(isLeft)
    ? unsaid
    : [...unsaid.filter((entryId) => !isLeft(entryId)), ...gone];
}

/** An older state of a meeting in its place: what was undone stays so, but for what that state says. */
export const withUnsaidOf = ({ unsaid }: Pick<Meeting, 'unsaid'>, older: Meeting): Meeting => ({
  ...older,
  unsaid: [...new Set([...older.unsaid, ...unsaid])].filter((id) => !Object.hasOwn(older.entries, id)),
});
