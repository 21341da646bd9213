import { isUnclocked } from '#core/schedule/turn-clock.ts';
import { type ClockReading, MINUTE } from '#core/time/units.ts';
import type { TurnClock } from '#core/views/active-item.ts';
import type { ProjectorView } from '#core/views/projector.ts';
import { turnSecond } from './turn-face.ts';
import { finishAt, resumesAt, startTimes } from './words.ts';

const minuteOf = (at: number): number => Math.floor(at / MINUTE);

/**
 * Everything in a frame that passing time alone can change, except the digits and the bar of the clock: if two frames
 * differ only in those, the screen is not drawn again.
 */
export function beatWords({ view, beat }: { readonly view: ProjectorView; readonly beat: ClockReading }): string {
  const said: unknown[] = [minuteOf(beat.now)];
  if ('plan' in view) said.push(minuteOf(finishAt(view, beat)));
  const face = (clock: TurnClock): void => {
    const { digits, part } = turnSecond(clock, beat);
    // More digits are set smaller.
    said.push(part, digits.length);
  };
  switch (view.stage) {
    case 'called':
    case 'running':
    case 'paused':
      if (isUnclocked(view)) break;
      face(view);
      if (view.isBreak) said.push(minuteOf(resumesAt(view, beat)));
      break;
    case 'matters':
    case 'slides':
    case 'strip':
      if (view.floor !== null) face(view.floor);
      break;
    case 'agenda':
      for (const start of startTimes(view, beat).values()) said.push(minuteOf(start));
      break;
    case 'idle':
    case 'blank':
    case 'before':
    case 'between':
    case 'finished':
    case 'notes':
    case 'hold':
    case 'announcement':
      break;
    default:
      view satisfies never;
  }
  return JSON.stringify(said);
}
