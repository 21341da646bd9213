import { describe, expect, it } from 'vitest';
import { applyCommand } from '#core/commands/apply.ts';
import { isSameKop, type Kop, keepable, kopFor } from '#core/model/kop.ts';
import { Meeting } from '#core/model/meeting.ts';
import { contextOf, countedIds, openRoom, type Room } from '../../../support/build-meeting.ts';

const kop = (office: string, emblem: string | null = null): Kop => ({
  letterhead: { government: 'PEMERINTAH KABUPATEN TANAH BUMBU', office, lines: [] },
  emblem: emblem === null ? null : { id: emblem.repeat(16), width: 30, height: 40 },
});
const BARE: Kop = { letterhead: { government: ' ', office: '', lines: [''] }, emblem: null };

/** A meeting under a kop, with what each further command makes of it under another. */
function course(room: Room) {
  const newId = countedIds('k');
  let meeting: Meeting = room.meeting();
  return (type: 'meeting.finish' | 'meeting.reopen' | 'meeting.renewKop', given: Kop): Meeting => {
    meeting = applyCommand(meeting, { type }, { ...contextOf(room.clock, newId), kop: given }).meeting;
    return meeting;
  };
}

describe('the kop of a meeting', () => {
  it('is that of the settings until the meeting ends, and its own from then on', () => {
    const room = openRoom();
    const send = course(room);
    expect(kopFor(room.meeting(), kop('BAPPEDA')).letterhead.office).toBe('BAPPEDA');
    const closed = send('meeting.finish', kop('SEKRETARIAT DAERAH', 'a'));
    expect(kopFor(closed, kop('BAPPEDA', 'b'))).toEqual(kop('SEKRETARIAT DAERAH', 'a'));
  });

  it('stays when the meeting is opened and closed again, and changes only on request', () => {
    const send = course(openRoom());
    send('meeting.finish', kop('SEKRETARIAT DAERAH'));
    send('meeting.reopen', kop('BAPPEDA'));
    expect(kopFor(send('meeting.finish', kop('BAPPEDA')), kop('BAPPEDA'))).toEqual(kop('SEKRETARIAT DAERAH'));
    expect(send('meeting.renewKop', kop('BAPPEDA')).kop).toEqual(kop('BAPPEDA'));
  });

  it('is not stored while it is empty, so that the first one still reaches a meeting that was closed without', () => {
    const send = course(openRoom());
    const closed = send('meeting.finish', BARE);
    expect(closed.kop).toBeNull();
    expect(kopFor(closed, kop('BAPPEDA'))).toEqual(kop('BAPPEDA'));
    expect(keepable(undefined)).toBeNull();
  });

  it('is absent in older files, which open', () => {
    const { kop: _kop, rehearsalOf: _of, ...older } = openRoom().meeting();
    expect(Meeting.parse(older)).toMatchObject({ kop: null, rehearsalOf: null });
  });

  it('is the same by its words and its picture', () => {
    expect(isSameKop(kop('A', 'a'), kop('A', 'a'))).toBe(true);
    expect(isSameKop(kop('A', 'a'), kop('A'))).toBe(false);
    expect(isSameKop(kop('A'), kop('B'))).toBe(false);
  });
});
