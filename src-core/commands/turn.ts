import { z } from 'zod';
import { emptyTurn, hasRunningTurn, isPending } from '../model/agenda-item.ts';
import { keepable } from '../model/kop.ts';
import { Refused } from '../refusals/refusals.ts';
import { clockLimitsOf } from '../schedule/plan-of.ts';
import { type Duration, duration, ZERO } from '../time/units.ts';
import {
  agoOfStart,
  call,
  earlier,
  finishCurrent,
  halt,
  type Item,
  keepDayPlan,
  LONGEST_AGO,
  nextPending,
  record,
  refuseDuringTurn,
  refuseWhenClosed,
  releaseCalled,
  run,
  startCalled,
} from './active-turn.ts';
import { type CommandContext, define, type MeetingDraft } from './definition.ts';
import { needCurrent, needItem } from './lookup.ts';

const ByItem = z.object({ itemId: z.string() });
const Nothing = z.object({});
const Ago = z.number().int().min(0).max(LONGEST_AGO).default(0);

/** Moves a postponed item after the last agency's turn, so that closing items stay last. */
function moveBehindAgencies(meeting: MeetingDraft, item: Item): void {
  const order = meeting.agenda.order.filter((id) => id !== item.id);
  const last = order.findLastIndex((id) => meeting.agenda.items[id]?.kind === 'agency');
  // The only agency has nothing to be moved after.
  if (item.kind === 'agency' && last === -1) return;
  order.splice(item.kind === 'agency' ? last + 1 : order.length, 0, item.id);
  meeting.agenda.order = order;
}

export const turnCommands = {
  /**
   * Calls an item without starting its clock. With `finish` an active turn is ended by the same step: an agency that
   * presents out of order is called at once, and one undo takes back both.
   */
  'turn.call': define(ByItem.extend({ finish: z.boolean().default(false) }), (meeting, { itemId, finish }, context) => {
    refuseWhenClosed(meeting);
    const current = meeting.current === null ? null : needCurrent(meeting);
    const isEnded = finish && current !== null && hasRunningTurn(current) && meeting.outage === null;
    if (!isEnded) refuseDuringTurn(meeting);
    const item = needItem(meeting, itemId);
    if (!isPending(item)) throw new Refused('itemNotWaiting');
    if (isEnded) finishCurrent(meeting, context);
    call(meeting, item, context);
  }),

  /**
   * Starts the called item's clock; if nothing is called, calls the next item first. `ago` is how long ago it really
   * started: that time counts as spent, and the ledger stores that it was entered late.
   */
  'turn.start': define(z.object({ ago: Ago }), (meeting, { ago }, context) => {
    refuseWhenClosed(meeting);
    if (meeting.outage !== null) throw new Refused('outageOpen');
    const called = meeting.current === null ? null : needCurrent(meeting);
    const taken = agoOfStart(meeting, called, ago, context);
    if (called === null) {
      const next = nextPending(meeting);
      if (next === null) throw new Refused('noTurn');
      call(meeting, next, earlier(context, taken), taken);
    }
    startCalled(meeting, context, taken);
  }),

  'turn.pause': define(Nothing, (meeting, _payload, context) => {
    const item = needCurrent(meeting);
    if (item.status !== 'running') throw new Refused('turnNotRunning');
    halt(item, context);
    record(item, 'pause', context);
    item.status = 'paused';
  }),

  'turn.resume': define(Nothing, (meeting, _payload, context) => {
    if (meeting.outage !== null) throw new Refused('outageOpen');
    const item = needCurrent(meeting);
    if (item.status !== 'paused') throw new Refused('turnNotPaused');
    keepDayPlan(meeting, context);
    record(item, 'resume', context);
    run(item, context);
  }),

  /** Moves both limits by `by` ms; negative to shorten. */
  'turn.addTime': define(
    z.object({ by: z.number().int().min(-3_600_000).max(3_600_000) }),
    (meeting, { by }, context) => {
      const item = needCurrent(meeting);
      const { hard } = clockLimitsOf(meeting, item);
      // Time is never reduced below the last second, or minutes added later would first have to make up for it.
      const taken = hard === null ? by : Math.max(by, Math.min(0, 1000 - hard - item.turn.added));
      item.turn.added += taken;
      record(item, 'add', context, taken);
    },
  ),

  /**
   * Ends the turn; with `callNext` the next item is called, and with `start` its clock is started in the same step.
   * `ago` is how long ago it really ended: the time since is not charged to it, and the next item counts as called
   * since then.
   */
  'turn.finish': define(
    z.object({ callNext: z.boolean(), start: z.boolean().default(false), ago: Ago }),
    (meeting, { callNext, start, ago }, context) => {
      if (meeting.outage !== null) throw new Refused('outageOpen');
      const taken = finishCurrent(meeting, context, ago);
      const next = callNext ? nextPending(meeting) : null;
      if (next === null) return;
      call(meeting, next, earlier(context, taken), taken);
      if (start) startCalled(meeting, context);
    },
  ),

  /** Skips an item; the current one only if its clock was not started. */
  'turn.skip': define(ByItem, (meeting, { itemId }) => {
    const item = needItem(meeting, itemId);
    if (hasRunningTurn(item)) throw new Refused('turnRunning');
    if (item.status === 'done') throw new Refused('itemDone');
    if (meeting.current === itemId) meeting.current = null;
    item.status = 'skipped';
  }),

  /** Moves an item after the last agency. A turn that had begun keeps its time and continues when it is called again. */
  'turn.postpone': define(ByItem, (meeting, { itemId }, context) => {
    const item = needItem(meeting, itemId);
    if (item.status === 'done' || item.status === 'skipped') throw new Refused('itemNotWaiting');
    if (meeting.outage?.itemId === itemId) throw new Refused('outageOpen');
    if (item.status === 'running') {
      halt(item, context);
      record(item, 'pause', context);
    }
    if (meeting.current === itemId) meeting.current = null;
    item.status = 'postponed';
    moveBehindAgencies(meeting, item);
  }),

  /**
   * Makes a skipped, postponed or finished item wait again, as the next one. A finished turn keeps what it spent and
   * continues from there.
   */
  'turn.bringBack': define(ByItem, (meeting, { itemId }) => {
    const item = needItem(meeting, itemId);
    if (item.status !== 'skipped' && item.status !== 'postponed' && item.status !== 'done') {
      throw new Refused('nothingToBringBack');
    }
    item.status = 'waiting';
    const order = meeting.agenda.order.filter((id) => id !== itemId);
    const first = order.findIndex((id) => {
      const other = meeting.agenda.items[id];
      return other !== undefined && isPending(other);
    });
    order.splice(first === -1 ? order.length : first, 0, itemId);
    meeting.agenda.order = order;
  }),

  /** Closes the meeting; a called item is set back to waiting. */
  'meeting.finish': define(Nothing, (meeting, _payload, context) => {
    refuseWhenClosed(meeting);
    refuseDuringTurn(meeting);
    releaseCalled(meeting);
    meeting.status = 'finished';
    meeting.finishedAt = context.at;
    meeting.kop ??= keepable(context.kop);
  }),

  'meeting.reopen': define(Nothing, (meeting) => {
    meeting.status = meeting.openedAt === null ? 'prepared' : 'open';
    meeting.finishedAt = null;
  }),

  /**
   * The operator's answer after an interruption (docs/design.md#after-an-interruption), whose time was never counted: a
   * turn that is finished ended when the application was last known to run.
   */
  'outage.answer': define(
    z.object({ choice: z.enum(['continue', 'restart', 'finish']) }),
    (meeting, { choice }, context) => {
      if (meeting.outage === null) throw new Refused('noTurn');
      const { itemId, lastSeen } = meeting.outage;
      const item = needItem(meeting, itemId);
      meeting.outage = null;
      switch (choice) {
        case 'continue':
          keepDayPlan(meeting, context);
          record(item, 'resume', context);
          run(item, context);
          return;
        case 'restart': {
          const { ledger, startedAt, plan } = item.turn;
          item.turn = { ...emptyTurn(), ledger, startedAt, plan };
          keepDayPlan(meeting, context);
          record(item, 'restart', context);
          run(item, context);
          return;
        }
        case 'finish':
          finishCurrent(meeting, context, context.at - lastSeen);
          return;
        default:
          choice satisfies never;
      }
    },
  ),
};

/**
 * What opening a stored meeting does to a turn that was running when the application stopped: it is paused at what had
 * been spent when the application was last known to run, and the operator is asked. Not a command: no window sends it.
 * @param spent time spent in the turn at that moment, ms
 */
export function recoverRunningTurn(meeting: MeetingDraft, spent: Duration, lastSeen: CommandContext['at']): void {
  const item = meeting.current === null ? undefined : meeting.agenda.items[meeting.current];
  if (item?.status !== 'running') return;
  item.turn.spent = duration(Math.max(item.turn.spent, Number.isFinite(spent) ? Math.floor(spent) : ZERO));
  item.turn.anchor = null;
  item.status = 'paused';
  item.turn.ledger.push({ what: 'outage', at: lastSeen, spent: item.turn.spent, by: 0 });
  meeting.outage = { itemId: item.id, lastSeen };
}
