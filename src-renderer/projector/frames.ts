import { untilNextSecond } from '#core/schedule/turn-clock.ts';
import type { ClockReading } from '#core/time/units.ts';
import type { ProjectorView } from '#core/views/projector.ts';
import type { ViewStore } from '#renderer/client/view-store.ts';
import { startTicker } from '#renderer/kit/ticker.ts';
import { beatWords } from './beat-words.ts';
import { clockLimits } from './turn-face.ts';

/**
 * Everything that the window shows at one moment. It is replaced whole, so no part of a change can be visible without
 * the rest.
 */
export interface Frame {
  readonly view: ProjectorView;
  readonly beat: ClockReading;
  readonly connected: boolean;
}

export interface Frames {
  /** The newest frame that differs from the one before it in more than the seconds. */
  current(): Frame;
  /** Called with every frame that differs in more than the seconds. */
  subscribe(listener: () => void): () => void;
  /** The newest frame. */
  now(): Frame;
  /** Called with the frames in between: every second of the clock. */
  onSecond(listener: () => void): () => void;
}

/** Which frames differ in more than the seconds, and who is informed of which. */
export interface FrameStore extends Frames {
  next(frame: Frame): void;
}

function listeners() {
  const all = new Set<() => void>();
  return {
    tell: () => {
      for (const listener of [...all]) listener();
    },
    add: (listener: () => void) => {
      all.add(listener);
      return () => {
        all.delete(listener);
      };
    },
  };
}

/** @param first the frame that is shown first */
export function frameStore(first: Frame): FrameStore {
  const others = listeners();
  const seconds = listeners();
  let newest = first;
  let current = first;
  let words = beatWords(first);
  return {
    current: () => current,
    subscribe: others.add,
    now: () => newest,
    onSecond: seconds.add,
    next(frame) {
      newest = frame;
      const said = beatWords(frame);
      if (frame.view === current.view && frame.connected === current.connected && said === words) {
        seconds.tell();
        return;
      }
      current = frame;
      words = said;
      others.tell();
    },
  };
}

type Open = () => Promise<ViewStore<ProjectorView>>;

const FIRST_RETRY = 1000;
const LAST_RETRY = 10_000;

/** How long the painted frame stays valid, ms: to the turn's next second while one runs, else to the wall clock's. */
export function untilNextPaint({ view, beat }: Frame): number {
  const clock =
    view.stage === 'matters' || view.stage === 'slides' || view.stage === 'strip'
      ? view.floor
      : view.stage === 'running'
        ? view
        : null;
  const turn = clock?.stage === 'running' ? untilNextSecond(clock.clock, clockLimits(clock), beat.mono) : null;
  return turn ?? 1000 - (beat.now % 1000);
}

/** Tries until it succeeds, with growing delays. */
async function openPatiently(open: Open): Promise<ViewStore<ProjectorView>> {
  for (let wait = FIRST_RETRY; ; wait = Math.min(LAST_RETRY, wait * 2)) {
    try {
      return await open();
    } catch (error) {
      console.warn('ekspose: not connected, trying again', error);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/**
 * Connects, and keeps the window painted from then on; the connection may break and come back.
 * @param open connects once; fails if there is no application
 */
export async function openFrames(open: Open): Promise<Frames> {
  let store = await openPatiently(open);
  let connected = true;
  const take = (): Frame => ({
    view: store.current(),
    beat: { mono: store.clock.mono(), now: store.clock.now() },
    connected: connected && store.connected(),
  });

  const frames = frameStore(take());
  const ticker = startTicker(
    () => untilNextPaint(frames.now()),
    () => frames.next(take()),
  );
  let unsubscribe = store.subscribe(ticker.wake);

  window.addEventListener('ekspose:disconnected', async () => {
    if (!connected) return;
    connected = false;
    ticker.wake();
    const next = await openPatiently(open);
    unsubscribe();
    store = next;
    unsubscribe = store.subscribe(ticker.wake);
    connected = true;
    ticker.wake();
  });

  return frames;
}
