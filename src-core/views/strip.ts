import { type Meeting, orderedItems } from '../model/meeting.ts';
import type { Theme } from '../model/settings-fields.ts';
import { isUnclocked } from '../schedule/turn-clock.ts';
import type { Locale } from '../text/format.ts';
import { type ItemName, nameOf, nextOf, onFloor, type TurnClock, turnClock } from './active-item.ts';

/** What every view of the projector contains. */
export interface Frame {
  readonly locale: Locale;
  readonly theme: Theme;
}

/** A slim strip at an edge of the projector's display, while another program shows slides there. */
export interface StripView extends Frame {
  readonly stage: 'strip';
  /** The meeting's title; empty while none is open. */
  readonly meetingTitle: string;
  /** The active item; `null` between items. */
  readonly item: ItemName | null;
  /** The clock of its turn; `null` if it has none. */
  readonly floor: TurnClock | null;
  readonly next: ItemName | null;
}

/** What the strip says: who speaks, how long is left, who is next. The layout does not matter, and no note is in it. */
export function stripView(meeting: Meeting | null, { locale, theme }: Frame): StripView {
  const frame = { locale, theme, stage: 'strip' } as const;
  if (meeting === null) return { ...frame, meetingTitle: '', item: null, floor: null, next: null };
  const item = onFloor(meeting);
  const clock = item === null ? null : turnClock(meeting, item);
  const next = meeting.status === 'finished' ? null : nextOf(orderedItems(meeting), item);
  return {
    ...frame,
    meetingTitle: meeting.title,
    item: item === null ? null : nameOf(meeting, item),
    floor: clock === null || isUnclocked(clock) ? null : clock,
    next: next === null ? null : nameOf(meeting, next),
  };
}
