import { type ReactNode, useRef } from 'react';
import type { TurnView } from '#core/views/projector.ts';
import { fitTitleSlide } from '../fit/title-slide.ts';
import { useFit } from '../fit/use-fit.ts';
import { Emblem, useEmblem } from '../parts/emblem.tsx';
import { FootBar } from '../parts/foot-bar.tsx';
import { NotesPanel } from '../parts/notes-panel.tsx';
import { PresenterLine } from '../parts/presenter-line.tsx';
import { type ScreenProps, TopBar } from '../parts/top-bar.tsx';
import { nameOf, overlineOf } from '../words.ts';

/** An item without a limit, a prayer or an anthem: its title, and no clock. */
export function ItemTitleScreen({ view, beat, connected, t }: ScreenProps<TurnView>): ReactNode {
  const screen = useRef<HTMLDivElement>(null);
  const emblem = useEmblem(view.home?.emblem ?? null);
  // Only this window knows that the emblem's image is missing.
  const pages = useFit(screen, (element) => fitTitleSlide(element, view.textStep), 1, [view, emblem.src]);
  return (
    <div className="screen" ref={screen} data-notes={view.notes.length > 0}>
      <TopBar view={view} beat={beat} connected={connected} t={t} />
      <main className="floor">
        <div className="stage title-page">
          <Emblem emblem={emblem} />
          <div className="identity">
            <p className="overline">{overlineOf(view, t)}</p>
            <h1 className="name">{nameOf(view.item, t)}</h1>
            <PresenterLine view={view} t={t} />
            {view.home === null || view.home.place === '' ? null : <p className="presenter">{view.home.place}</p>}
          </div>
        </div>
        {view.notes.length === 0 ? null : <NotesPanel notes={view.notes} pages={pages} t={t} />}
      </main>
      <FootBar view={view} beat={beat} t={t} />
    </div>
  );
}
