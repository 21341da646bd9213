import { describe, expect, it } from 'vitest';
import { layDay } from '#core/schedule/day-plan.ts';
import { shownItem, viewsAnother } from '#core/views/selected-item.ts';
import { agendaRows, indexAfterDrop, reuseRows } from '#renderer/desk/agenda/agenda-rows.ts';
import { rowAfterKey } from '#renderer/desk/agenda/row-step.ts';
import { neighboursOf } from '#renderer/desk/agenda/use-row-grab.ts';
import { deskTimetable } from '#renderer/desk/meeting/timetable.ts';
import { turnParts, turnStep } from '#renderer/desk/meeting/turn-step.ts';
import { noteOf, openRoom, type Room, start } from '../../../../support/build-meeting.ts';

const rowsOf = (room: Room) => agendaRows(room.meeting());

describe('shownItem', () => {
  it('is the first to come before the start, then the active one, then the last that presented', () => {
    const room = openRoom();
    expect(shownItem(room.meeting(), null)?.kind).toBe('opening');
    start(room, 'Dinas Kesehatan');
    expect(shownItem(room.meeting(), null)?.agencyId).toBe('dinkes');
    room.send({ type: 'turn.finish', callNext: false });
    room.send({ type: 'meeting.finish' });
    expect(shownItem(room.meeting(), null)?.agencyId).toBe('dinkes');
  });

  it('is the selected one, unless that is the active one anyway', () => {
    const room = openRoom();
    const satui = room.item('Kecamatan Satui').id;
    expect(shownItem(room.meeting(), satui)?.id).toBe(satui);
    expect(viewsAnother(room.meeting(), satui)).toBe(true);
    expect(viewsAnother(room.meeting(), room.item('opening').id)).toBe(false);
    expect(viewsAnother(room.meeting(), 'gone')).toBe(false);
  });
});

describe('turnStep', () => {
  it('follows a meeting from before its start to after its end', () => {
    const room = openRoom();
    expect(turnStep(room.meeting()).at).toBe('before');
    room.send({ type: 'turn.start' });
    expect(turnStep(room.meeting()).at).toBe('running');
    room.send({ type: 'turn.pause' });
    expect(turnStep(room.meeting()).at).toBe('paused');
    room.send({ type: 'turn.finish', callNext: true });
    expect(turnStep(room.meeting()).at).toBe('called');
    room.send({ type: 'turn.skip', itemId: room.meeting().current ?? '' });
    expect(turnStep(room.meeting()).at).toBe('between');
    for (const id of room.meeting().agenda.order) {
      if (room.meeting().agenda.items[id]?.status === 'waiting') room.send({ type: 'turn.skip', itemId: id });
    }
    expect(turnStep(room.meeting()).at).toBe('allDone');
    room.send({ type: 'meeting.finish' });
    expect(turnStep(room.meeting()).at).toBe('finished');
  });
});

describe('turnParts', () => {
  it('stays while notes and the sheet are written, and is another with everything else about the turn', () => {
    const room = openRoom();
    start(room, 'Dinas Kesehatan');
    const { id } = room.item('Dinas Kesehatan');
    const before = turnParts(room.meeting());
    room.send(noteOf(id, 'Ambulans'));
    room.send({ type: 'sheet.edit', itemId: id, fields: { vision: 'Sehat' } });
    expect(room.item('Dinas Kesehatan').noteIds).toHaveLength(1);
    const written = turnParts(room.meeting());
    expect(written.every((part, n) => Object.is(part, before[n]))).toBe(true);
    for (const command of [
      { type: 'turn.addTime', by: 60_000 },
      { type: 'turn.pause' },
      { type: 'turn.finish', callNext: true },
    ] as const) {
      const last = turnParts(room.meeting());
      room.send(command);
      expect(turnParts(room.meeting()), command.type).not.toEqual(last);
    }
  });
});

describe('the timetable of the desk', () => {
  it('is on time while the plan is met, and late by what a turn is late', () => {
    const room = openRoom();
    const plan = () => deskTimetable(room.meeting(), room.clock.at(), room.clock.mono());
    expect(plan().delay).toBe(0);
    const start = room.clock.at();
    expect(plan().finish).toBe(layDay(room.meeting(), room.meeting().date, start, start).finish);
    room.send({ type: 'turn.start' });
    expect(plan().delay).toBe(0);
    // The opening is planned for five minutes; three more make all that follows three minutes later (before ishoma).
    room.clock.advance(8 * 60_000);
    const next = room.item('anthem').id;
    expect(plan().rows.get(next)?.start).toBe(room.clock.at());
  });

  it('has no times of items to come once the meeting is finished', () => {
    const room = openRoom();
    start(room, 'opening');
    room.send({ type: 'turn.finish', callNext: false });
    room.send({ type: 'meeting.finish' });
    const plan = deskTimetable(room.meeting(), room.clock.at(), room.clock.mono());
    expect(plan.rows.size).toBe(0);
    expect(plan.delay).toBeNull();
  });
});

describe('the lines of the agenda', () => {
  it('number the agencies only, and count notes', () => {
    const room = openRoom();
    start(room, 'Dinas Kesehatan');
    room.send(noteOf(room.item('Dinas Kesehatan').id, 'satu'));
    const rows = rowsOf(room);
    expect(rows.filter(({ number }) => number !== null).map(({ item, number }) => [item.agencyId, number])).toEqual([
      ['dinkes', 1],
      ['pupr', 2],
      ['satui', 3],
    ]);
    const row = rows.find(({ isCurrent }) => isCurrent);
    expect(row).toMatchObject({ notes: 1 });
  });

  it('keep the object of each line that has not changed', () => {
    const room = openRoom();
    const before = rowsOf(room);
    room.send({ type: 'turn.skip', itemId: room.item('Kecamatan Satui').id });
    const after = reuseRows(before, rowsOf(room));
    expect(after[0]).toBe(before[0]);
    expect(after.find(({ item }) => item.agencyId === 'satui')).not.toBe(
      before.find(({ item }) => item.agencyId === 'satui'),
    );
    expect(reuseRows(after, rowsOf(room))).toBe(after);
  });

  it('stay the same objects when only their times shift', () => {
    const room = openRoom();
    start(room, 'Dinas Kesehatan');
    const before = rowsOf(room);
    room.send({ type: 'turn.addTime', by: 60_000 });
    const after = reuseRows(before, rowsOf(room));
    expect(after.filter((row, index) => row !== before[index]).map(({ item }) => item.agencyId)).toEqual(['dinkes']);
  });
});

describe('the keys of the list', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowDown', 19, 19],
    ['ArrowUp', 0, 0],
    ['PageDown', 3, 13],
    ['PageUp', 3, 0],
    ['PageUp', 15, 5],
    ['Home', 7, 0],
    ['End', 7, 19],
    ['a', 7, null],
  ])('%s goes from row %i of twenty to %s', (key, at, to) => {
    expect(rowAfterKey(key, at, 20)).toBe(to);
  });

  it('go nowhere in an empty list', () => {
    expect(rowAfterKey('End', -1, 0)).toBeNull();
  });
});

describe('reordering', () => {
  const order = ['a', 'b', 'c', 'd'];
  it.each([
    ['a', 'c', true, ['b', 'c', 'a', 'd']],
    ['d', 'b', false, ['a', 'd', 'b', 'c']],
    ['b', 'b', true, ['a', 'b', 'c', 'd']],
  ] as const)('drops %s at %s (after: %s)', (moved, target, after, expected) => {
    const index = indexAfterDrop(order, moved, target, after);
    const rest = order.filter((id) => id !== moved);
    expect(rest.toSpliced(index, 0, moved)).toEqual(expected);
  });
});

describe('the place of what is moved by keys', () => {
  it.each([
    ['b', 0, [null, 'a']],
    ['b', 1, ['a', 'c']],
    ['b', 2, ['c', 'd']],
    ['b', 3, ['d', null]],
  ] as const)('%s at %i is between %j', (itemId, index, between) => {
    expect(neighboursOf(['a', 'b', 'c', 'd'], { itemId, index })).toEqual(between);
  });
});
