import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '#core/commands/apply.ts';
import { recoverRunningTurn } from '#core/commands/turn.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { duration, instant } from '#core/time/units.ts';
import { contextOf, countedIds, openRoom, start } from '../../../support/build-meeting.ts';

const DINKES = 'Dinas Kesehatan';

/** A meeting in which a turn ran for four minutes when the power failed; last known to run at three and a half. */
function afterOutage() {
  const room = openRoom();
  start(room, DINKES);
  room.send({ type: 'turn.addTime', by: 60_000 });
  room.clock.advance(240_000);
  const lastSeen = instant(room.clock.at() - 30_000);
  let meeting: Meeting = produce(room.meeting(), (draft) => recoverRunningTurn(draft, duration(210_000), lastSeen));
  room.clock.advance(3_600_000);
  const newId = countedIds('later');
  const item = () => {
    const found = meeting.agenda.items[room.item(DINKES).id];
    if (found === undefined) throw new Error('the item is gone');
    return found;
  };
  return {
    room,
    lastSeen,
    item,
    meeting: () => meeting,
    send: (message: unknown) => {
      meeting = applyCommand(meeting, message, contextOf(room.clock, newId)).meeting;
    },
  };
}

const refusal = (action: () => void): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
  return 'not refused';
};

describe('an outage', () => {
  it('pauses the turn at what it had spent when last seen, and asks', () => {
    const { meeting, item, lastSeen } = afterOutage();
    expect(item()).toMatchObject({ status: 'paused', turn: { spent: 210_000, anchor: null } });
    expect(item().turn.ledger.at(-1)).toEqual({ what: 'outage', at: lastSeen, spent: 210_000, by: 0 });
    expect(meeting().outage).toEqual({ itemId: item().id, lastSeen });
  });

  it.each([Number.NaN, Number.NEGATIVE_INFINITY, -5, 1_000])('never loses time that was stored (%d)', (spent) => {
    const room = openRoom();
    start(room, DINKES);
    room.clock.advance(60_000);
    room.send({ type: 'turn.pause' });
    room.send({ type: 'turn.resume' });
    const meeting = produce(room.meeting(), (draft) => recoverRunningTurn(draft, duration(spent), room.clock.at()));
    expect(meeting.agenda.items[room.item(DINKES).id]?.turn.spent).toBe(60_000);
  });

  it('is absent when no turn was running, and is asked about once when the power fails again', () => {
    const room = openRoom();
    const settle = (meeting: Meeting) =>
      produce(meeting, (draft) => recoverRunningTurn(draft, duration(1), room.clock.at()));
    expect(settle(room.meeting())).toBe(room.meeting());
    start(room, DINKES);
    room.send({ type: 'turn.pause' });
    expect(settle(room.meeting())).toBe(room.meeting());
    const { meeting } = afterOutage();
    expect(settle(meeting())).toBe(meeting());
  });

  it('stops everything that moves turns until it is answered', () => {
    const { send, room, item } = afterOutage();
    const other = room.item('Kecamatan Satui').id;
    expect(refusal(() => send({ type: 'turn.start' }))).toBe('outageOpen');
    expect(refusal(() => send({ type: 'turn.resume' }))).toBe('outageOpen');
    expect(refusal(() => send({ type: 'turn.break', planned: duration(60_000) }))).toBe('outageOpen');
    expect(refusal(() => send({ type: 'turn.call', itemId: other }))).toBe('outageOpen');
    expect(refusal(() => send({ type: 'turn.finish', callNext: true }))).toBe('outageOpen');
    expect(refusal(() => send({ type: 'turn.postpone', itemId: item().id }))).toBe('outageOpen');
    expect(refusal(() => send({ type: 'meeting.finish' }))).toBe('outageOpen');
    expect(refusal(() => send({ type: 'turn.skip', itemId: item().id }))).toBe('turnRunning');
    expect(refusal(() => send({ type: 'agenda.remove', itemId: item().id }))).toBe('itemIsCurrent');
  });

  it('answered by continue continues with the time that was left', () => {
    const { send, item, room, meeting } = afterOutage();
    send({ type: 'outage.answer', choice: 'continue' });
    expect(meeting().outage).toBeNull();
    room.clock.advance(10_000);
    send({ type: 'turn.pause' });
    expect(item().turn).toMatchObject({ spent: 220_000, added: 60_000 });
  });

  it('answered by restart starts the turn again and keeps its ledger', () => {
    const { send, item, room } = afterOutage();
    const { startedAt } = item().turn;
    send({ type: 'outage.answer', choice: 'restart' });
    room.clock.advance(10_000);
    send({ type: 'turn.pause' });
    expect(item().turn).toMatchObject({ spent: 10_000, added: 0, startedAt });
    expect(item().turn.ledger.map(({ what }) => what)).toEqual(['call', 'start', 'add', 'outage', 'restart', 'pause']);
  });

  it('answered by finish ends the turn', () => {
    const { send, item, meeting } = afterOutage();
    send({ type: 'outage.answer', choice: 'finish' });
    expect(item()).toMatchObject({ status: 'done', turn: { spent: 210_000 } });
    expect(meeting().current).toBeNull();
  });

  it('cannot be answered when there is none, nor in other words', () => {
    const room = openRoom();
    expect(room.refusal({ type: 'outage.answer', choice: 'continue' })).toBe('noTurn');
    expect(room.refusal({ type: 'outage.answer', choice: 'forget' })).toBe('badMessage');
  });
});
