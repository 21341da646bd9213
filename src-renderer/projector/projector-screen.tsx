import type { ReactNode } from 'react';
import { isUnclocked } from '#core/schedule/turn-clock.ts';
import type {
  AgendaView,
  AnnouncementView,
  HoldView,
  MattersView,
  SlidesView,
  TurnView,
} from '#core/views/projector.ts';
import type { StripView } from '#core/views/strip.ts';
import { type Text, textIn } from '#renderer/kit/i18n-projector.ts';
import { FitMemoryContext } from './fit/fit-memory.ts';
import { useFitMemory } from './fit/use-fit.ts';
import type { Frame, Frames } from './frames.ts';
import { screenOnDemand } from './screen-on-demand.tsx';
import { BeforeScreen } from './screens/before-screen.tsx';
import { BetweenScreen } from './screens/between-screen.tsx';
import { HoldScreen } from './screens/hold-screen.tsx';
import { NotesScreen } from './screens/notes-screen.tsx';
import { TurnScreen } from './screens/turn-screen.tsx';
import { FramesContext } from './seconds.ts';
import type { MeetingView } from './words.ts';

const AgendaOnDemand = screenOnDemand<AgendaView>(
  async () => (await import('./screens/agenda-screen.tsx')).AgendaScreen,
);
const SlidesOnDemand = screenOnDemand<SlidesView>(
  async () => (await import('./screens/slides-screen.tsx')).SlidesScreen,
);
const StripOnDemand = screenOnDemand<StripView>(async () => (await import('./screens/strip-screen.tsx')).StripScreen);
const MattersOnDemand = screenOnDemand<MattersView>(
  async () => (await import('./screens/matters-screen.tsx')).MattersScreen,
);

const TitleOnDemand = screenOnDemand<HoldView>(async () => (await import('./screens/title-screen.tsx')).TitleScreen);
const AnnouncementOnDemand = screenOnDemand<AnnouncementView>(
  async () => (await import('./screens/announcement-screen.tsx')).AnnouncementScreen,
);
const FinishedOnDemand = screenOnDemand<MeetingView>(
  async () => (await import('./screens/finished-screen.tsx')).FinishedScreen,
);
const ItemTitleOnDemand = screenOnDemand<TurnView>(
  async () => (await import('./screens/item-title-screen.tsx')).ItemTitleScreen,
);
const ON_DEMAND = [
  AgendaOnDemand,
  FinishedOnDemand,
  ItemTitleOnDemand,
  MattersOnDemand,
  SlidesOnDemand,
  StripOnDemand,
  TitleOnDemand,
  AnnouncementOnDemand,
];

/** Loads, when the window is idle, the screens that are shown now and then; on a laptop that never rests all the same. */
export function prepareScreens(): void {
  requestIdleCallback(() => void Promise.all(ON_DEMAND.map(({ prepare }) => prepare())), { timeout: 2_000 });
}

/** Nothing at all; a screen reader says that this is intended. */
function BlankScreen({ t }: { readonly t: Text }): ReactNode {
  return (
    <main className="blank">
      <h1 className="unseen">{t('blank.heading')}</h1>
    </main>
  );
}

/** What the room sees of a frame. */
function ProjectorScreen({ frame: { view, beat, connected } }: { readonly frame: Frame }): ReactNode {
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
      return <FinishedOnDemand view={view} beat={beat} connected={connected} t={t} />;
    case 'called':
    case 'running':
    case 'paused':
      return isUnclocked(view) ? (
        <ItemTitleOnDemand view={view} beat={beat} connected={connected} t={t} />
      ) : (
        <TurnScreen view={view} beat={beat} connected={connected} t={t} />
      );
    case 'notes':
      return <NotesScreen view={view} beat={beat} connected={connected} t={t} />;
    case 'agenda':
      return <AgendaOnDemand view={view} beat={beat} connected={connected} t={t} />;
    case 'matters':
      return <MattersOnDemand view={view} beat={beat} connected={connected} t={t} />;
    case 'slides':
      return <SlidesOnDemand view={view} beat={beat} connected={connected} t={t} />;
    case 'strip':
      return <StripOnDemand view={view} beat={beat} connected={connected} t={t} />;
    case 'hold':
      return <TitleOnDemand view={view} beat={beat} connected={connected} t={t} />;
    case 'announcement':
      return <AnnouncementOnDemand view={view} beat={beat} connected={connected} t={t} />;
    default:
      return view satisfies never;
  }
}

interface PageProps {
  /** The page in which it is drawn: the projector's window, or the frame of the desk's picture. */
  readonly page: Document;
  readonly frames: Frames;
  /** The newest of them that differs in more than the seconds. */
  readonly frame: Frame;
}

/** The projector's screen with what it needs of its page: each second, and what was fitted before. */
export function ProjectorPage({ page, frames, frame }: PageProps): ReactNode {
  const fits = useFitMemory(page);
  return (
    <FramesContext value={frames}>
      <FitMemoryContext value={fits}>
        <ProjectorScreen frame={frame} />
      </FitMemoryContext>
    </FramesContext>
  );
}
