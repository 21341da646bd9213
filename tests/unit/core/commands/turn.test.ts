import { describe, expect, it } from 'vitest';
import type { AgendaItem } from '#core/model/agenda-item.ts';
import { orderedItems } from '#core/model/meeting.ts';
import { minutes } from '#core/time/units.ts';
import { openRoom, type Room, start } from '../../../support/build-meeting.ts';

const DINKES = 'Dinas Kesehatan';
const PUPR = 'Dinas Pekerjaan Umum dan Penataan Ruang';

const current = (room: Room): AgendaItem => {
  const id = room.meeting().current;
  const item = id === null ? undefined : room.meeting().agenda.items[id];
  if (item === undefined) throw new Error('nobody is on the floor');
  return item;
};
const call = (room: Room, name: string) => room.send({ type: 'turn.call', itemId: room.item(name).id });

describe('calling', () => {
  it('makes an item active, opens the meeting and does not start the clock', () => {
    const room = openRoom();
    call(room, DINKES);
    expect(current(room)).toMatchObject({ status: 'called', turn: { spent: 0, anchor: null, startedAt: null } });
    expect(room.meeting()).toMatchObject({ status: 'open', openedAt: room.clock.at(), presented: [] });
  });

  it('of another lets the one that was called wait again', () => {
    const room = openRoom();
    call(room, DINKES);
    call(room, PUPR);
    expect(current(room).id).toBe(room.item(PUPR).id);
    expect(room.item(DINKES).status).toBe('waiting');
  });

  it('of another does not make a begun and postponed turn done', () => {
    const room = openRoom();
    start(room, DINKES);
    room.clock.advance(60_000);
    room.send({ type: 'turn.postpone', itemId: room.item(DINKES).id });
    call(room, DINKES);
    call(room, PUPR);
    expect(room.item(DINKES)).toMatchObject({ status: 'waiting', turn: { spent: 60_000 } });
  });

  it('is refused while a turn runs or pauses, for what is not waiting, and in a closed meeting', () => {
    const room = openRoom();
    start(room, DINKES);
    const itemId = room.item(PUPR).id;
    expect(room.refusal({ type: 'turn.call', itemId })).toBe('turnRunning');
    room.send({ type: 'turn.pause' });
    expect(room.refusal({ type: 'turn.call', itemId })).toBe('turnRunning');
    room.send({ type: 'turn.finish', callNext: false });
    expect(room.refusal({ type: 'turn.call', itemId: room.item(DINKES).id })).toBe('itemNotWaiting');
    expect(room.refusal({ type: 'turn.call', itemId: 'gone' })).toBe('unknownItem');
    room.send({ type: 'meeting.finish' });
    expect(room.refusal({ type: 'turn.call', itemId })).toBe('meetingFinished');
    expect(room.refusal({ type: 'turn.start' })).toBe('meetingFinished');
    expect(room.refusal({ type: 'meeting.finish' })).toBe('meetingFinished');
  });
});

describe('starting', () => {
  it('starts the called clock and records the order of presenting', () => {
    const room = openRoom();
    call(room, PUPR);
    room.clock.advance(5_000);
    room.send({ type: 'turn.start' });
    expect(current(room)).toMatchObject({ status: 'running', turn: { startedAt: room.clock.at() } });
    expect(current(room).turn.anchor).toBe(room.clock.mono());
    expect(room.meeting().presented).toEqual([room.item(PUPR).id]);
  });

  it('without a called item starts the next in order', () => {
    const room = openRoom();
    room.send({ type: 'turn.start' });
    expect(current(room).kind).toBe('opening');
  });

  it('is refused twice, and when nobody is left', () => {
    const room = openRoom();
    room.send({ type: 'turn.start' });
    expect(room.refusal({ type: 'turn.start' })).toBe('turnNotCalled');
    room.send({ type: 'turn.finish', callNext: false });
    for (const item of orderedItems(room.meeting())) {
      if (item.status === 'waiting') room.send({ type: 'turn.skip', itemId: item.id });
    }
    expect(room.refusal({ type: 'turn.start' })).toBe('noTurn');
  });
});

describe('the clock', () => {
  it('counts only while it runs', () => {
    const room = openRoom();
    start(room, DINKES);
    room.clock.advance(60_000);
    room.send({ type: 'turn.pause' });
    expect(current(room)).toMatchObject({ status: 'paused', turn: { spent: 60_000, anchor: null } });
    room.clock.advance(3_600_000);
    room.send({ type: 'turn.resume' });
    room.clock.advance(30_000);
    room.send({ type: 'turn.finish', callNext: false });
    expect(room.item(DINKES)).toMatchObject({
      status: 'done',
      turn: { spent: 90_000, anchor: null, finishedAt: room.clock.at() },
    });
    expect(room.item(DINKES).turn.ledger.map(({ what, spent }) => [what, spent])).toEqual([
      ['call', 0],
      ['start', 0],
      ['pause', 60_000],
      ['resume', 60_000],
      ['finish', 90_000],
    ]);
  });

  it('is stored in whole milliseconds, since the monotonic clock returns fractions', () => {
    const room = openRoom();
    start(room, DINKES);
    room.clock.advance(1_000.7);
    room.send({ type: 'turn.pause' });
    expect(current(room).turn.spent).toBe(1_000);
  });

  it('pauses and resumes only what can be', () => {
    const room = openRoom();
    expect(room.refusal({ type: 'turn.pause' })).toBe('noTurn');
    expect(room.refusal({ type: 'turn.resume' })).toBe('noTurn');
    call(room, DINKES);
    expect(room.refusal({ type: 'turn.pause' })).toBe('turnNotRunning');
    room.send({ type: 'turn.start' });
    expect(room.refusal({ type: 'turn.resume' })).toBe('turnNotPaused');
  });
});

describe('adding time', () => {
  it('moves the limits, and back', () => {
    const room = openRoom();
    start(room, DINKES);
    room.send({ type: 'turn.addTime', by: 60_000 });
    room.send({ type: 'turn.addTime', by: 60_000 });
    room.send({ type: 'turn.addTime', by: -60_000 });
    expect(current(room).turn.added).toBe(60_000);
    expect(
      current(room)
        .turn.ledger.filter(({ what }) => what === 'add')
        .map(({ by }) => by),
    ).toEqual([60_000, 60_000, -60_000]);
  });

  it('removes nothing below the last second, so that the next added minute counts', () => {
    const room = openRoom();
    start(room, DINKES);
    room.send({ type: 'turn.addTime', by: -3_600_000 });
    expect(current(room).turn.added).toBe(1_000 - minutes(12));
    room.send({ type: 'turn.addTime', by: -60_000 });
    expect(current(room).turn.added).toBe(1_000 - minutes(12));
    room.send({ type: 'turn.addTime', by: 60_000 });
    expect(current(room).turn.added).toBe(61_000 - minutes(12));
  });

  it('needs an active item, and a sane length', () => {
    const room = openRoom();
    expect(room.refusal({ type: 'turn.addTime', by: 60_000 })).toBe('noTurn');
    start(room, DINKES);
    for (const by of [Number.NaN, Number.POSITIVE_INFINITY, 1.5, 3_600_001, '60000', null]) {
      expect(room.refusal({ type: 'turn.addTime', by })).toBe('badMessage');
    }
  });
});

describe('finishing', () => {
  it('calls the next without starting its clock', () => {
    const room = openRoom();
    start(room, DINKES);
    room.send({ type: 'turn.finish', callNext: true });
    expect(room.item(DINKES).status).toBe('done');
    // The next in order is the opening, which was passed over.
    expect(current(room)).toMatchObject({ kind: 'opening', status: 'called' });
  });

  it('is refused for a turn whose clock was not started', () => {
    const room = openRoom();
    expect(room.refusal({ type: 'turn.finish', callNext: true })).toBe('noTurn');
    call(room, DINKES);
    expect(room.refusal({ type: 'turn.finish', callNext: true })).toBe('turnNotRunning');
  });

  it('the meeting lets a called item wait again; it can be reopened', () => {
    const room = openRoom();
    call(room, DINKES);
    room.send({ type: 'meeting.finish' });
    expect(room.meeting()).toMatchObject({ status: 'finished', current: null, finishedAt: room.clock.at() });
    expect(room.item(DINKES).status).toBe('waiting');
    room.send({ type: 'meeting.reopen' });
    expect(room.meeting()).toMatchObject({ status: 'open', finishedAt: null });
  });

  it('the meeting is refused while a turn runs', () => {
    const room = openRoom();
    start(room, DINKES);
    expect(room.refusal({ type: 'meeting.finish' })).toBe('turnRunning');
  });

  it('a meeting that was never opened reopens as prepared', () => {
    const room = openRoom();
    room.send({ type: 'meeting.finish' });
    room.send({ type: 'meeting.reopen' });
    expect(room.meeting().status).toBe('prepared');
  });
});
