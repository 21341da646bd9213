import type { ProjectedNote } from '#core/views/projected-notes.ts';

const writer = ({ author }: ProjectedNote): string =>
  'role' in author ? `role ${author.role}` : `of ${author.agency}`;

/**
 * The notes of each author together, for a discussion of who said what: the author with the newest note first. What is
 * pinned and what is being typed stay on top.
 */
export function byAuthor(notes: readonly ProjectedNote[]): ProjectedNote[] {
  const groups = new Map<string, ProjectedNote[]>();
  for (const note of notes) {
    const key = `${note.mark ?? ''} ${writer(note)}`;
    groups.set(key, [...(groups.get(key) ?? []), note]);
  }
  return [...groups.values()].flat();
}

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
