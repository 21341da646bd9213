import { describe, expect, it } from 'vitest';
import { chimeOf, type Heard } from '#core/pacing/chime.ts';
import { nudgeOf } from '#core/pacing/nudges.ts';
import { minutes } from '#core/time/units.ts';
import { noteOf, openRoom, type Room, start } from '../../../support/build-meeting.ts';

const nudge = (room: Room, writingFor: string | null = null) =>
  nudgeOf(room.meeting(), room.clock.at(), room.clock.mono(), writingFor);

describe('the question after a forgotten start', () => {
  it('comes when an item was called a minute ago, and suggests a minute after the call', () => {
    const room = openRoom();
    room.send({ type: 'turn.call', itemId: room.item('Dinas Kesehatan').id });
    room.clock.advance(minutes(1));
    expect(nudge(room)).toBeNull();
    room.clock.advance(minutes(2) + 1);
    expect(nudge(room)).toMatchObject({ kind: 'start', ago: minutes(2) });
    room.send({ type: 'turn.start' });
    expect(nudge(room)).toBeNull();
  });
});

describe('the question after a forgotten finish', () => {
  const over = (mins: number): Room => {
    const room = openRoom();
    start(room, 'Dinas Kesehatan');
    room.clock.advance(minutes(12 + mins));
    return room;
  };
  it('comes after three minutes of overtime while notes are taken for another, after ten in any case', () => {
    expect(nudge(over(9))).toBeNull();
    expect(nudge(over(11))).toMatchObject({ kind: 'finish', ago: minutes(11) });
    const room = over(4);
    const other = room.item('Kecamatan Satui').id;
    expect(nudge(room, room.item('Dinas Kesehatan').id)).toBeNull();
    expect(nudge(room, other)).toMatchObject({ kind: 'finish', ago: minutes(4) });
  });
  it('suggests the moment of the first note for another agency', () => {
    const room = over(3);
    room.send(noteOf(room.item('Kecamatan Satui').id, 'Jalan desa'));
    room.clock.advance(minutes(2));
    expect(nudge(room)).toMatchObject({ kind: 'finish', ago: minutes(2) });
  });
});

describe('the chime', () => {
  const heard = (fields: Partial<Heard>): Heard => ({
    itemId: 'a',
    phase: 'running',
    limits: '10 12',
    running: true,
    ...fields,
  });
  it('sounds once when a running turn comes to its limits', () => {
    expect(chimeOf(heard({}), heard({ phase: 'wrapUp' }))).toBe('wrapUp');
    expect(chimeOf(heard({ phase: 'wrapUp' }), heard({ phase: 'overtime' }))).toBe('overtime');
    expect(chimeOf(heard({ phase: 'overtime' }), heard({ phase: 'overtime' }))).toBeNull();
  });
  it('is silent on opening, while paused, for another item, and when limits are moved', () => {
    expect(chimeOf(null, heard({ phase: 'overtime' }))).toBeNull();
    expect(chimeOf(heard({ running: false }), heard({ phase: 'wrapUp', running: false }))).toBeNull();
    expect(chimeOf(heard({ running: false }), heard({ phase: 'wrapUp' }))).toBeNull();
    expect(chimeOf(heard({ itemId: 'b' }), heard({ phase: 'wrapUp' }))).toBeNull();
    expect(chimeOf(heard({}), heard({ phase: 'overtime', limits: '1 2' }))).toBeNull();
    expect(chimeOf(heard({ phase: 'overtime' }), heard({ phase: 'wrapUp' }))).toBeNull();
  });
});
