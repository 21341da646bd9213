import { describe, expect, it } from 'vitest';
import { clockLimitsOf, leftOfCurrent, plannedLength, planOf } from '#core/schedule/plan-of.ts';
import { estimatedFinish, type PlanEntry, timetable, timetableStart } from '#core/schedule/timetable.ts';
import { faceAt } from '#core/schedule/turn-clock.ts';
import { formatTime } from '#core/text/format.ts';
import { duration, type Instant, minutes, ZERO } from '#core/time/units.ts';
import { instantOf } from '#core/time/zone.ts';
import { openRoom, start } from '../../../support/build-meeting.ts';

const DAY = '2021-05-17';
const wita = (time: string): Instant => instantOf(DAY, time, 'WITA');
const entry = (id: string, length: number, gap = 0, fixedStart: string | null = null): PlanEntry => ({
  id,
  planned: minutes(length),
  gap: minutes(gap),
  fixedStart,
});
const shown = (at: Instant): string => formatTime(at, 'WITA', 'id');

describe('the timetable', () => {
  it('computes items one after the other with their changeovers', () => {
    const rows = timetable([entry('a', 12, 2), entry('b', 12, 2), entry('c', 5)], wita('08:30'), DAY, 'WITA');
    expect(rows.map((row) => [shown(row.start), shown(row.end)])).toEqual([
      ['08.30', '08.42'],
      ['08.44', '08.56'],
      ['08.58', '09.03'],
    ]);
  });

  it('lets an item with a fixed start wait for it, and what follows after it', () => {
    const rows = timetable(
      [entry('a', 12), entry('ishoma', 90, 0, '12:00'), entry('b', 12)],
      wita('11:00'),
      DAY,
      'WITA',
    );
    expect(rows.map((row) => shown(row.start))).toEqual(['11.00', '12.00', '13.30']);
    expect(rows[1]?.lateBy).toBe(0);
  });

  it('says by how much a turn runs into ishoma', () => {
    const rows = timetable([entry('a', 12), entry('ishoma', 90, 0, '12:00')], wita('11:55'), DAY, 'WITA');
    expect(rows[1]).toMatchObject({ lateBy: minutes(7), start: wita('12:07'), end: wita('13:37') });
  });

  it('reads fixed times in the zone of the meeting', () => {
    const [row] = timetable([entry('ishoma', 90, 0, '12:00')], instantOf(DAY, '08:00', 'WIB'), DAY, 'WIB');
    expect(formatTime(row?.start ?? wita('00:00'), 'WIB', 'id')).toBe('12.00');
  });

  it('ends when its last item ends, without the last changeover', () => {
    expect(estimatedFinish([entry('a', 12, 2)], wita('09:00'), DAY, 'WITA')).toBe(wita('09:12'));
    expect(estimatedFinish([], wita('09:00'), DAY, 'WITA')).toBe(wita('09:00'));
  });
});

describe('where the timetable begins', () => {
  const meeting = { date: DAY, startAt: '08:30', zone: 'WITA' } as const;

  it('is the planned start while the meeting is prepared', () => {
    const { from, day } = timetableStart({ ...meeting, status: 'prepared' }, wita('07:00'), ZERO);
    expect([shown(from), day]).toEqual(['08.30', DAY]);
  });
  it('moves on with the clock when the planned start has passed', () => {
    expect(shown(timetableStart({ ...meeting, status: 'prepared' }, wita('08:50'), ZERO).from)).toBe('08.50');
  });
  it('stays at the planned start on another day', () => {
    const tomorrow = instantOf('2021-05-18', '10:00', 'WITA');
    expect(timetableStart({ ...meeting, status: 'prepared' }, tomorrow, ZERO).from).toBe(wita('08:30'));
  });
  it('is now plus what is left once the meeting is open, on the day that it is', () => {
    const nextDay = instantOf('2021-05-18', '09:00', 'WITA');
    const { from, day } = timetableStart({ ...meeting, status: 'open' }, nextDay, minutes(5));
    expect([shown(from), day]).toEqual(['09.05', '2021-05-18']);
  });
});

describe('the plan of a meeting', () => {
  it('holds what is still to come, and one that is called', () => {
    const room = openRoom();
    const all = planOf(room.meeting()).length;
    expect(all).toBe(room.meeting().agenda.order.length);
    room.send({ type: 'turn.call', itemId: room.item('Dinas Kesehatan').id });
    expect(planOf(room.meeting())).toHaveLength(all);
    room.send({ type: 'turn.start' });
    room.send({ type: 'turn.skip', itemId: room.item('Kecamatan Satui').id });
    expect(planOf(room.meeting())).toHaveLength(all - 2);
  });

  it('gives an agency the hard limit and the changeover, other items their own length', () => {
    const room = openRoom();
    const plan = planOf(room.meeting());
    expect(plan.find(({ id }) => id === room.item('Dinas Kesehatan').id)).toMatchObject({
      planned: minutes(12),
      gap: minutes(2),
    });
    expect(plan.find(({ id }) => id === room.item('opening').id)).toMatchObject({ planned: minutes(5), gap: ZERO });
  });

  it('plans what is left of a postponed turn that was begun', () => {
    const room = openRoom();
    start(room, 'Dinas Kesehatan');
    room.clock.advance(300_000);
    room.send({ type: 'turn.postpone', itemId: room.item('Dinas Kesehatan').id });
    const entryOf = planOf(room.meeting()).find(({ id }) => id === room.item('Dinas Kesehatan').id);
    expect(entryOf?.planned).toBe(minutes(7));
  });

  it('plans time that was added to a turn before it was put off', () => {
    const room = openRoom();
    start(room, 'Dinas Kesehatan');
    room.clock.advance(300_000);
    room.send({ type: 'turn.addTime', by: minutes(4) });
    room.send({ type: 'turn.postpone', itemId: room.item('Dinas Kesehatan').id });
    const entryOf = planOf(room.meeting()).find(({ id }) => id === room.item('Dinas Kesehatan').id);
    expect(entryOf?.planned).toBe(minutes(11));
  });

  it('plans nothing for an item with neither a length nor a limit', () => {
    const room = openRoom();
    room.send({ type: 'agenda.addOther', kind: 'qa', title: '', planned: null, fixedStart: null, index: null });
    expect(plannedLength(room.meeting(), room.item('qa'))).toBe(0);
  });
});

describe('what is left of the current turn', () => {
  it('is nothing while no item is active', () => {
    const room = openRoom();
    expect(leftOfCurrent(room.meeting(), room.clock.mono())).toBe(0);
    room.send({ type: 'turn.call', itemId: room.item('Dinas Kesehatan').id });
    expect(leftOfCurrent(room.meeting(), room.clock.mono())).toBe(0);
  });

  it('shrinks as the turn runs, grows with added time, and keeps the changeover in overtime', () => {
    const room = openRoom();
    start(room, 'Dinas Kesehatan');
    expect(leftOfCurrent(room.meeting(), room.clock.mono())).toBe(minutes(14));
    room.clock.advance(600_000);
    expect(leftOfCurrent(room.meeting(), room.clock.mono())).toBe(minutes(4));
    room.send({ type: 'turn.addTime', by: 60_000 });
    expect(leftOfCurrent(room.meeting(), room.clock.mono())).toBe(minutes(5));
    room.send({ type: 'turn.pause' });
    room.clock.advance(3_600_000);
    expect(leftOfCurrent(room.meeting(), room.clock.mono())).toBe(minutes(5));
    room.send({ type: 'turn.resume' });
    room.clock.advance(3_600_000);
    expect(leftOfCurrent(room.meeting(), room.clock.mono())).toBe(minutes(2));
  });

  it('of a break is what its clock says, with the time that was added', () => {
    const room = openRoom();
    room.send({ type: 'turn.break', planned: minutes(30) });
    room.clock.advance(minutes(25));
    room.send({ type: 'turn.addTime', by: minutes(15) });
    const item = room.item('break');
    const face = faceAt(item.turn, clockLimitsOf(room.meeting(), item), room.clock.mono());
    expect(face).toMatchObject({ meaning: 'left', shown: minutes(20) });
    expect(leftOfCurrent(room.meeting(), room.clock.mono())).toBe(minutes(20));
  });

  it('of a break grows with the first minute that is added after more was taken than it had', () => {
    const room = openRoom();
    room.send({ type: 'turn.break', planned: minutes(30) });
    room.send({ type: 'turn.addTime', by: minutes(-45) });
    room.send({ type: 'turn.addTime', by: minutes(1) });
    expect(leftOfCurrent(room.meeting(), room.clock.mono())).toBe(minutes(1) + 1000);
  });

  it('of an item without a limit grows with added time, and is never less than nothing', () => {
    const room = openRoom();
    start(room, 'opening');
    room.send({ type: 'turn.addTime', by: minutes(2) });
    expect(leftOfCurrent(room.meeting(), room.clock.mono())).toBe(minutes(7));
    room.send({ type: 'turn.addTime', by: minutes(-60) });
    room.clock.advance(minutes(1));
    expect(leftOfCurrent(room.meeting(), room.clock.mono())).toBe(0);
  });

  it('of an item without a limit is what is left of its planned length', () => {
    const room = openRoom();
    start(room, 'opening');
    room.clock.advance(60_000);
    expect(leftOfCurrent(room.meeting(), room.clock.mono())).toBe(duration(240_000));
  });
});
