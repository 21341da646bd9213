import { type ReactNode, useLayoutEffect, useSyncExternalStore } from 'react';
import { type Text, textIn } from '#renderer/kit/i18n-projector.ts';
import type { Frame, Frames } from './frames.ts';
import { useKeepAwake } from './keep-awake.ts';
import { BeforeScreen } from './screens/before-screen.tsx';
import { BetweenScreen } from './screens/between-screen.tsx';
import { BlankScreen } from './screens/blank-screen.tsx';
import { FinishedScreen } from './screens/finished-screen.tsx';
import { FloorScreen } from './screens/floor-screen.tsx';
import { HoldScreen } from './screens/hold-screen.tsx';

function screenOf({ view, beat, connected }: Frame, t: Text): ReactNode {
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
      return <FloorScreen view={view} beat={beat} connected={connected} t={t} />;
    default:
      return view satisfies never;
  }
}

/** The projector's window: one frame in, one screen out. */
export function App({ frames }: { readonly frames: Frames }): ReactNode {
  const frame = useSyncExternalStore(frames.subscribe, frames.current);
  const { view } = frame;
  const t = textIn(view.locale);
  const title = 'title' in view ? t('windowTitleOf', { title: view.title }) : t('windowTitle');

  useLayoutEffect(() => {
    document.documentElement.lang = view.locale;
    document.documentElement.dataset.theme = view.theme;
    document.title = title;
  }, [view.locale, view.theme, title]);

  useKeepAwake(view.stage === 'blank' || ('status' in view && view.status === 'open'));

  return screenOf(frame, t);
}
