import { memo, type ReactNode, useEffect, useState } from 'react';
import type { ProjectedNote } from '#core/views/projector.ts';
import type { Text } from '#renderer/kit/i18n-projector.ts';

/** Long enough to read a full page across a room. */
const PAGE_TIME = 8000;

/** A note of more letters may run on to the next page; a shorter one is kept together. */
const KEPT_TOGETHER = 240;

function Note({ note, t }: { readonly note: ProjectedNote; readonly t: Text }): ReactNode {
  const role = 'role' in note.author ? note.author.role : 'agency';
  const author = 'role' in note.author ? t(`domain:roleShort.${note.author.role}`) : note.author.agency;
  return (
    <li className="note" data-role={role} data-long={note.text.length > KEPT_TOGETHER}>
      <p className="note-by">
        <strong>{author}</strong> · {t(`domain:noteKind.${note.kind}`)}
      </p>
      <p className="note-text">{note.text}</p>
    </li>
  );
}

interface Props {
  readonly notes: readonly ProjectedNote[];
  /** How many pages the notes fill at the size that was found for them. */
  readonly pages: number;
  readonly t: Text;
}

/** The page that is shown; a new set of notes begins at the first, where the newest stands. */
function usePage(pages: number, notes: readonly ProjectedNote[]): number {
  const content = notes.map(({ id, text }) => `${id} ${text}`).join('\n');
  const [shown, setShown] = useState({ content, page: 0 });
  if (shown.content !== content) setShown({ content, page: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new note begins a full reading time of its own
  useEffect(() => {
    if (pages < 2) return undefined;
    const timer = setInterval(() => setShown((before) => ({ ...before, page: before.page + 1 })), PAGE_TIME);
    return () => clearInterval(timer);
  }, [pages, content]);
  return shown.page % Math.max(1, pages);
}

/**
 * What the leaders said, newest first. The notes are set in columns as high as the panel; each page is one step to the
 * side, so that a line is never cut and nothing scrolls.
 */
export const NotesPanel = memo(function NotesPanel({ notes, pages, t }: Props): ReactNode {
  const page = usePage(pages, notes);
  return (
    <aside className="notes" aria-labelledby="notes-heading">
      <div className="notes-head">
        <h2 id="notes-heading">{t('notes.heading')}</h2>
        {pages < 2 ? null : (
          <p className="notes-page">
            <span aria-hidden="true">{t('notes.page', { page: page + 1, pages })}</span>
            <span className="unseen">{t('notes.pageLabel', { page: page + 1, pages })}</span>
          </p>
        )}
      </div>
      <div className="pager" data-pages={pages}>
        <ol className="note-list" data-single={notes.length === 1} style={{ '--page': page } as React.CSSProperties}>
          {notes.map((note) => (
            <Note key={note.id} note={note} t={t} />
          ))}
        </ol>
      </div>
    </aside>
  );
});
