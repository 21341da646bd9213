import { describe, expect, it } from 'vitest';
import { dayWarnings, pastEndOf } from '#core/pacing/warnings.ts';
import { delayOf } from '#core/schedule/day-plan.ts';
import { instant, minutes } from '#core/time/units.ts';
import { instantOf } from '#core/time/zone.ts';
import { deskTimetable } from '#renderer/desk/meeting/timetable.ts';
import { openRoom, type Room, start, steppedClock } from '../../../support/build-meeting.ts';

const at = (time: string, day = '2021-05-17') => instantOf(day, time, 'WITA');
const plan = (room: Room) => deskTimetable(room.meeting(), room.clock.at(), room.clock.mono());
const warnings = (room: Room) => {
  const { rows, finish, day } = plan(room);
  return dayWarnings(room.meeting(), rows, finish, day);
};

/** Two agencies before the lunch break and one after it. */
function beforeLunch(time: string): Room {
  const room = openRoom({ clock: steppedClock(at(time)) });
  for (const kind of ['opening', 'anthem', 'prayer']) room.send({ type: 'agenda.remove', itemId: room.item(kind).id });
  room.send({ type: 'agenda.addOther', kind: 'break', title: '', planned: minutes(90), fixedStart: '12:00', index: 2 });
  return room;
}

describe('the warning of ishoma', () => {
  it('is about the next turn when the break is after that, and about this one when it is right after', () => {
    const room = beforeLunch('11:40');
    start(room, 'Dinas Kesehatan');
    expect(warnings(room).intoBreak).toMatchObject({ by: 'next', start: at('12:08') });
    room.clock.advance(minutes(12));
    room.send({ type: 'turn.finish', callNext: true });
    room.send({ type: 'turn.start' });
    expect(warnings(room).intoBreak).toMatchObject({ by: 'this' });
  });
  it('does not come while there is time, nor for what is further ahead', () => {
    const room = beforeLunch('11:00');
    start(room, 'Dinas Kesehatan');
    expect(warnings(room).intoBreak).toBeNull();
    room.clock.advance(minutes(50));
    room.send({ type: 'turn.finish', callNext: false });
    expect(warnings(room).intoBreak).toMatchObject({ by: 'next' });
  });
  it('does not come when the break is all that is next: nothing would run into it', () => {
    const room = beforeLunch('12:10');
    start(room, 'Dinas Kesehatan');
    room.send({ type: 'turn.finish', callNext: false });
    room.send({ type: 'turn.skip', itemId: room.meeting().agenda.order[1] ?? '' });
    expect(warnings(room).intoBreak).toBeNull();
  });
});

describe('the warning of the planned end', () => {
  it('does not come for less than a minute', () => {
    const day = { status: 'open', startAt: '08:30', endAt: '12:00', zone: 'WITA' } as const;
    expect(pastEndOf(day, instant(at('12:00') + 59_999), '2021-05-17')).toBeNull();
    expect(pastEndOf(day, instant(at('12:01')), '2021-05-17')?.over).toBe(minutes(1));
  });
  it('says by how much the day runs past it', () => {
    const room = openRoom();
    const { finish } = plan(room);
    expect(warnings(room).pastEnd).toBeNull();
    room.send({ type: 'meeting.edit', fields: { endAt: '09:00' } });
    expect(warnings(room).pastEnd?.over).toBe(finish - at('09:00'));
    room.send({ type: 'meeting.edit', fields: { place: 'Aula' } });
    expect(room.meeting().endAt).toBe('09:00');
  });
});

describe('a day for which no end was wished', () => {
  const many = Array.from({ length: 41 }, (_none, n) => ({
    id: `a${n}`,
    name: `Dinas ${n}`,
    short: '',
    head: '',
    inAgenda: true,
  }));
  it('is warned of before it begins when its agenda ends after offices have closed', () => {
    const room = openRoom({ agencies: many });
    const { finish } = plan(room);
    expect(warnings(room).pastEnd).toEqual({ at: at('17:00'), over: finish - at('17:00'), isWished: false });
    room.send({ type: 'meeting.edit', fields: { endAt: '16:00' } });
    expect(warnings(room).pastEnd).toEqual({ at: at('16:00'), over: finish - at('16:00'), isWished: true });
  });
  it('is not once it has begun, in the evening, or with a short agenda', () => {
    const room = openRoom({ agencies: many });
    start(room, 'opening');
    expect(warnings(room).pastEnd).toBeNull();
    expect(warnings(openRoom()).pastEnd).toBeNull();
    const evening = openRoom({ clock: steppedClock(at('08:00')) });
    evening.send({ type: 'meeting.edit', fields: { startAt: '19:30' } });
    expect(warnings(evening).pastEnd).toBeNull();
  });
});

describe('the running delay', () => {
  it('counts a pause, is absorbed by ishoma, and is not rewritten by adjusting', () => {
    const room = openRoom();
    start(room, 'opening');
    room.clock.advance(minutes(3));
    room.send({ type: 'turn.pause' });
    room.clock.advance(minutes(20));
    expect(plan(room).delay).toBe(minutes(20));
    const turns = ['Dinas Kesehatan', 'Kecamatan Satui'].map((name) => room.item(name).id);
    room.send({
      type: 'agenda.adjust',
      items: turns.map((itemId) => ({ itemId, limits: { soft: null, hard: minutes(6) } })),
    });
    expect(plan(room).delay).toBe(minutes(20 - 12));
    const late = beforeLunch('08:30');
    start(late, 'Dinas Kesehatan');
    late.clock.advance(minutes(60));
    expect(plan(late).delay).toBe(0);
  });
  it('of the second day is compared with that day’s own plan', () => {
    const room = openRoom();
    start(room, 'opening');
    room.send({ type: 'turn.finish', callNext: false });
    room.clock.advance(minutes(24 * 60));
    expect(delayOf(room.meeting(), plan(room).finish, room.clock.at())).toBeNull();
    start(room, 'Dinas Kesehatan');
    room.clock.advance(minutes(16));
    expect(plan(room).delay).toBe(minutes(4));
  });
});
