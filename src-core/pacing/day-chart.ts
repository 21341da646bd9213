import { shortName } from '../model/agency.ts';
import type { AgendaItem, ItemId, ItemKind, ItemStatus } from '../model/agenda-item.ts';
import type { DayPlan } from '../model/day-plan.ts';
import { agencyOf, itemTitle, limitsOf, type Meeting, orderedItems } from '../model/meeting.ts';
import { toldTurn } from '../model/presented.ts';
import { layDay } from '../schedule/day-plan.ts';
import { effectiveLimits, spentAt } from '../schedule/turn-clock.ts';
import { between, type Duration, duration, type Instant, instant, later, type Mono } from '../time/units.ts';
import { type CivilDate, civilDateAt, instantOf, type Zone } from '../time/zone.ts';
import { type Stretch, stretchesOf } from './stretches.ts';

/** One item of the day, planned and actual. */
export interface ChartRow {
  readonly id: ItemId;
  readonly kind: ItemKind;
  /** The agency's full name, or the user's title; empty if the kind's own name is used. */
  readonly title: string;
  /** The same for little space. */
  readonly short: string;
  /** Its number among the agencies' turns; `null` for other items. */
  readonly number: number | null;
  readonly status: ItemStatus;
  /** Planned when the day began; `null` for an item added later. */
  readonly planned: { readonly from: Instant; readonly to: Instant } | null;
  /** What happened on this day, in order; empty if it was not reached. */
  readonly stretches: readonly Stretch[];
  /** Time spent on this day, ms, without pauses. */
  readonly spent: Duration;
  /** How much of it was beyond the limit, ms. */
  readonly over: Duration;
  /** How much later than planned it began (negative: earlier), ms; `null` if either is unknown. */
  readonly delay: Duration | null;
}

/** Planned and actual times of one day. */
export interface DayChart {
  readonly day: CivilDate;
  readonly zone: Zone;
  /** The range of the time axis. */
  readonly from: Instant;
  readonly to: Instant;
  /** The present time on it; `null` on a day that is over. */
  readonly now: Instant | null;
  /** In the order in which they began; then the planned ones that were not reached. */
  readonly rows: readonly ChartRow[];
  readonly plannedFinish: Instant | null;
  /** The end of the last actual piece. */
  readonly lastEnd: Instant | null;
}

export interface ChartMoment {
  readonly now: Instant;
  readonly mono: Mono;
}

/** The days on which the meeting took place, in order; the planned day if there is none yet. */
export function chartDays(meeting: Meeting): CivilDate[] {
  const days = meeting.plans.map(({ day }) => day);
  return days.length === 0 ? [meeting.date] : days;
}

/** When a day of the meeting begins and ends: an evening that runs past midnight is one day. */
function boundsOf(meeting: Meeting, day: CivilDate): { since: Instant; until: Instant } {
  const index = meeting.plans.findIndex((plan) => plan.day === day);
  const next = index === -1 ? undefined : meeting.plans[index + 1];
  return {
    since: index <= 0 ? instant(Number.NEGATIVE_INFINITY) : (meeting.plans[index]?.at ?? instant(0)),
    until: next?.at ?? instant(Number.POSITIVE_INFINITY),
  };
}

const total = (stretches: readonly Stretch[], ...kinds: Stretch['kind'][]): Duration =>
  duration(stretches.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { from, to }) => sum + (to - from), 0));

function rowOf(
  meeting: Meeting,
  item: AgendaItem,
  plan: DayPlan,
  number: number | null,
  moment: ChartMoment | null,
): ChartRow {
  const { since, until } = boundsOf(meeting, plan.day);
  const { hard } = effectiveLimits(limitsOf(meeting, item), item.turn.added);
  const onFloor = item.status === 'running' || item.status === 'paused';
  const standing =
    moment === null || !onFloor ? null : { at: moment.now, spent: duration(spentAt(item.turn, moment.mono)) };
  const stretches = stretchesOf(toldTurn(item), hard, standing).filter(({ from }) => from >= since && from < until);
  const laid = plan.items[item.id];
  const began = stretches[0]?.from;
  const agency = agencyOf(meeting, item);
  const title = itemTitle(meeting, item);
  return {
    id: item.id,
    kind: item.kind,
    title,
    short: agency === null ? title : shortName(agency),
    number,
    status: item.status,
    planned: laid === undefined ? null : { from: laid.start, to: later(laid.start, laid.length) },
    stretches,
    spent: total(stretches, 'spoke', 'over'),
    over: total(stretches, 'over'),
    delay: began === undefined || laid === undefined ? null : between(laid.start, began),
  };
}

/** Items not reached are at their planned position; one that was added later and not reached, at the end. */
const placeOf = ({ stretches, planned }: ChartRow): readonly [number, number] =>
  stretches[0] !== undefined ? [0, stretches[0].from] : [1, planned?.from ?? Number.POSITIVE_INFINITY];

function byPlace(a: ChartRow, b: ChartRow): number {
  const [groupA, atA] = placeOf(a);
  const [groupB, atB] = placeOf(b);
  return groupA - groupB || (atA === atB ? 0 : atA - atB);
}

/**
 * Planned and actual times of one day of the meeting, per item.
 * @param day one of `chartDays`; omitted: the last of them
 * @param moment the clocks now, for an active turn; `null` uses only what was recorded
 */
export function dayChart(meeting: Meeting, day?: CivilDate, moment: ChartMoment | null = null): DayChart {
  const shown = day ?? chartDays(meeting).at(-1) ?? meeting.date;
  const start = instantOf(meeting.date, meeting.startAt, meeting.zone);
  const plan = meeting.plans.find((one) => one.day === shown) ?? layDay(meeting, shown, start, start);
  let agencies = 0;
  const rows = orderedItems(meeting)
    .map((item) => {
      if (item.kind === 'agency') agencies += 1;
      return rowOf(meeting, item, plan, item.kind === 'agency' ? agencies : null, moment);
    })
    .filter(({ planned, stretches }) => planned !== null || stretches.length > 0)
    .toSorted(byPlace);
  const today = moment !== null && shown === chartDays(meeting).at(-1) && meeting.status !== 'finished';
  const now = today && civilDateAt(moment.now, meeting.zone) === shown ? moment.now : null;
  const happened = rows.flatMap(({ stretches }) => stretches);
  const marks = [
    ...rows.flatMap(({ planned }) => (planned === null ? [] : [planned.from, planned.to])),
    ...happened.flatMap(({ from, to }) => [from, to]),
  ];
  return {
    day: shown,
    zone: meeting.zone,
    from: marks.length === 0 ? start : instant(Math.min(...marks)),
    to: marks.length === 0 ? start : instant(Math.max(...marks)),
    now,
    rows,
    plannedFinish: rows.length === 0 ? null : plan.finish,
    lastEnd: happened.length === 0 ? null : instant(Math.max(...happened.map(({ to }) => to))),
  };
}
