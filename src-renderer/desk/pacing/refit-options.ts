import type { ItemId } from '#core/model/agenda-item.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { RefitOptions } from '#core/pacing/refit.ts';
import { pastEndOf, USUAL_END } from '#core/pacing/warnings.ts';
import { planOf } from '#core/schedule/plan-of.ts';
import { formatTime } from '#core/text/format.ts';
import { type Duration, type Instant, minutes } from '#core/time/units.ts';
import { type CivilDate, type ClockTime, instantOf } from '#core/time/zone.ts';

/** What the operator has chosen in the dialog. */
export interface RefitChoice {
  readonly until: 'end' | 'break' | 'time';
  /** For `time`. */
  readonly time: ClockTime | null;
  readonly minimum: Duration;
  readonly includeOwn: boolean;
  readonly stretch: boolean;
}

/** The next break to come whose fixed time is not over. */
export function nextBreak(
  meeting: Meeting,
  day: CivilDate,
  now: Instant,
): { readonly id: ItemId; readonly at: ClockTime } | null {
  const found = planOf(meeting).find(({ id, fixedStart }) => {
    const isBreak = meeting.agenda.items[id]?.kind === 'break';
    return isBreak && fixedStart !== null && instantOf(day, fixedStart, meeting.zone) > now;
  });
  return found === undefined || found.fixedStart === null ? null : { id: found.id, at: found.fixedStart };
}

/** The planned end if there is one, else the end of the stored plan, or of a usual day. */
export function firstChoice(meeting: Meeting, finish: Instant): RefitChoice {
  const planned = meeting.plans.at(-1)?.finish ?? finish;
  const isTooLong = pastEndOf(meeting, finish, meeting.date) !== null;
  return {
    until: meeting.endAt === null ? 'time' : 'end',
    time: meeting.endAt ?? (isTooLong ? USUAL_END : formatTime(planned, meeting.zone, 'en')),
    minimum: minutes(5),
    includeOwn: false,
    stretch: false,
  };
}

/** The choice as the rule takes it; `null` while no time is given. */
export function wishOf(meeting: Meeting, choice: RefitChoice, day: CivilDate, now: Instant): RefitOptions | null {
  const { minimum, includeOwn, stretch } = choice;
  const rest = { minimum, includeOwn, stretch };
  const brk = nextBreak(meeting, day, now);
  if (choice.until === 'break') return brk === null ? null : { until: { kind: 'break', itemId: brk.id }, ...rest };
  const time = choice.until === 'end' ? meeting.endAt : choice.time;
  return time === null ? null : { until: { kind: 'end', at: instantOf(day, time, meeting.zone) }, ...rest };
}
