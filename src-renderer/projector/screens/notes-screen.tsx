import { type ReactNode, useRef } from 'react';
import type { NotesView } from '#core/views/projector.ts';
import { fitNotesScreen, ONE_PAGE } from '../fit/pages.ts';
import { useFit } from '../fit/use-fit.ts';
import { noteKey } from '../note-order.ts';
import { NoteItems } from '../parts/note-items.tsx';
import { PageNumber } from '../parts/page-number.tsx';
import { type ScreenProps, TopBar } from '../parts/top-bar.tsx';
import { usePage } from '../use-page.ts';
import { nameOf } from '../words.ts';

/** What the leaders said, as large as it fits, for discussion. */
export function NotesScreen({ view, beat, connected, t }: ScreenProps<NotesView>): ReactNode {
  const screen = useRef<HTMLDivElement>(null);
  const { pages } = useFit(screen, (element) => fitNotesScreen(element, view.textStep), ONE_PAGE, view);
  const page = usePage(pages, noteKey(view.notes));
  return (
    <div className="screen" ref={screen} data-layout="notes">
      <TopBar view={view} beat={beat} connected={connected} t={t} />
      <main className="sheet">
        <div className="sheet-head">
          <div className="identity">
            <p className="overline">{t('notes.heading')}</p>
            <h1 className="name">{nameOf(view.item, t)}</h1>
          </div>
          <PageNumber page={page} pages={pages} t={t} />
        </div>
        {view.notes.length === 0 ? (
          <p className="sheet-empty">{t('notes.none')}</p>
        ) : (
          <NoteItems notes={view.notes} page={page} pages={pages} t={t} />
        )}
      </main>
    </div>
  );
}
