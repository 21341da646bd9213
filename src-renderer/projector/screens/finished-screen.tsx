import { type ReactNode, useRef } from 'react';
import { formatLongDate } from '#core/text/format.ts';
import { fitTitle } from '../fit/quiet.ts';
import { useFit } from '../fit/use-fit.ts';
import { Progress } from '../parts/progress.tsx';
import { type ScreenProps, TopBar } from '../parts/top-bar.tsx';

/** The meeting is closed: thanks, and what was done. */
export function FinishedScreen({ view, beat, connected, t }: ScreenProps): ReactNode {
  const screen = useRef<HTMLDivElement>(null);
  useFit(screen, (element) => fitTitle(element, view.textStep), undefined, view);
  return (
    <div className="screen" ref={screen}>
      <TopBar view={view} beat={beat} connected={connected} t={t} bare />
      <main className="quiet">
        <div className="identity">
          <p className="overline">{t('finished.overline')}</p>
          <h1 className="name">{view.title}</h1>
          <p className="presenter">
            {[view.subtitle, formatLongDate(view.date, view.locale)].filter((part) => part !== '').join(' · ')}
          </p>
        </div>
        <Progress view={view} t={t} />
      </main>
      <footer className="foot">
        <p className="foot-next">
          <strong>{t('finished.thanks')}</strong>
        </p>
      </footer>
    </div>
  );
}
