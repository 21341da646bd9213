import { type ReactNode, useRef } from 'react';
import { formatTime } from '#core/text/format.ts';
import type { TurnView } from '#core/views/projector.ts';
import { fitMinimum } from '../fit/minimum.ts';
import { useFit } from '../fit/use-fit.ts';
import { ClockCard } from '../parts/clock-card.tsx';
import { Emblem, useEmblem } from '../parts/emblem.tsx';
import { FootBar } from '../parts/foot-bar.tsx';
import { NotesPanel } from '../parts/notes-panel.tsx';
import { PresenterLine } from '../parts/presenter-line.tsx';
import { type ScreenProps, TopBar } from '../parts/top-bar.tsx';
import { leftOf, nameOf, overlineOf, resumesAt } from '../words.ts';

/** When a break ends and where, so that people know when to be back. */
function BreakLine({ view, beat, t }: Omit<ScreenProps<TurnView>, 'connected'>): ReactNode {
  const known = view.stage === 'running' && (view.planned > 0 || view.limits.hard !== null);
  const over = leftOf(view, beat) === 0;
  const time = formatTime(resumesAt(view, beat), view.zone, view.locale);
  const resumes = over ? t('floor.resumesSoon') : t('floor.resumesAt', { time, zone: view.zone });
  const words = [known ? resumes : t('floor.breakMeaning'), view.home?.place ?? ''].filter((part) => part !== '');
  return <p className="presenter">{words.join(' · ')}</p>;
}

/** The active item: who speaks, how much time is left, what the leaders said. */
export function TurnScreen({ view, beat, connected, t }: ScreenProps<TurnView>): ReactNode {
  const screen = useRef<HTMLDivElement>(null);
  const emblem = useEmblem(view.home?.emblem ?? null);
  // The card holds its place whatever its clock says, and what is above the name is one line at every stage.
  const { stage, clock, plan, limits, planned, gap, ...texts } = view;
  const pages = useFit(screen, (element) => fitMinimum(element, view.textStep), 1, texts);
  return (
    <div className="screen" ref={screen} data-notes={view.notes.length > 0}>
      <TopBar view={view} beat={beat} connected={connected} t={t} />
      <main className="floor">
        <div className="stage">
          <div className="with-crest">
            <Emblem emblem={emblem} crest />
            <div className="identity">
              <p className="overline">{overlineOf(view, t)}</p>
              <h1 className="name">{nameOf(view.item, t)}</h1>
              {view.isBreak ? <BreakLine view={view} beat={beat} t={t} /> : <PresenterLine view={view} t={t} />}
            </div>
          </div>
          <ClockCard view={view} beat={beat} t={t} />
        </div>
        {view.notes.length === 0 ? null : <NotesPanel notes={view.notes} pages={pages} t={t} />}
      </main>
      <FootBar view={view} beat={beat} t={t} />
    </div>
  );
}
