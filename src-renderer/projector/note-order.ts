import type { ProjectedNote } from '#core/views/projected-notes.ts';

/** The newest pinned note, which may stand still while the pages turn, and the others. */
export function pinnedApart(notes: readonly ProjectedNote[]): {
  readonly pinned: ProjectedNote | null;
  readonly others: readonly ProjectedNote[];
} {
  const [first, ...others] = notes;
  return first?.mark === 'pinned' ? { pinned: first, others } : { pinned: null, others: notes };
}

/** What tells one set of notes from another. Each letter that is typed is no new set: the pages would begin anew with it. */
export const noteKey = (notes: readonly ProjectedNote[]): string =>
  notes.map(({ id, text, mark }) => (mark === 'typing' ? id : `${id} ${text}`)).join('\n');
