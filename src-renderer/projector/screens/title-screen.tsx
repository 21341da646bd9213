import { type ReactNode, useRef, useState } from 'react';
import type { HoldView } from '#core/views/projector.ts';
import { fitTitle } from '../fit/quiet.ts';
import { useFit } from '../fit/use-fit.ts';

/** The meeting's title and the user's emblem, while there is nothing else to look at. */
export function TitleScreen({ view }: { readonly view: HoldView }): ReactNode {
  const screen = useRef<HTMLDivElement>(null);
  // An image that cannot be had is left out: the room never sees the sign of a broken one.
  const [missing, setMissing] = useState<string | null>(null);
  const emblem = view.emblem === missing ? null : view.emblem;
  useFit(screen, (element) => fitTitle(element, view.textStep), undefined, `${emblem} ${JSON.stringify(view)}`);
  return (
    <div className="screen" ref={screen} data-layout="hold">
      <main className="quiet title-page">
        {emblem === null ? null : <img className="emblem" src={emblem} alt="" onError={() => setMissing(emblem)} />}
        <div className="identity">
          <h1 className="name">{view.title}</h1>
          {view.subtitle === '' ? null : <p className="presenter">{view.subtitle}</p>}
        </div>
      </main>
    </div>
  );
}
