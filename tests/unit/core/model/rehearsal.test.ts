import { describe, expect, it } from 'vitest';
import { beganOn, otherDay, rehearsalOf } from '#core/model/rehearsal.ts';
import { instantOf } from '#core/time/zone.ts';
import { openRoom, start, steppedClock } from '../../../support/build-meeting.ts';

const on = (day: string) => openRoom({ clock: steppedClock(instantOf(day, '08:30', 'WITA')), date: '2026-12-03' });

describe('a rakor that is begun on another day than its own', () => {
  it('is asked about until it has begun', () => {
    const room = on('2026-11-26');
    expect(otherDay(room.meeting(), room.clock.at())).toBe('2026-11-26');
    start(room, 'Dinas Kesehatan');
    expect(otherDay(room.meeting(), room.clock.at())).toBeNull();
  });

  it('is not asked about on its day, as the meeting’s own zone has it, for the sample, or in a rehearsal', () => {
    const room = on('2026-12-03');
    expect(otherDay(room.meeting(), room.clock.at())).toBeNull();
    const early = on('2026-11-26');
    expect(otherDay({ ...early.meeting(), sample: true }, early.clock.at())).toBeNull();
    expect(otherDay(rehearsalOf(early.meeting(), 'g', 'gladi'), early.clock.at())).toBeNull();
    // 00:30 WITA is still the day before in UTC.
    expect(otherDay(room.meeting(), instantOf('2026-12-03', '00:30', 'WITA'))).toBeNull();
  });

  it('is known by both its days afterwards', () => {
    const room = on('2026-11-26');
    expect(beganOn(room.meeting())).toBeNull();
    start(room, 'Dinas Kesehatan');
    expect(beganOn(room.meeting())).toBe('2026-11-26');
    room.send({ type: 'meeting.edit', fields: { date: '2026-11-26' } });
    expect(beganOn(room.meeting())).toBeNull();
  });
});

describe('a rehearsal', () => {
  it('is the meeting under a mark, and names it', () => {
    const meeting = openRoom().meeting();
    const { id, title, rehearsalOf: of, ...rest } = rehearsalOf(meeting, 'g', 'gladi');
    expect({ id, title, of }).toEqual({ id: 'g', title: 'Rakor 17 Mei 2021 (gladi)', of: meeting.id });
    expect({ ...rest, id: meeting.id, title: meeting.title, rehearsalOf: null }).toEqual(meeting);
  });

  it('has a title that fits, however long the meeting’s is', () => {
    const { title } = rehearsalOf({ ...openRoom().meeting(), title: 'x'.repeat(300) }, 'g', 'gladi');
    expect(title).toHaveLength(300);
    expect(title.endsWith(' (gladi)')).toBe(true);
  });
});
