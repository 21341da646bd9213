import type { Draft as Mutable } from 'immer';
import type { AgendaItem, LedgerEntry } from '../model/agenda-item.ts';
import { hasRunningTurn, isPending } from '../model/agenda-item.ts';
import { hasPresented } from '../model/presented.ts';
import { Refused } from '../refusals/refusals.ts';
import { lastRecorded, newDayPlan, turnPlanOf, wasBrokenOff } from '../schedule/day-plan.ts';
import { spentAt } from '../schedule/turn-clock.ts';
import { type Duration, duration, instant } from '../time/units.ts';
import type { CommandContext, MeetingDraft } from './definition.ts';
import { needCurrent } from './lookup.ts';
import { showSlidesOf } from './slides.ts';

export type Item = Mutable<AgendaItem>;
/** Whole milliseconds: the monotonic clock returns fractions, the stored form has none. */
export const spentNow = (item: Item, { mono }: CommandContext): Duration =>
  duration(Math.floor(spentAt(item.turn, mono)));

export function record(item: Item, what: LedgerEntry['what'], context: CommandContext, by = 0): void {
  item.turn.ledger.push({ what, at: context.at, spent: spentNow(item, context), by });
}

/** Stops the clock and stores what was spent. */
export function halt(item: Item, context: CommandContext): void {
  item.turn.spent = spentNow(item, context);
  item.turn.anchor = null;
}

export function run(item: Item, context: CommandContext): void {
  item.status = 'running';
  item.turn.anchor = context.mono;
}

/** The next pending item in order. */
export function nextPending(meeting: MeetingDraft): Item | null {
  for (const id of meeting.agenda.order) {
    const item = meeting.agenda.items[id];
    if (item !== undefined && isPending(item)) return item;
  }
  return null;
}

/** Puts an item that was called but not started back to waiting. */
export function releaseCalled(meeting: MeetingDraft): void {
  if (meeting.current === null) return;
  const item = meeting.agenda.items[meeting.current];
  if (item?.status === 'called') item.status = 'waiting';
  meeting.current = null;
}

/** Stores the plan of the day with its first call, or when a turn of an earlier day is continued. */
export function keepDayPlan(meeting: MeetingDraft, { at }: CommandContext): void {
  const plan = newDayPlan(meeting, at);
  if (plan !== null) meeting.plans.push(plan);
}

/** Stores the plan of the day, and the plan of an item with its own first call. */
function keepPlan(meeting: MeetingDraft, item: Item, context: CommandContext): void {
  keepDayPlan(meeting, context);
  item.turn.plan ??= turnPlanOf(meeting, item);
}

/**
 * Calls an item: it is on the projector, its clock not started.
 * @param by how much later this is entered than it happened, ms
 */
export function call(meeting: MeetingDraft, item: Item, context: CommandContext, by = 0): void {
  releaseCalled(meeting);
  keepPlan(meeting, item, context);
  item.status = 'called';
  meeting.current = item.id;
  showSlidesOf(meeting, item);
  if (meeting.status === 'prepared') {
    meeting.status = 'open';
    meeting.openedAt = context.at;
  }
  record(item, 'call', context, by);
}

/**
 * Starts the called item's clock.
 * @param taken how long ago it was started, when starting was forgotten, ms; that time counts as spent
 */
export function startCalled(meeting: MeetingDraft, context: CommandContext, taken = 0): void {
  const item = needCurrent(meeting);
  if (item.status !== 'called') throw new Refused('turnNotCalled');
  const then = earlier(context, taken);
  // A start by mistake was no beginning, and has no place in the order either.
  if (!hasPresented(item)) {
    item.turn.startedAt = then.at;
    const place = meeting.presented.indexOf(item.id);
    if (place !== -1) meeting.presented.splice(place, 1);
    meeting.presented.push(item.id);
  }
  item.turn.finishedAt = null;
  record(item, 'start', then, taken);
  item.turn.spent = duration(item.turn.spent + taken);
  run(item, context);
}

/** The longest time by which a start or a finish may be entered late, ms. */
export const LONGEST_AGO = 7_200_000;

/** The same moment `ago` ms earlier on the wall clock, for what is entered late. */
export const earlier = (context: CommandContext, ago: number): CommandContext => ({
  ...context,
  at: instant(context.at - ago),
});

/** How much of `ago` a start may use: not before the item was called, nor before the last recorded event. */
export function agoOfStart(meeting: MeetingDraft, item: Item | null, ago: number, { at }: CommandContext): Duration {
  const called = item?.turn.ledger.findLast(({ what }) => what === 'call')?.at;
  const since = called ?? lastRecorded(meeting);
  return duration(since === null ? ago : Math.max(0, Math.min(ago, Math.floor(at - since))));
}

/** When the clock was last started or stopped. */
const lastSwitch = ({ turn }: Item): LedgerEntry | undefined =>
  turn.ledger.findLast(({ what }) => what !== 'add' && what !== 'conclude');

/** How much of `ago` a finish may use: not before the clock last started or stopped. */
function agoOfFinish(item: Item, ago: number, context: CommandContext): Duration {
  const since = lastSwitch(item);
  const most =
    item.status === 'running' ? spentNow(item, context) - (since?.spent ?? 0) : context.at - (since?.at ?? 0);
  return duration(Math.max(0, Math.min(ago, Math.floor(most))));
}

/** How long ago a turn was broken off; `null` if it was not. */
function brokenOffSince(item: Item, { at }: CommandContext): Duration | null {
  const stopped = item.status === 'paused' ? lastSwitch(item) : undefined;
  return stopped !== undefined && wasBrokenOff(stopped, at) ? duration(Math.floor(at - stopped.at)) : null;
}

/**
 * Ends the active turn; one that was broken off ended then, however late that is said.
 * @param ago how long ago it ended, ms; a running turn is not charged with the time since
 * @returns how much of `ago` was used
 */
export function finishCurrent(meeting: MeetingDraft, context: CommandContext, ago = 0): Duration {
  const item = needCurrent(meeting);
  if (!hasRunningTurn(item)) throw new Refused('turnNotRunning');
  const taken = agoOfFinish(item, ago, context);
  halt(item, context);
  if (item.status === 'running') item.turn.spent = duration(item.turn.spent - taken);
  const since = brokenOffSince(item, context) ?? taken;
  const then = earlier(context, since);
  record(item, 'finish', then, since);
  item.status = 'done';
  item.turn.finishedAt = then.at;
  meeting.current = null;
  return taken;
}

/** The operator must finish a running turn first: no other command ends it as a side effect. */
export function refuseDuringTurn(meeting: MeetingDraft): void {
  if (meeting.outage !== null) throw new Refused('outageOpen');
  const current = meeting.current === null ? undefined : meeting.agenda.items[meeting.current];
  if (current !== undefined && hasRunningTurn(current)) throw new Refused('turnRunning');
}

/** A key pressed by mistake must not put a turn on the projector after the meeting is closed. */
export function refuseWhenClosed(meeting: MeetingDraft): void {
  if (meeting.status === 'finished') throw new Refused('meetingFinished');
}
