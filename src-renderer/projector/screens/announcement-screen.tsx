import { type ReactNode, useRef } from 'react';
import type { AnnouncementView } from '#core/views/projector.ts';
import { fitCall } from '../fit/quiet.ts';
import { useFit } from '../fit/use-fit.ts';
import { type ScreenProps, TopBar } from '../parts/top-bar.tsx';

/** One line that the operator typed for everybody in the room. */
export function AnnouncementScreen({ view, beat, connected, t }: ScreenProps<AnnouncementView>): ReactNode {
  const screen = useRef<HTMLDivElement>(null);
  useFit(screen, (element) => fitCall(element, view.textStep), undefined, view);
  return (
    <div className="screen" ref={screen} data-layout="announcement">
      <TopBar view={view} beat={beat} connected={connected} t={t} />
      <main className="quiet">
        <div className="announcement">
          <p className="overline">{t('domain:announcement')}</p>
          <h1 className="call">{view.text}</h1>
        </div>
      </main>
    </div>
  );
}
