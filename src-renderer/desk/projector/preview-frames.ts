import { type ProjectorView, projectorView } from '#core/views/projector.ts';
import { startTicker } from '#renderer/kit/ticker.ts';
import { type Frame, type Frames, untilNextPaint } from '#renderer/projector/frames.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';

/**
 * What the projector shows, computed by the desk: the same function of the same meeting, so that nothing more has to be
 * sent. Ticks only while it has listeners.
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

  let frame = take();
  return {
    current: () => frame,
    subscribe(listener) {
      const ticker = startTicker(() => {
        frame = take();
        listener();
        return untilNextPaint(frame);
      });
      const unsubscribe = store.subscribe(ticker.wake);
      return () => {
        unsubscribe();
        ticker.stop();
      };
    },
  };
}
