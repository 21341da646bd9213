import type { CSSProperties, ReactNode } from 'react';
import type { ProjectedNote } from '#core/views/projected-notes.ts';
import type { Text } from '#renderer/kit/i18n-projector.ts';
import { pinnedApart } from '../note-order.ts';

/** A longer note may continue on the next page; a shorter one is kept together. */
export const KEPT_TOGETHER = 240;

/** A pin for a pinned note, and a pen for one that is being typed. */
const MARKS = {
  pinned: 'M7 2h10v2l-2 1v6l4 4v2h-6v5l-1 1-1-1v-5H5v-2l4-4V5L7 4z',
  typing: 'M3 21l1.2-5L16 4.2a2 2 0 0 1 2.8 0l1 1a2 2 0 0 1 0 2.8L8 19.8z',
};

function Note({ note, t }: { readonly note: ProjectedNote; readonly t: Text }): ReactNode {
  const role = 'role' in note.author ? note.author.role : 'agency';
  const author = 'role' in note.author ? t(`domain:roleShort.${note.author.role}`) : note.author.agency;
  return (
    <li className="note" data-role={role} data-long={note.text.length > KEPT_TOGETHER} data-mark={note.mark}>
      <p className="note-by">
        {note.mark === undefined ? null : (
          <svg className="note-mark" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
            <path d={MARKS[note.mark]} />
          </svg>
        )}
        <strong>{author}</strong> · {t(`domain:noteKind.${note.kind}`)}
        {note.mark === undefined ? null : ` · ${t(`notes.${note.mark}`)}`}
      </p>
      <p className="note-text">{note.text}</p>
    </li>
  );
}

interface Props {
  readonly notes: readonly ProjectedNote[];
  readonly page: number;
  readonly pages: number;
  readonly t: Text;
}

/**
 * Notes in columns as high as their place; each page is one step to the side, so that a line is never cut and nothing
 * scrolls. A pinned note is the first, and stays fixed if it leaves the others enough space (`fit/held.ts`).
 */
export function NoteItems({ notes, page, pages, t }: Props): ReactNode {
  const { pinned, others } = pinnedApart(notes);
  return (
    <div className="pager" data-pages={pages}>
      <div className="note-list" data-single={notes.length === 1} style={{ '--page': page } as CSSProperties}>
        {pinned === null ? null : (
          <ul className="note-pinned">
            <Note note={pinned} t={t} />
          </ul>
        )}
        <ol className="note-others">
          {others.map((note) => (
            <Note key={note.id} note={note} t={t} />
          ))}
        </ol>
      </div>
    </div>
  );
}
