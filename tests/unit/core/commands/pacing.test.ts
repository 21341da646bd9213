import { describe, expect, it } from 'vitest';
import { limitsOf } from '#core/model/meeting.ts';
import { faceAt, spentAt } from '#core/schedule/turn-clock.ts';
import { minutes } from '#core/time/units.ts';
import { openRoom, type Room, start } from '../../../support/build-meeting.ts';

const left = (room: Room): number => {
  const item = room.meeting().agenda.items[room.meeting().current ?? ''];
  if (item === undefined) throw new Error('nobody is on the floor');
  const face = faceAt(item.turn, limitsOf(room.meeting(), item), room.clock.mono());
  return face.meaning === 'over' ? -face.shown : face.shown;
};

describe('a start entered afterwards', () => {
  it('is taken from the countdown, and the ledger has both moments', () => {
    const room = openRoom();
    const item = () => room.item('Dinas Kesehatan');
    room.send({ type: 'turn.call', itemId: item().id });
    room.clock.advance(minutes(5));
    room.send({ type: 'turn.start', ago: minutes(2) });
    expect(left(room)).toBe(minutes(10));
    expect(item().turn.startedAt).toBe(room.clock.at() - minutes(2));
    expect(item().turn.ledger.at(-1)).toMatchObject({
      what: 'start',
      at: item().turn.startedAt,
      spent: 0,
      by: minutes(2),
    });
    room.clock.advance(minutes(1));
    expect(left(room)).toBe(minutes(9));
  });

  it('was not before the item was called', () => {
    const room = openRoom();
    room.send({ type: 'turn.call', itemId: room.item('Dinas Kesehatan').id });
    room.clock.advance(minutes(1));
    room.send({ type: 'turn.start', ago: minutes(30) });
    expect(left(room)).toBe(minutes(11));
  });
});

describe('a finish entered afterwards', () => {
  it('does not charge the turn with the time since, and counts the next as called since then', () => {
    const room = openRoom();
    start(room, 'Dinas Kesehatan');
    room.clock.advance(minutes(15));
    room.send({ type: 'turn.finish', callNext: true, ago: minutes(4) });
    const { turn } = room.item('Dinas Kesehatan');
    expect([turn.spent, turn.finishedAt]).toEqual([minutes(11), room.clock.at() - minutes(4)]);
    expect(turn.ledger.at(-1)).toMatchObject({ what: 'finish', spent: minutes(11), by: minutes(4) });
    const next = room.meeting().agenda.items[room.meeting().current ?? ''];
    expect(next?.turn.ledger.at(-1)).toMatchObject({ what: 'call', at: turn.finishedAt, by: minutes(4) });
    room.send({ type: 'turn.start', ago: minutes(9) });
    expect(spentAt(room.item(next?.title || (next?.kind ?? '')).turn, room.clock.mono())).toBe(minutes(4));
  });

  it('was not before the clock was last set going', () => {
    const room = openRoom();
    start(room, 'Dinas Kesehatan');
    room.clock.advance(minutes(6));
    room.send({ type: 'turn.pause' });
    room.clock.advance(minutes(6));
    room.send({ type: 'turn.resume' });
    room.clock.advance(minutes(1));
    room.send({ type: 'turn.finish', callNext: false, ago: minutes(60) });
    expect(room.item('Dinas Kesehatan').turn.spent).toBe(minutes(6));
  });
});

describe('“Cukup”', () => {
  it('leaves a minute, is in the ledger, and can be undone', () => {
    const room = openRoom();
    start(room, 'Dinas Kesehatan');
    room.clock.advance(minutes(4));
    room.send({ type: 'turn.conclude', within: minutes(1) });
    expect(left(room)).toBe(minutes(1));
    expect(room.item('Dinas Kesehatan').turn.ledger.at(-1)).toMatchObject({ what: 'conclude', by: -minutes(7) });
    expect(room.refusal({ type: 'turn.conclude', within: minutes(1) })).toBe('nothingToCut');
  });

  it('gives a limit to a turn that had none', () => {
    const room = openRoom();
    start(room, 'opening');
    room.clock.advance(minutes(4));
    room.send({ type: 'turn.conclude', within: minutes(1) });
    expect(left(room)).toBe(minutes(1));
  });
});

describe('a break now', () => {
  const names = (room: Room) =>
    room
      .meeting()
      .agenda.order.slice(0, 5)
      .map((id) => room.meeting().agenda.items[id]?.kind);

  it('of any length is before what was next, counts at once, and is one step', () => {
    const room = openRoom();
    room.send({ type: 'turn.break', planned: minutes(7) });
    const meeting = room.meeting();
    const item = meeting.agenda.items[meeting.current ?? ''];
    expect(item).toMatchObject({ kind: 'break', status: 'running', planned: minutes(7) });
    expect(meeting.agenda.order[0]).toBe(item?.id);
    expect(names(room)[1]).toBe('opening');
  });

  it('lets an active turn continue after it, with the time it had', () => {
    const room = openRoom();
    start(room, 'Dinas Kesehatan');
    room.clock.advance(minutes(4));
    room.send({ type: 'turn.break', planned: minutes(10) });
    expect(room.item('Dinas Kesehatan')).toMatchObject({
      status: 'waiting',
      turn: { spent: minutes(4), anchor: null },
    });
    const { agenda, current } = room.meeting();
    const { id, turn } = room.item('Dinas Kesehatan');
    expect(agenda.order.indexOf(id)).toBe(agenda.order.indexOf(current ?? '') + 1);
    expect(turn.ledger.at(-1)).toMatchObject({ what: 'pause', spent: minutes(4) });
    room.clock.advance(minutes(10));
    room.send({ type: 'turn.finish', callNext: true });
    expect(room.meeting().current).toBe(room.item('Dinas Kesehatan').id);
    room.send({ type: 'turn.start' });
    room.clock.advance(minutes(1));
    expect(left(room)).toBe(minutes(7));
  });

  it('lets one that was called and not begun wait after it', () => {
    const room = openRoom();
    const { id } = room.item('Dinas Kesehatan');
    room.send({ type: 'turn.call', itemId: id });
    room.send({ type: 'turn.break', planned: minutes(10) });
    const { agenda, current } = room.meeting();
    expect(agenda.items[id]?.status).toBe('waiting');
    expect(agenda.order.indexOf(id)).toBe(agenda.order.indexOf(current ?? '') + 1);
  });

  it('is no second one while one is on, and none in a meeting that is over', () => {
    const room = openRoom();
    room.send({ type: 'turn.break', planned: minutes(10) });
    expect(room.refusal({ type: 'turn.break', planned: minutes(10) })).toBe('turnRunning');
    room.send({ type: 'turn.finish', callNext: false });
    room.send({ type: 'meeting.finish' });
    expect(room.refusal({ type: 'turn.break', planned: minutes(10) })).toBe('meetingFinished');
  });
});

describe('exchanging two turns', () => {
  it('calls the other instead of the called one, each in the other’s place', () => {
    const room = openRoom();
    const [dinkes, satui] = [room.item('Dinas Kesehatan').id, room.item('Kecamatan Satui').id];
    const order = room.meeting().agenda.order;
    room.send({ type: 'turn.call', itemId: dinkes });
    room.send({ type: 'turn.swap', itemId: dinkes, withId: satui });
    expect([room.meeting().current, room.item('Kecamatan Satui').status, room.item('Dinas Kesehatan').status]).toEqual([
      satui,
      'called',
      'waiting',
    ]);
    expect(room.meeting().agenda.order).toEqual(
      order.map((id) => (id === dinkes ? satui : id === satui ? dinkes : id)),
    );
  });

  it('is refused for one that has begun, is done, or is itself', () => {
    const room = openRoom();
    const [dinkes, satui] = [room.item('Dinas Kesehatan').id, room.item('Kecamatan Satui').id];
    expect(room.refusal({ type: 'turn.swap', itemId: dinkes, withId: dinkes })).toBe('itemNotWaiting');
    start(room, 'Dinas Kesehatan');
    expect(room.refusal({ type: 'turn.swap', itemId: satui, withId: dinkes })).toBe('itemNotWaiting');
    room.send({ type: 'turn.finish', callNext: false });
    expect(room.refusal({ type: 'turn.swap', itemId: satui, withId: dinkes })).toBe('itemNotWaiting');
  });
});
