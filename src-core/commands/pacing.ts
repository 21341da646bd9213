import { z } from 'zod';
import { hasRunningTurn, isPending } from '../model/agenda-item.ts';
import { LimitLength, Limits, LONGEST_LIMIT, limitsAreSound } from '../model/limits.ts';
import { givenLimitsOf, limitsOf } from '../model/meeting.ts';
import { newItem } from '../model/new-item.ts';
import { mayRefit } from '../pacing/refit.ts';
import { Refused } from '../refusals/refusals.ts';
import { effectiveLimits } from '../schedule/turn-clock.ts';
import { duration } from '../time/units.ts';
import { call, halt, type Item, record, refuseWhenClosed, spentNow, startCalled } from './active-turn.ts';
import { define } from './definition.ts';
import { needCurrent, needItem } from './lookup.ts';

const isCalled = (item: Item): boolean => item.status === 'called';

/** Commands that pace the day: refitting the rest of it, cutting a turn short, exchanging two agencies. */
export const pacingCommands = {
  /** "Sesuaikan sisa waktu": sets the limits of coming turns as the operator saw them proposed. All or none. */
  'agenda.adjust': define(
    z.object({ items: z.array(z.object({ itemId: z.string(), limits: Limits })).max(1_000) }),
    (meeting, { items }) => {
      for (const { itemId, limits } of items) {
        const item = needItem(meeting, itemId);
        if (!mayRefit(item) || item.kind !== 'agency') throw new Refused('notAdjustable');
        if (limits.hard === null || !limitsAreSound(limits)) throw new Refused('limitsUnsound');
        const given = givenLimitsOf(meeting, item);
        item.adjusted = limits.soft === given.soft && limits.hard === given.hard ? null : limits;
      }
    },
  ),

  /** "Cukup": the active turn is to end `within` ms from now. @throws Refused `nothingToCut` if it would anyway */
  'turn.conclude': define(
    z.object({ within: z.number().int().min(1_000).max(600_000) }),
    (meeting, { within }, context) => {
      if (meeting.outage !== null) throw new Refused('outageOpen');
      const item = needCurrent(meeting);
      if (!hasRunningTurn(item)) throw new Refused('turnNotRunning');
      const end = spentNow(item, context) + within;
      const limits = limitsOf(meeting, item);
      const { hard } = effectiveLimits(limits, item.turn.added);
      if (hard !== null && hard <= end) throw new Refused('nothingToCut');
      if (limits.hard === null) {
        // A clock left running for a day is beyond any limit; such a turn can only be finished.
        if (end > LONGEST_LIMIT) throw new Refused('nothingToCut');
        item.adjusted = { soft: null, hard: duration(end) };
        item.turn.added = 0;
        record(item, 'conclude', context);
      } else {
        const by = end - limits.hard - item.turn.added;
        item.turn.added += by;
        record(item, 'conclude', context, by);
      }
    },
  ),

  /**
   * "Istirahat N menit", now: inserts a break before the current or next item, calls and starts it in one step. An
   * active turn keeps its time and continues after the break.
   */
  'turn.break': define(z.object({ planned: LimitLength }), (meeting, { planned }, context) => {
    refuseWhenClosed(meeting);
    if (meeting.outage !== null) throw new Refused('outageOpen');
    const current = meeting.current === null ? null : needCurrent(meeting);
    if (current !== null && hasRunningTurn(current)) {
      if (current.kind === 'break') throw new Refused('turnRunning');
      if (current.status === 'running') {
        halt(current, context);
        record(current, 'pause', context);
      }
      current.status = 'waiting';
      meeting.current = null;
    }
    const item: Item = { ...newItem(context.newId(), 'break', null), planned };
    const rest = meeting.agenda.order.filter((id) => id !== current?.id);
    const first = rest.findIndex((id) => {
      const other = meeting.agenda.items[id];
      return other !== undefined && isPending(other);
    });
    meeting.agenda.items[item.id] = item;
    const behind = current === null ? [item.id] : [item.id, current.id];
    meeting.agenda.order = rest.toSpliced(first === -1 ? rest.length : first, 0, ...behind);
    const added = needItem(meeting, item.id);
    call(meeting, added, context);
    startCalled(meeting, context);
  }),

  /** Exchanges two items that have not begun. If one of them is called, the other is called instead. */
  'turn.swap': define(z.object({ itemId: z.string(), withId: z.string() }), (meeting, { itemId, withId }, context) => {
    refuseWhenClosed(meeting);
    const pair = [needItem(meeting, itemId), needItem(meeting, withId)] as const;
    const [one, other] = pair;
    if (itemId === withId || !pair.every((item) => isPending(item) || isCalled(item)))
      throw new Refused('itemNotWaiting');
    const { order } = meeting.agenda;
    const [here, there] = [order.indexOf(itemId), order.indexOf(withId)];
    meeting.agenda.order = order.with(here, withId).with(there, itemId);
    if (isCalled(one)) call(meeting, other, context);
    else if (isCalled(other)) call(meeting, one, context);
  }),
};
