import { expect, test } from 'vitest';
import { LAYOUTS } from '#core/model/screen.ts';
import { MINUTE } from '#core/time/units.ts';
import { projectorView } from '#core/views/projector.ts';
import { noteOf, openRoom, type Room, start } from '../../../support/build-meeting.ts';

const SETTINGS = { locale: 'id', theme: 'light', emblem: null } as const;
const strip = (room: Room) =>
  projectorView(
    room.meeting(),
    SETTINGS,
    () => {
      throw new Error('the strip shows no slides');
    },
    null,
    true,
  );

test('it says who speaks, the clock and who is next, the same in every layout, and nothing else', () => {
  const room = openRoom();
  start(room, 'Dinas Kesehatan');
  const item = room.item('Dinas Kesehatan');
  room.send(noteOf(item.id, 'Segera selesaikan', { visibility: 'shown' }));
  room.clock.advance(3 * MINUTE);
  const shown = strip(room);
  expect(shown).toMatchObject({ stage: 'strip', floor: { stage: 'running' } });
  expect(Object.keys(shown).toSorted()).toEqual(['floor', 'item', 'locale', 'meetingTitle', 'next', 'stage', 'theme']);
  expect(JSON.stringify(shown)).not.toContain('Segera');
  for (const layout of LAYOUTS) {
    if (layout !== 'announcement') room.send({ type: 'screen.layout', layout });
    expect(strip(room), layout).toEqual(shown);
  }
});

test('a black projector is black as a strip too', () => {
  const room = openRoom();
  room.send({ type: 'screen.blank', on: true });
  expect(strip(room)).toEqual({ locale: 'id', theme: 'light', stage: 'blank' });
});

test('between items it has the meeting’s name, and after the last nobody is next', () => {
  const room = openRoom({ title: 'Rakor November' });
  expect(strip(room)).toMatchObject({ item: null, floor: null, meetingTitle: 'Rakor November' });
  room.send({ type: 'meeting.finish' });
  expect(strip(room)).toMatchObject({ item: null, floor: null, next: null });
  expect(projectorView(null, SETTINGS, () => '', null, true)).toMatchObject({ stage: 'strip', meetingTitle: '' });
});
