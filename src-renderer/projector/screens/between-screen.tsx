import { type ReactNode, useRef } from 'react';
import { fitTitle } from '../fit/quiet.ts';
import { useFit } from '../fit/use-fit.ts';
import { Emphasised } from '../parts/emphasised.tsx';
import { Progress } from '../parts/progress.tsx';
import { type ScreenProps, TopBar } from '../parts/top-bar.tsx';
import { finishText, nameOf } from '../words.ts';

/** No item is active: who is next, and the meeting's progress. */
export function BetweenScreen({ view, beat, connected, t }: ScreenProps): ReactNode {
  const screen = useRef<HTMLDivElement>(null);
  useFit(screen, (element) => fitTitle(element, view.textStep), undefined, view);
  return (
    <div className="screen" ref={screen}>
      <TopBar view={view} beat={beat} connected={connected} t={t} />
      <main className="quiet">
        <div className="identity">
          <p className="overline">{t(view.next === null ? 'between.overlineDone' : 'domain:next')}</p>
          <h1 className="name">{view.next === null ? t('between.allDone') : nameOf(view.next, t)}</h1>
          {view.next === null ? null : <p className="presenter">{t('between.ready')}</p>}
        </div>
        <Progress view={view} t={t} />
      </main>
      <footer className="foot">
        <p className="foot-next" />
        <p className="foot-state">
          <span>{view.next === null ? null : <Emphasised text={finishText(view, beat, t)} />}</span>
        </p>
      </footer>
    </div>
  );
}
