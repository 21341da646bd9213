import { type ReactNode, useRef } from 'react';
import { formatTime } from '#core/text/format.ts';
import type { FloorView } from '#core/views/projector.ts';
import type { Text } from '#renderer/kit/i18n-projector.ts';
import { fitFloor } from '../fit/floor.ts';
import { useFit } from '../fit/use-fit.ts';
import { floorFace } from '../floor-face.ts';
import { ClockCard } from '../parts/clock-card.tsx';
import { FootBar } from '../parts/foot-bar.tsx';
import { NotesPanel } from '../parts/notes-panel.tsx';
import { type ScreenProps, TopBar } from '../parts/top-bar.tsx';
import { leftOf, nameOf, officeParts, resumesAt } from '../words.ts';

function overlineOf({ stage, isBreak, item }: FloorView, t: Text): string {
  const what = isBreak ? 'Break' : item.kind === 'agency' ? 'Agency' : 'Item';
  return t(`floor.${stage}${what}`);
}

function Presenter({ view, t }: { readonly view: FloorView; readonly t: Text }): ReactNode {
  if (view.presenter === null) return null;
  const { name } = view.presenter;
  const parts = officeParts(view.presenter, t);
  if (name === '' && parts.length === 0) return null;
  return (
    <p className="presenter">
      {name === '' ? null : <strong>{name}</strong>}
      {name === '' || parts.length === 0 ? '' : ' · '}
      {parts.join(' · ')}
    </p>
  );
}

/** When a break ends, so that the room knows when to be back. */
function BreakLine({ view, beat, t }: Omit<ScreenProps<FloorView>, 'connected'>): ReactNode {
  const known = view.stage === 'running' && (view.planned > 0 || view.limits.hard !== null);
  const over = leftOf(view, beat) === 0;
  const time = formatTime(resumesAt(view, beat), view.zone, view.locale);
  const resumes = over ? t('floor.resumesSoon') : t('floor.resumesAt', { time, zone: view.zone });
  return <p className="presenter">{known ? resumes : t('floor.breakMeaning')}</p>;
}

/** An item on the floor: who speaks, how long is left, what the leaders said. */
export function FloorScreen({ view, beat, connected, t }: ScreenProps<FloorView>): ReactNode {
  const screen = useRef<HTMLDivElement>(null);
  const pages = useFit(screen, (element) => fitFloor(element, view.textStep), 1, view);
  return (
    <div className="screen" ref={screen} data-notes={view.notes.length > 0}>
      <TopBar view={view} beat={beat} connected={connected} t={t} />
      <main className="floor">
        <div className="stage">
          <div className="identity">
            <p className="overline">{overlineOf(view, t)}</p>
            <h1 className="name">{nameOf(view.item, t)}</h1>
            {view.isBreak ? <BreakLine view={view} beat={beat} t={t} /> : <Presenter view={view} t={t} />}
          </div>
          <ClockCard face={floorFace(view, beat, t)} />
        </div>
        {view.notes.length === 0 ? null : <NotesPanel notes={view.notes} pages={pages} t={t} />}
      </main>
      <FootBar view={view} beat={beat} t={t} />
    </div>
  );
}
