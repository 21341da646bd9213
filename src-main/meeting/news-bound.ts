import type { Patch } from 'immer';

/** Whether a patch changes which follow-ups or problems a meeting lists. Undoing a deletion puts the whole list back. */
const changesList = ({ path: [part, list] }: Patch): boolean =>
  (part === 'followUps' || part === 'problems') && list === 'order';

/**
 * What undo may not reach any more once a meeting has taken in what happened elsewhere.
 * @param taken the patches of that change
 */
export function boundToNews(taken: readonly Patch[]): (patch: Patch) => boolean {
  const lists = taken.some(changesList);
  return (patch) => lists && changesList(patch);
}
