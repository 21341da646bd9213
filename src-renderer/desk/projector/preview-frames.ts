import { type ProjectorView, projectorView } from '#core/views/projector.ts';
import { afterPaint } from '#renderer/kit/after-paint.ts';
import { startTicker } from '#renderer/kit/ticker.ts';
import { type Frame, type Frames, frameStore, untilNextPaint } from '#renderer/projector/frames.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';

/**
 * What the room sees, as the desk works it out: the same function of the same meeting that main sends the projector, so
 * that nothing more has to be sent. A change is worked out once the desk itself has been painted. Ticks only while somebody
 * listens.
 */
export function roomFrames({
  store,
  clock,
  disconnected,
}: Pick<DeskRuntime, 'store' | 'clock' | 'disconnected'>): Frames {
  let of: unknown[] = [];
  let view: ProjectorView;
  let text = '';

  /** The same value while it is equal: the screen is fitted again only when its words change. */
  function viewNow(): ProjectorView {
    const { meeting, settings } = store.current();
    if (of[0] !== meeting || of[1] !== settings) {
      of = [meeting, settings];
      const next = projectorView(meeting, settings);
      const said = JSON.stringify(next);
      if (said !== text) [view, text] = [next, said];
    }
    return view;
  }
  const take = (): Frame => ({
    view: viewNow(),
    beat: { mono: clock.mono(), now: clock.now() },
    connected: !disconnected.get(),
  });

  const frames = frameStore(take());
  return {
    ...frames,
    subscribe(listener) {
      const hear = frames.subscribe(listener);
      const ticker = startTicker(() => {
        frames.next(take());
        return untilNextPaint(frames.now());
      });
      const later = afterPaint(ticker.wake);
      const unsubscribe = store.subscribe(later.soon);
      return () => {
        unsubscribe();
        later.cancel();
        ticker.stop();
        hear();
      };
    },
  };
}
