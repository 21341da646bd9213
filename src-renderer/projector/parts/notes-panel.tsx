import { memo, type ReactNode } from 'react';
import type { ProjectedNote } from '#core/views/projected-notes.ts';
import type { Text } from '#renderer/kit/i18n-projector.ts';
import { noteKey } from '../note-order.ts';
import { usePage } from '../use-page.ts';
import { NoteItems } from './note-items.tsx';
import { PageNumber } from './page-number.tsx';

interface Props {
  readonly notes: readonly ProjectedNote[];
  /** How many pages the notes fill at the size that was found for them. */
  readonly pages: number;
  readonly t: Text;
}

/** What the leaders said, newest first, beside the clock or below it. */
export const NotesPanel = memo(function NotesPanel({ notes, pages, t }: Props): ReactNode {
  const page = usePage(pages, noteKey(notes));
  return (
    <aside className="notes" aria-labelledby="notes-heading">
      <div className="notes-head">
        <h2 id="notes-heading">{t('notes.heading')}</h2>
        <PageNumber page={page} pages={pages} t={t} />
      </div>
      <NoteItems notes={notes} page={page} pages={pages} t={t} />
    </aside>
  );
});
