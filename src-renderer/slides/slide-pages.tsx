import { type CSSProperties, memo, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { Deck } from './deck.ts';
import { clearPage, drawPage } from './draw-page.ts';
import type { Box, SlideFault } from './protocol.ts';
import { SlideQuality, useSlidePause } from './slide-worker-context.ts';

interface PageProps {
  readonly deck: Deck;
  readonly page: number;
  readonly box: Box;
  /** Pixels of a picture in one of the page that shows it. */
  readonly density: number;
  readonly urgency: () => number;
  readonly isShown: boolean;
  onPainted(page: number): void;
  onFault(page: number, fault: SlideFault): void;
  readonly children?: ReactNode;
}

/** One page on its canvas, drawn once for its box; turning to it is showing what is there. */
const SlidePage = memo(function SlidePage(props: PageProps): ReactNode {
  const { deck, page, box, density, isShown, children } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const abort = new AbortController();
    const element = canvas.current;
    if (element === null) return;
    const draw = async (): Promise<void> => {
      const fault = await drawPage(
        deck,
        page,
        { canvas: element, box, density },
        {
          signal: abort.signal,
          urgency: () => latest.current.urgency(),
          onPainted: () => latest.current.onPainted(page),
        },
      );
      if (fault !== null) latest.current.onFault(page, fault);
    };
    void draw();
    return () => abort.abort();
  }, [deck, page, box, density]);
  useEffect(() => {
    const element = canvas.current;
    return () => void (element !== null && clearPage(element));
  }, []);
  return (
    <div className="slide-page" data-page={page} hidden={!isShown}>
      <canvas ref={canvas} />
      {children}
    </div>
  );
});

/** The size of an element's inside in its own page's pixels; `null` until it is known. */
function useBox(place: HTMLElement | null): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    if (place === null) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = place;
      setBox((before) => (before?.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    // Of the page that the element is in, which may be a frame of another.
    const Observer = (place.ownerDocument.defaultView ?? window).ResizeObserver;
    const observer = new Observer(measure);
    observer.observe(place);
    return () => observer.disconnect();
  }, [place]);
  return box;
}

/** Calls back when what is shown now has been painted, and a pause after that. @returns what gives it up */
function afterPaint(view: Window, pause: number, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A frame's callbacks are called before it is painted: the second one's, after the first.
  let frame = view.requestAnimationFrame(() => {
    frame = view.requestAnimationFrame(() => {
      timer = setTimeout(act, pause);
    });
  });
  return () => {
    view.cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

interface Props {
  readonly deck: Deck;
  readonly page: number;
  /** What lies over the page that is shown. */
  readonly over?: ReactNode;
  /** In place of a page that cannot be drawn. */
  unable(fault: SlideFault): ReactNode;
  /** While nothing is drawn yet. */
  readonly waiting?: ReactNode;
}

/**
 * The page of a deck as large as its container; the next one and the one before it are drawn as well, so that a turn only
 * shows what is there. While a page is drawn, the one before it stays. Nothing is prepared while a turn is not painted yet.
 */
export function SlidePages({ deck, page, over, unable, waiting }: Props): ReactNode {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const inside = useBox(place);
  const [painted, setPainted] = useState<ReadonlySet<number>>(new Set());
  const [faults, setFaults] = useState<ReadonlyMap<number, SlideFault>>(new Map());
  const shown = useRef<number | null>(null);
  const present = useRef(page);
  present.current = page;

  const density = (place?.ownerDocument.defaultView?.devicePixelRatio ?? 1) * useContext(SlideQuality);
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    if (inside === null || inside.width === 0 || inside.height === 0) return;
    setBox({ width: Math.round(inside.width * density), height: Math.round(inside.height * density) });
  }, [inside, density]);

  const actions = useRef({
    onPainted: (one: number): void =>
      setPainted((before) => (before.has(one) ? before : new Set([...before].slice(-6).concat(one)))),
    onFault: (one: number, fault: SlideFault): void => setFaults((before) => new Map(before).set(one, fault)),
  });
  const fault = faults.get(page);
  if (painted.has(page) || fault !== undefined) shown.current = page;
  const isShown = shown.current === page;
  const pause = useSlidePause();
  /** The page beside which others are prepared. */
  const [around, setAround] = useState<number | null>(null);
  useEffect(() => {
    if (!isShown || around === page || place === null) return;
    return afterPaint(place.ownerDocument.defaultView ?? window, pause, () => setAround(page));
  }, [isShown, around, page, place, pause]);
  const beside = around === null ? [] : [around, around + 1, around - 1];
  const near = [page, ...beside.filter((one) => one >= 1 && one <= deck.pages)];
  const kept = [...new Set(shown.current === null ? near : [...near, shown.current])];
  // What left is drawn once more when it comes back.
  const gone = [...painted].filter((one) => !kept.includes(one));
  useEffect(() => {
    if (gone.length > 0) setPainted((before) => new Set([...before].filter((one) => !gone.includes(one))));
  });
  return (
    <div className="slide-pages" ref={setPlace}>
      {box === null
        ? null
        : kept.map((one) => (
            <SlidePage
              key={one}
              deck={deck}
              page={one}
              box={box}
              density={density}
              urgency={() => urgencyOf(one, present.current)}
              isShown={one === shown.current && fault === undefined}
              {...actions.current}
            >
              {one === shown.current ? over : null}
            </SlidePage>
          ))}
      {fault !== undefined ? unable(fault) : shown.current === null ? waiting : null}
    </div>
  );
}

/** The page in sight, then the next one, then the one before it. */
const urgencyOf = (page: number, present: number): number => (page === present ? 0 : page === present + 1 ? 1 : 2);

/** A place on a page, marked: a ring that is seen on any colour. */
export function SpotMark({ x, y }: { readonly x: number; readonly y: number }): ReactNode {
  return <span className="slide-spot" style={{ '--x': x, '--y': y } as CSSProperties} aria-hidden="true" />;
}
