import { type ReactNode, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { ProjectorView } from '#core/views/projector.ts';
import { textIn } from '#renderer/kit/i18n-projector.ts';
import { SlideWorkerContext, type SlideWorkerHolder } from '#renderer/slides/slide-worker-context.ts';
import type { Frames } from './frames.ts';
import { useKeepAwake } from './keep-awake.ts';
import { ProjectorPage } from './projector-screen.tsx';
import { useSpokenFrame } from './use-spoken-frame.ts';

/** During a meeting somebody looks at the screen, whatever it shows. */
const isWatched = (view: ProjectorView): boolean =>
  view.stage !== 'idle' && (!('status' in view) || view.status === 'open');

/** Begins the worker for slides before they are called. What cannot be loaded now is asked for once more when it is needed. */
async function startSlides(holder: SlideWorkerHolder): Promise<void> {
  try {
    const { prepareSlides } = await import('#renderer/slides/use-deck.ts');
    prepareSlides(holder);
  } catch (error) {
    console.warn('ekspose: slides could not be prepared', error);
  }
}

/** The projector's window: one frame in, one screen out. */
export function App({ frames }: { readonly frames: Frames }): ReactNode {
  const latest = useSyncExternalStore(frames.subscribe, frames.current);
  const frame = useSpokenFrame(latest);
  const { view } = frame ?? latest;
  const t = textIn(view.locale);
  const title = 'title' in view ? t('windowTitleOf', { title: view.title }) : t('domain:projector');

  const [slides] = useState<SlideWorkerHolder>(() => ({ host: null, pause: 0 }));

  useLayoutEffect(() => {
    document.documentElement.lang = view.locale;
    document.documentElement.dataset.theme = view.theme;
    document.title = title;
  }, [view.locale, view.theme, title]);

  useKeepAwake(isWatched(view));

  const slidesAhead = 'slidesAhead' in view && view.slidesAhead;
  useEffect(() => {
    if (!slidesAhead) return;
    const idle = requestIdleCallback(() => void startSlides(slides));
    return () => cancelIdleCallback(idle);
  }, [slidesAhead, slides]);

  return (
    <SlideWorkerContext value={slides}>
      {frame === null ? null : <ProjectorPage page={document} frames={frames} frame={frame} />}
    </SlideWorkerContext>
  );
}
