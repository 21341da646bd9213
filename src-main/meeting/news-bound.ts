import type { Patch } from 'immer';

/** Whether a patch changes which follow-ups or problems a meeting lists. Undoing a deletion puts the whole list back. */
const changesList = ({ path: [part, list] }: Patch): boolean =>
  (part === 'followUps' || part === 'problems') && list === 'order';

const changesAgency = ({ path: [part] }: Patch): boolean => part === 'agencies';

/** Every text in a value: the identifiers of agencies are among them, wherever they stand. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/**
 * What undo and redo may not reach any more once a meeting has taken in what happened elsewhere: lists that it added to, and
 * agencies that it names. An added one may be the same as one that redo would add.
 * @param taken the patches of that change
 */
export function boundToNews(taken: readonly Patch[]): (patch: Patch) => boolean {
  const lists = taken.some(changesList);
  const adds = taken.some(changesAgency);
  const named = new Set(textsIn(taken));
  return (patch) =>
    (lists && changesList(patch)) || (changesAgency(patch) && (adds || named.has(String(patch.path[1]))));
}
