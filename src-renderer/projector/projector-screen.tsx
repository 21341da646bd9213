import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { isUnclocked } from '#core/schedule/turn-clock.ts';
import type { MattersView, SlidesView } from '#core/views/projector.ts';
import { type Text, textIn } from '#renderer/kit/i18n-projector.ts';
import type { Frame } from './frames.ts';
import type { ScreenProps } from './parts/top-bar.tsx';
import { AgendaScreen } from './screens/agenda-screen.tsx';
import { AnnouncementScreen } from './screens/announcement-screen.tsx';
import { BeforeScreen } from './screens/before-screen.tsx';
import { BetweenScreen } from './screens/between-screen.tsx';
import { FinishedScreen } from './screens/finished-screen.tsx';
import { HoldScreen } from './screens/hold-screen.tsx';
import { ItemTitleScreen } from './screens/item-title-screen.tsx';
import { NotesScreen } from './screens/notes-screen.tsx';
import { TitleScreen } from './screens/title-screen.tsx';
import { TurnScreen } from './screens/turn-screen.tsx';

/** A screen whose script is loaded when it is first shown: most meetings show neither slides nor what comes back. */
function screenOnDemand<V>(load: () => Promise<ComponentType<ScreenProps<V>>>): ComponentType<ScreenProps<V>> {
  let loaded: ComponentType<ScreenProps<V>> | null = null;
  // Not `lazy`: that waits once more for what is already here, and an empty screen is painted meanwhile.
  return function OnDemand(props) {
    const [Part, setPart] = useState(() => loaded);
    useEffect(() => {
      if (loaded !== null) return;
      load().then(
        (part) => {
          loaded = part;
          setPart(() => part);
        },
        // Thrown while it is drawn: the window is loaded again when the application answers again.
        (reason: unknown) =>
          setPart(() => {
            throw reason;
          }),
      );
    }, []);
    return Part === null ? <main className="slides" /> : <Part {...props} />;
  };
}

const SlidesOnDemand = screenOnDemand<SlidesView>(
  async () => (await import('./screens/slides-screen.tsx')).SlidesScreen,
);
const MattersOnDemand = screenOnDemand<MattersView>(
  async () => (await import('./screens/matters-screen.tsx')).MattersScreen,
);

/** Nothing at all; a screen reader says that this is intended. */
function BlankScreen({ t }: { readonly t: Text }): ReactNode {
  return (
    <main className="blank">
      <h1 className="unseen">{t('blank.heading')}</h1>
    </main>
  );
}

/** What the room sees of a frame: on the projector, and in the desk's preview. */
export function ProjectorScreen({ frame: { view, beat, connected } }: { readonly frame: Frame }): ReactNode {
  const t = textIn(view.locale);
  switch (view.stage) {
    case 'idle':
      return <HoldScreen locale={view.locale} idle />;
    case 'blank':
      return <BlankScreen t={t} />;
    case 'before':
      return <BeforeScreen view={view} beat={beat} connected={connected} t={t} />;
    case 'between':
      return <BetweenScreen view={view} beat={beat} connected={connected} t={t} />;
    case 'finished':
      return <FinishedScreen view={view} beat={beat} connected={connected} t={t} />;
    case 'called':
    case 'running':
    case 'paused':
      return isUnclocked(view) ? (
        <ItemTitleScreen view={view} beat={beat} connected={connected} t={t} />
      ) : (
        <TurnScreen view={view} beat={beat} connected={connected} t={t} />
      );
    case 'notes':
      return <NotesScreen view={view} beat={beat} connected={connected} t={t} />;
    case 'agenda':
      return <AgendaScreen view={view} beat={beat} connected={connected} t={t} />;
    case 'matters':
      return <MattersOnDemand view={view} beat={beat} connected={connected} t={t} />;
    case 'slides':
      return <SlidesOnDemand view={view} beat={beat} connected={connected} t={t} />;
    case 'hold':
      return <TitleScreen view={view} />;
    case 'announcement':
      return <AnnouncementScreen view={view} beat={beat} connected={connected} t={t} />;
    default:
      return view satisfies never;
  }
}
