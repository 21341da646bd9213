import './projector.css';
import {
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { createPortal } from 'react-dom';
import { ErrorBoundary } from '#renderer/kit/error-boundary.tsx';
import fonts from '#renderer/kit/fonts.css?url';
import tokens from '#renderer/kit/tokens.css?url';
import { ProjectorPage } from '#renderer/projector/projector-screen.tsx';
import projector from '#renderer/projector/styles/projector.css?url';
import { useSpokenFrame } from '#renderer/projector/use-spoken-frame.ts';
import { SlideQuality } from '#renderer/slides/slide-worker-context.ts';
import { useDeskValue, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { useBeat } from '../meeting/passing-time.tsx';
import { previewFrames } from './preview-frames.ts';

/** The assumed size of the projector if the host cannot know it, or none is open. */
const USUAL = { width: 1366, height: 768 };
/** The small preview draws slides at half the projector's size: a quarter of the work. */
const SMALL = 0.5;
/** Maximum height: a projector in portrait would push everything else from the desk. */
const HIGHEST = 4 / 3;

/** Adds the projector's styles to a frame's page; resolves when they are loaded, so that nothing is fitted without them. */
async function dress(page: Document): Promise<void> {
  const loaded = [fonts, tokens, projector].map(
    (href) =>
      new Promise<void>((resolve, reject) => {
        const link = page.createElement('link');
        link.rel = 'stylesheet';
        link.href = href;
        link.addEventListener('load', () => resolve());
        link.addEventListener('error', () => reject(new Error(`not loaded: ${href}`)));
        page.head.append(link);
      }),
  );
  await Promise.all(loaded);
}

/** The projector's own screen, drawn into the frame's page, whose size is that of the projector and not of the desk. */
function PreviewPage({ page, fill }: { page: Document; fill: boolean }): ReactNode {
  const runtime = useRuntime();
  const beat = useBeat();
  const frames = useMemo(() => previewFrames(runtime, beat, fill), [runtime, beat, fill]);
  const latest = useSyncExternalStore(frames.subscribe, frames.current);
  const frame = useSpokenFrame(latest);
  const { locale, theme } = (frame ?? latest).view;
  useLayoutEffect(() => {
    page.documentElement.lang = locale;
    page.documentElement.dataset.theme = theme;
    // Only a picture: the desk says the same in words, and nothing here is interactive.
    page.body.inert = true;
  }, [page, locale, theme]);
  return createPortal(
    <SlideQuality value={fill ? 1 : SMALL}>
      {frame === null ? null : <ProjectorPage page={page} frames={frames} frame={frame} />}
    </SlideQuality>,
    page.body,
  );
}

/**
 * The projector's present screen, as wide as its container.
 * @param fill laid out at the container's size and filling it, instead of scaled down
 */
export function ProjectorPreview({ fill = false }: { fill?: boolean }) {
  const t = useT();
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const [page, setPage] = useState<Document | null>(null);
  const [failed, setFailed] = useState(false);
  const width = useDeskValue((view) => view.host.placing?.room?.width ?? USUAL.width);
  const height = useDeskValue((view) => view.host.placing?.room?.height ?? USUAL.height);

  useEffect(() => {
    if (place === null) return;
    const fit = (): void => {
      const scale = Math.min(place.clientWidth / width, place.clientHeight / height);
      place.style.setProperty('--room-scale', String(scale));
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(place);
    return () => observer.disconnect();
  }, [place, width, height]);

  const take = useCallback((frame: HTMLIFrameElement | null) => {
    const inside = frame?.contentDocument ?? null;
    if (inside === null) return;
    dress(inside).then(
      () => setPage(inside),
      (error: unknown) => {
        console.error(error);
        setFailed(true);
      },
    );
  }, []);

  const unable = <p className="d-room-unable">{t('projector.unable')}</p>;
  if (failed) return unable;
  return (
    <ErrorBoundary instead={unable} onError={console.error}>
      <div
        className={fill ? 'd-room d-room-fill' : 'd-room'}
        style={fill ? undefined : { aspectRatio: String(Math.max(width / height, HIGHEST)) }}
        ref={setPlace}
      >
        <iframe
          ref={take}
          className="d-room-page"
          title={t('projector.picture')}
          width={width}
          height={height}
          tabIndex={-1}
          aria-hidden="true"
        />
        {page !== null && <PreviewPage page={page} fill={fill} />}
      </div>
    </ErrorBoundary>
  );
}
