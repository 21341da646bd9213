import { type ReactNode, useRef } from 'react';
import type { HoldView } from '#core/views/projector.ts';
import { fitTitle } from '../fit/quiet.ts';
import { useFit } from '../fit/use-fit.ts';
import { Emblem, useEmblem } from '../parts/emblem.tsx';
import type { ScreenProps } from '../parts/top-bar.tsx';
import { termLeft } from '../term-left.ts';

/** The meeting's title, its place and the user's emblem, while there is nothing else to show; if wished, what is left of the term. */
export function TitleScreen({ view, beat, t }: Pick<ScreenProps<HoldView>, 'view' | 'beat' | 't'>): ReactNode {
  const screen = useRef<HTMLDivElement>(null);
  const emblem = useEmblem(view.emblem);
  const term = termLeft(view, beat.now, t);
  useFit(screen, (element) => fitTitle(element, view.textStep), undefined, [emblem.src, term, view]);
  return (
    <div className="screen" ref={screen} data-layout="hold">
      <main className="quiet title-page">
        <Emblem emblem={emblem} />
        <div className="identity">
          <h1 className="name">{view.title}</h1>
          {view.subtitle === '' ? null : <p className="presenter">{view.subtitle}</p>}
          {view.place === '' ? null : <p className="presenter">{view.place}</p>}
          {term === '' ? null : <p className="presenter term-left">{term}</p>}
        </div>
      </main>
    </div>
  );
}
