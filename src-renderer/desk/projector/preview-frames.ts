import { type ProjectorView, projectorView } from '#core/views/projector.ts';
import { afterPaint } from '#renderer/kit/after-paint.ts';
import { type Frame, type Frames, frameStore } from '#renderer/projector/frames.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';
import type { Beat } from '../meeting/beat.ts';

/**
 * What the room sees, as the desk works it out: the same function of the same meeting that main sends the projector, so
 * that nothing more has to be sent. A change is worked out once the desk itself has been painted. Ticks only while somebody
 * listens.
 * @param isRoom whether the desk is itself the room's screen, which has no strip
 */
export function previewFrames(
  { store, clock, disconnected, slides }: Pick<DeskRuntime, 'store' | 'clock' | 'disconnected' | 'slides'>,
  beat: Beat,
  isRoom: boolean,
): Frames {
  let of: unknown[] = [];
  let view: ProjectorView;
  let text = '';

  /** The same value while it is equal: the screen is fitted again only when its words change. */
  function viewNow(): ProjectorView {
    const { meeting, settings, host } = store.current();
    const isStrip = !isRoom && host.strip === 'on';
    const now = [meeting, settings, slides.version(), isStrip];
    if (now.some((part, n) => part !== of[n])) {
      of = now;
      const next = projectorView(meeting, settings, (_itemId, hash) => slides.of(hash), null, isStrip);
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
      const paint = (): void => frames.next(take());
      const later = afterPaint(paint);
      const ends = [store.subscribe(later.soon), slides.subscribe(later.soon), beat.subscribe(paint)];
      paint();
      return () => {
        for (const end of ends) end();
        later.cancel();
        hear();
      };
    },
  };
}
