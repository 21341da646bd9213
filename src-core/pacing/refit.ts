import type { AgendaItem, ItemId } from '../model/agenda-item.ts';
import { isPending } from '../model/agenda-item.ts';
import type { Limits } from '../model/limits.ts';
import { givenLimitsOf, limitsOf, type Meeting, orderedItems } from '../model/meeting.ts';
import { hasPresented } from '../model/presented.ts';
import { leftOfCurrent, planOf } from '../schedule/plan-of.ts';
import { type PlanEntry, type TimetableRow, timetable, timetableStart } from '../schedule/timetable.ts';
import { type Duration, duration, type Instant, instant, later, type Mono, seconds } from '../time/units.ts';
import { type CivilDate, instantOf } from '../time/zone.ts';

/** Refitted limits are whole multiples of this, rounded down; so up to this much per agency stays unused. */
export const ADJUST_STEP = seconds(5);

/** When the turns should be over: at the end of the day, or at the beginning of a break. */
export type RefitUntil =
  | { readonly kind: 'end'; readonly at: Instant }
  | { readonly kind: 'break'; readonly itemId: ItemId };

export interface RefitOptions {
  readonly until: RefitUntil;
  /** No turn is cut below this minimum, ms. A shorter one keeps what it was given. */
  readonly minimum: Duration;
  /** Whether turns with limits of their own are cut too. */
  readonly includeOwn: boolean;
  /** Whether turns may become longer than given, if there is time. */
  readonly stretch: boolean;
}

/** One of the agencies' turns to come. */
export interface RefitRow {
  readonly itemId: ItemId;
  /**
   * Why it is not changed. `own`: has limits of its own and was not included. `open`: has no hard limit. `begun`: goes
   * on from what it spent.
   */
  readonly kept: 'own' | 'open' | 'begun' | 'behind' | null;
  readonly before: Limits;
  readonly after: Limits;
  readonly startBefore: Instant;
  readonly startAfter: Instant;
}

export interface Refit {
  readonly rows: readonly RefitRow[];
  /** The limits that change, as the command takes them. */
  readonly changes: readonly { readonly itemId: ItemId; readonly limits: Limits }[];
  /** When the turns should be over. */
  readonly target: Instant;
  /** When they would be over: the end of the last item, or the arrival at the break. */
  readonly finishBefore: Instant;
  readonly finishAfter: Instant;
  /** By how much the target is missed because all turns are at the minimum, ms. */
  readonly short: Duration;
  /** Time left over, ms. */
  readonly spare: Duration;
}

/** Whether an item's limits may be refitted: it has not begun and is still to come. */
export const mayRefit = (item: Pick<AgendaItem, 'status' | 'turn' | 'noteIds'>): boolean =>
  (isPending(item) || item.status === 'called') && !hasPresented(item);

/** Ratios are integers in millionths, so that the same request always gives the same limits. */
const WHOLE = 1_000_000;
/** The most that a turn is stretched, as a multiple of what it was given. */
const MOST = 3 * WHOLE;

const down = (ms: number): number => Math.floor(ms / ADJUST_STEP) * ADJUST_STEP;

/** A given length at a ratio: in whole steps, never below the minimum. At ratio 1 it is exactly what was given. */
function scaled(given: number, ratio: number, minimum: Duration): Duration {
  if (ratio === WHOLE) return duration(given);
  const length = down((given * ratio) / WHOLE);
  return duration(ratio > WHOLE ? Math.max(given, length) : Math.max(Math.min(minimum, given), length));
}

/** The limits for a hard limit of `hard`: the soft one keeps its share. */
function limitsAt(given: Limits, hard: Duration): Limits {
  if (given.hard === null || hard === given.hard) return given;
  if (given.soft === null) return { soft: null, hard };
  const soft = Math.max(1000, down((given.soft * hard) / given.hard));
  return { soft: duration(Math.min(soft, hard)), hard };
}

interface Turns {
  readonly plan: readonly PlanEntry[];
  /** The given length of each adjustable turn, ms. */
  readonly given: ReadonlyMap<ItemId, Duration>;
  /** What its clock has used of that before it began: a start by mistake goes on. Negative: time was added. */
  readonly used: ReadonlyMap<ItemId, number>;
  /** The segment of each entry: a fixed start begins a new one. */
  readonly segments: readonly number[];
  readonly from: Instant;
  readonly day: CivilDate;
}

/** The greatest ratio for which `fits` holds, `0` if none. Once `fits` fails it must fail for all greater ratios. */
function greatest(most: number, fits: (ratio: number) => boolean): number {
  if (fits(most)) return most;
  let low = 0;
  let high = most;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function keptOf(meeting: Meeting, item: AgendaItem, wish: RefitOptions, isBehind: boolean): RefitRow['kept'] {
  if (!mayRefit(item)) return 'begun';
  if (isBehind) return 'behind';
  if (givenLimitsOf(meeting, item).hard === null) return 'open';
  return item.limits !== null && !wish.includeOwn ? 'own' : null;
}

/**
 * Proposes limits for the coming agencies' turns, so that they are over in time. All are cut by one ratio of the given
 * limits (not of an earlier refit, so that refitting twice equals refitting once). Turns before a break with a fixed
 * start are cut no further than the break requires: the break would only wait longer.
 * @param now the clocks now: what is left of the running turn is not changed
 */
export function proposeRefit(meeting: Meeting, wish: RefitOptions, now: Instant, mono: Mono): Refit {
  const { from, day } = timetableStart(meeting, now, leftOfCurrent(meeting, mono));
  const plan = planOf(meeting);
  const breakAt = wish.until.kind === 'break' ? plan.findIndex(({ id }) => id === untilItem(wish)) : -1;
  const ahead = breakAt === -1 ? plan.length : breakAt;
  const items = new Map(orderedItems(meeting).map((item) => [item.id, item]));
  const minimum = duration(Math.max(ADJUST_STEP, wish.minimum));
  const given = new Map<ItemId, Duration>();
  const used = new Map<ItemId, number>();
  const kept = new Map<ItemId, RefitRow['kept']>();
  for (const [index, { id }] of plan.entries()) {
    const item = items.get(id);
    if (item?.kind !== 'agency') continue;
    const why = keptOf(meeting, item, wish, index >= ahead);
    kept.set(id, why);
    const { hard } = givenLimitsOf(meeting, item);
    if (why !== null || hard === null) continue;
    given.set(id, hard);
    used.set(id, item.turn.spent - item.turn.added);
  }
  let segment = 0;
  const segments = plan.map(({ fixedStart }, index) => {
    if (fixedStart !== null && index > 0) segment += 1;
    return segment;
  });
  const turns: Turns = { plan, given, used, segments, from, day };
  const lay = (entries: readonly PlanEntry[]): TimetableRow[] => timetable(entries, from, day, meeting.zone);
  const target = targetOf(meeting, wish, plan[breakAt] ?? null, day);

  const ratios = bestRatios(turns, lay, (rows) => arrival(turns, rows, ahead) <= target, wish.stretch, minimum);
  const after = lay(entriesAt(turns, ratios, minimum));
  const before = lay(plan);
  const rows = plan.flatMap(({ id }, index): RefitRow[] => {
    const item = items.get(id);
    if (item === undefined || !kept.has(id)) return [];
    const length = given.get(id);
    const ratio = ratios[segments[index] ?? 0] ?? WHOLE;
    return [
      {
        itemId: id,
        kept: kept.get(id) ?? null,
        before: limitsOf(meeting, item),
        after:
          length === undefined
            ? limitsOf(meeting, item)
            : limitsAt(givenLimitsOf(meeting, item), scaled(length, ratio, minimum)),
        startBefore: before[index]?.start ?? from,
        startAfter: after[index]?.start ?? from,
      },
    ];
  });
  const finishAfter = arrival(turns, after, ahead);
  return {
    rows,
    changes: rows.flatMap(({ itemId, before: was, after: is }) =>
      was.soft === is.soft && was.hard === is.hard ? [] : { itemId, limits: is },
    ),
    target,
    finishBefore: arrival(turns, before, ahead),
    finishAfter,
    short: duration(Math.max(0, finishAfter - target)),
    spare: duration(Math.max(0, target - finishAfter)),
  };
}

const untilItem = ({ until }: RefitOptions): ItemId | null => (until.kind === 'break' ? until.itemId : null);

function targetOf(meeting: Meeting, { until }: RefitOptions, entry: PlanEntry | null, day: CivilDate): Instant {
  if (until.kind === 'end') return until.at;
  // A break without a fixed start, or one that is over, gives no time: the target cannot be met, and is reported as
  // missed.
  const fixed = entry?.fixedStart ?? null;
  return fixed === null ? instant(0) : instantOf(day, fixed, meeting.zone);
}

/** When the item at `ahead` is reached (including the changeover before it), or the last one ends. */
function arrival({ plan, from }: Turns, rows: readonly TimetableRow[], ahead: number): Instant {
  const last = rows[ahead - 1];
  if (last === undefined) return from;
  return ahead === plan.length ? last.end : later(last.end, plan[ahead - 1]?.gap ?? duration(0));
}

function entriesAt({ plan, given, used, segments }: Turns, ratios: readonly number[], minimum: Duration): PlanEntry[] {
  return plan.map((entry, index) => {
    const length = given.get(entry.id);
    const ratio = ratios[segments[index] ?? 0] ?? WHOLE;
    if (length === undefined) return entry;
    return { ...entry, planned: duration(Math.max(0, scaled(length, ratio, minimum) - (used.get(entry.id) ?? 0))) };
  });
}

/**
 * The ratio of each segment: one for all, but at least what lets the segment end exactly when the fixed start after it
 * comes. That minimum does not depend on the target, so that more time never makes a turn shorter.
 */
function bestRatios(
  turns: Turns,
  lay: (entries: readonly PlanEntry[]) => TimetableRow[],
  fits: (rows: readonly TimetableRow[]) => boolean,
  stretch: boolean,
  minimum: Duration,
): number[] {
  const most = stretch ? MOST : WHOLE;
  const count = (turns.segments.at(-1) ?? 0) + 1;
  const rowsAt = (ratios: readonly number[]): TimetableRow[] => lay(entriesAt(turns, ratios, minimum));
  const lowest = Array.from({ length: count }, () => 0);
  const free = lowest.map((_none, segment) => {
    const boundary = turns.segments.indexOf(segment + 1);
    if (boundary === -1) return 0;
    const soonest = rowsAt(lowest)[boundary]?.start;
    return greatest(most, (ratio) => rowsAt(lowest.with(segment, ratio))[boundary]?.start === soonest);
  });
  const common = greatest(most, (ratio) => fits(rowsAt(free.map((least) => Math.max(least, ratio)))));
  return free.map((least) => Math.max(least, common));
}
