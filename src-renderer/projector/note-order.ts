import type { ProjectedNote } from '#core/views/projected-notes.ts';

/** The newest pinned note, which may stay fixed while the pages turn, and the others. */
export function pinnedApart(notes: readonly ProjectedNote[]): {
  readonly pinned: ProjectedNote | null;
  readonly others: readonly ProjectedNote[];
} {
  const [first, ...others] = notes;
  return first?.mark === 'pinned' ? { pinned: first, others } : { pinned: null, others: notes };
}

/**
 * What distinguishes one set of notes from another. A typed letter does not make a new set, or the pages would start
 * again.
 */
export const noteKey = (notes: readonly ProjectedNote[]): string =>
  notes.map(({ id, text, mark }) => (mark === 'typing' ? id : `${id} ${text}`)).join('\n');
