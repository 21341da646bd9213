import type { ProjectedNote } from '#core/views/projected-notes.ts';

const writer = ({ author }: ProjectedNote): string =>
  'role' in author ? `role ${author.role}` : `of ${author.agency}`;

/**
 * The notes of each author together, for a discussion of who said what: the author with the newest note first. What is being
 * typed and what is pinned stay on top.
 */
export function byAuthor(notes: readonly ProjectedNote[]): ProjectedNote[] {
  const groups = new Map<string, ProjectedNote[]>();
  for (const note of notes) {
    const key = `${note.mark ?? ''} ${writer(note)}`;
    groups.set(key, [...(groups.get(key) ?? []), note]);
  }
  return [...groups.values()].flat();
}

/** What tells one set of notes from another. Each letter that is typed is no new set: the pages would begin anew with it. */
export const noteKey = (notes: readonly ProjectedNote[]): string =>
  notes.map(({ id, text, mark }) => (mark === 'typing' ? id : `${id} ${text}`)).join('\n');
