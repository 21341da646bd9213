import { estimatedFinish, timetable, timetableStart } from '#core/schedule/timetable.ts';
import { endOf, spentAt } from '#core/schedule/turn-clock.ts';
import { formatTime, formatWeekday } from '#core/text/format.ts';
import { personWords } from '#core/text/office.ts';
import type { ClockReading } from '#core/time/units.ts';
import { type Duration, duration, type Instant, later, ZERO } from '#core/time/units.ts';
import { civilDateAt } from '#core/time/zone.ts';
import type { ItemName, TurnClock } from '#core/views/active-item.ts';
import type { ProjectorView, TurnView } from '#core/views/projector.ts';
import type { Text } from '#renderer/kit/i18n-projector.ts';
import { emphasised } from './emphasis.ts';
import { clockLimits } from './turn-face.ts';

/** A view of an open meeting, whatever it shows. */
export type TitledView = Extract<ProjectorView, { readonly title: string }>;
/** A view that shows when the items to come begin. */
type TimedView = Extract<ProjectorView, { readonly plan: unknown }>;
/** A view that shows the meeting's progress. */
export type MeetingView = Extract<ProjectorView, { readonly done: unknown }>;

/** The item's name: the user's words, else its kind's own name. */
export const nameOf = (item: ItemName, t: Text): string => item.title || t(`domain:itemKind.${item.kind}`);

/** "Sedang memaparkan", "Segera dimulai", "Waktu istirahat": what is happening, above its name. */
export function overlineOf({ stage, isBreak, item }: TurnView, t: Text): string {
  const what = isBreak ? 'Break' : item.kind === 'agency' ? 'Agency' : 'Item';
  return t(`floor.${stage}${what}`);
}

/** What is left of the active item, without its changeover; 0 in overtime, and if its clock was not started. */
export function leftOf(view: TurnClock, beat: ClockReading): Duration {
  if (view.stage === 'called') return ZERO;
  const end = endOf(clockLimits(view), view.planned, view.clock.added);
  return duration(Math.max(0, end - spentAt(view.clock, beat.mono)));
}

/** The clock of the active item; `null` if there is none. */
const clockOf = (view: TimedView): TurnClock | null => ('floor' in view ? view.floor : 'clock' in view ? view : null);

/** From when the items to come are computed: after what is left of the active one, and its changeover. */
function planFrom(view: TimedView, beat: ClockReading): ReturnType<typeof timetableStart> {
  const floor = clockOf(view);
  if (floor === null) return timetableStart(view, beat.now, ZERO);
  const gap = floor.stage !== 'called' && view.plan.length > 0 ? floor.gap : ZERO;
  return timetableStart(view, beat.now, duration(leftOf(floor, beat) + gap));
}

/** When the meeting will probably be over. */
export function finishAt(view: TimedView, beat: ClockReading): Instant {
  const { from, day } = planFrom(view, beat);
  return estimatedFinish(view.plan, from, day, view.zone);
}

/** When each item to come will probably begin. */
export function startTimes(view: TimedView, beat: ClockReading): Map<string, Instant> {
  const { from, day } = planFrom(view, beat);
  return new Map(timetable(view.plan, from, day, view.zone).map(({ id, start }) => [id, start]));
}

/** "perkiraan selesai 15.10", with the weekday when that is not today; the time is emphasised. */
export function finishText(view: TimedView, beat: ClockReading, t: Text): string {
  const at = finishAt(view, beat);
  const time = emphasised(formatTime(at, view.zone, view.locale));
  const date = civilDateAt(at, view.zone);
  const ownDay = view.status === 'prepared' ? view.date : civilDateAt(beat.now, view.zone);
  return date === ownDay
    ? t('footer.finish', { time })
    : t('footer.finishOn', { day: formatWeekday(date, view.locale), time });
}

/** "Giliran 6 dari 39", the numbers emphasised; between items that are no agency's turn, how many have presented. */
export function turnText(view: MeetingView, t: Text): string {
  if (view.turn !== null) return t('footer.turn', { n: emphasised(view.turn.n), m: emphasised(view.turn.m) });
  return t('footer.done', { n: emphasised(view.done.n), m: emphasised(view.done.m), term: view.term });
}

/** When an active break ends. */
export const resumesAt = (view: TurnView, beat: ClockReading): Instant => later(beat.now, leftOf(view, beat));

/** "Plt. Kepala Dinas · mewakili …": the presenter's line after the name. The agency's name is above it. */
export function officeParts(presenter: NonNullable<TurnView['presenter']>, t: Text): string[] {
  const { office, represents } = personWords({ ...presenter, agency: '' }, t);
  return [office, represents].filter((part) => part !== '');
}
