import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '#core/commands/apply.ts';
import { Meeting } from '#core/model/meeting.ts';
import { emptyLeaders, ROLES } from '#core/model/roles.ts';
import { budgetRatio, emptySheet, sheetIsEmpty } from '#core/model/sheet.ts';
import { contextOf, countedIds, openRoom, type Room } from '../../../support/build-meeting.ts';

const attendees = (room: Room) => {
  const { order, items } = room.meeting().attendance;
  return order.flatMap((id) => items[id] ?? []);
};

describe('the meeting', () => {
  it('changes the fields given and no other', () => {
    const room = openRoom();
    const before = room.meeting();
    room.send({
      type: 'meeting.edit',
      fields: { title: ' Rakor Mei ', place: 'Ruang rapat Bupati', chair: 'sekda', date: undefined },
    });
    expect(room.meeting()).toEqual({ ...before, title: 'Rakor Mei', place: 'Ruang rapat Bupati', chair: 'sekda' });
  });

  it('refuses invalid fields, and ignores unknown ones', () => {
    const room = openRoom();
    const edit = (fields: object) => room.refusal({ type: 'meeting.edit', fields });
    expect(edit({ title: ' ' })).toBe('titleEmpty');
    expect(edit({ title: 'x'.repeat(301) })).toBe('titleEmpty');
    expect(edit({ place: 'x'.repeat(301) })).toBe('textTooLong');
    expect(edit({ date: '2021-02-30' })).toBe('badMessage');
    expect(edit({ startAt: '8:30' })).toBe('badMessage');
    expect(edit({ zone: 'UTC' })).toBe('badMessage');
    expect(edit({ changeover: -1 })).toBe('badMessage');
    const before = room.meeting();
    room.send({ type: 'meeting.edit', fields: { id: 'x', status: 'finished', notes: {} } as object });
    expect(room.meeting()).toBe(before);
  });

  it('has its leaders by role, in their order', () => {
    const room = openRoom({ settings: (settings) => ({ ...settings, leaders: emptyLeaders().slice(1) }) });
    const leader = { role: 'bupati', name: 'dr. H. Zairullah', office: '', rank: '', nip: '' } as const;
    room.send({ type: 'leader.edit', leader: { ...leader, name: 'Salah' } });
    room.send({ type: 'leader.edit', leader });
    expect(room.meeting().leaders.map(({ role }) => role)).toEqual([...ROLES]);
    expect(room.meeting().leaders[0]).toEqual({ ...leader, withDegrees: null, withRank: null });
  });

  it('blanks the projector, which undo does not touch', () => {
    const room = openRoom();
    expect(room.send({ type: 'screen.blank', on: true })).toMatchObject({ undoable: false, meeting: { blank: true } });
  });
});

describe('a sheet', () => {
  it('changes by parts', () => {
    const room = openRoom();
    const itemId = room.item('Dinas Kesehatan').id;
    const budget = { ceiling: 1_000_000, realised: 382_000, need: null, remark: '' };
    room.send({ type: 'sheet.edit', itemId, fields: { vision: 'Sehat', budget, programs: undefined } });
    const { sheet } = room.item('Dinas Kesehatan');
    expect(sheet).toEqual({ ...emptySheet(), vision: 'Sehat', budget });
    expect(budgetRatio(sheet.budget)).toBe(0.382);
    expect([sheetIsEmpty(sheet), sheetIsEmpty(emptySheet())]).toEqual([false, true]);
  });

  it.each([
    [null, 5],
    [5, null],
    [0, 5],
  ])('has no percentage of %s and %s', (ceiling, realised) => {
    expect(budgetRatio({ ceiling, realised, need: null, remark: '' })).toBeNull();
  });

  it('takes no amount below zero, but leaves one of an older file as it is', () => {
    const room = openRoom();
    const itemId = room.item('Dinas Kesehatan').id;
    const budget = { ceiling: -500, realised: null, need: null, remark: '' };
    const edit = { type: 'sheet.edit', itemId, fields: { budget } } as const;
    for (const key of ['ceiling', 'realised', 'need'])
      expect(room.refusal({ ...edit, fields: { budget: { ...budget, ceiling: null, [key]: -500 } } })).toBe(
        'amountNegative',
      );
    const older = produce(room.meeting(), (draft) => {
      const item = draft.agenda.items[itemId];
      if (item !== undefined) item.sheet.budget = budget;
    });
    expect(Meeting.parse(older).agenda.items[itemId]?.sheet.budget).toEqual(budget);
    const context = contextOf(room.clock, countedIds());
    const remarked = { ...edit, fields: { budget: { ...budget, remark: 'Lihat lampiran' } } };
    expect(applyCommand(older, remarked, context).meeting.agenda.items[itemId]?.sheet.budget).toEqual(
      remarked.fields.budget,
    );
  });

  it('refuses amounts and counts that are none', () => {
    const room = openRoom();
    const itemId = room.item('Dinas Kesehatan').id;
    const edit = (fields: object) => room.refusal({ type: 'sheet.edit', itemId, fields });
    const budget = emptySheet().budget;
    for (const ceiling of [Number.NaN, Number.POSITIVE_INFINITY, 1e16, '5']) {
      expect(edit({ budget: { ...budget, ceiling } })).toBe('badMessage');
    }
    expect(edit({ personnel: { ...emptySheet().personnel, count: -1 } })).toBe('badMessage');
    expect(edit({ vision: 'x'.repeat(20_001) })).toBe('textTooLong');
    expect(room.refusal({ type: 'sheet.edit', itemId: 'gone', fields: {} })).toBe('unknownItem');
  });
});

describe('attendance', () => {
  it('is filled with the leaders and every presenting agency, once', () => {
    const leaders = emptyLeaders().map((leader) =>
      leader.role === 'bupati' || leader.role === 'asisten1' ? { ...leader, name: 'Bpk. A', office: 'Bupati' } : leader,
    );
    const room = openRoom({ settings: (settings) => ({ ...settings, leaders }) });
    const presenter = { name: 'dr. Ani', office: 'Plt. Kepala', acting: 'plt', representing: false } as const;
    room.send({ type: 'item.edit', itemId: room.item('Dinas Kesehatan').id, fields: { presenter } });
    room.send({ type: 'attendance.fill' });
    room.send({ type: 'attendance.fill' });
    expect(attendees(room).map(({ name, agencyId }) => [name, agencyId])).toEqual([
      ['Bpk. A', null],
      ['dr. Ani', 'dinkes'],
      ['', 'pupr'],
      ['', 'satui'],
    ]);
    expect(attendees(room).every(({ present, at }) => !present && at === null)).toBe(true);
  });

  it('records when somebody was ticked present, and forgets it', () => {
    const room = openRoom();
    room.send({ type: 'attendance.add', name: 'Bpk. A', office: 'Camat', agencyId: 'satui' });
    const attendeeId = attendees(room)[0]?.id ?? '';
    room.send({ type: 'attendance.tick', attendeeId, present: true });
    expect(attendees(room)[0]).toMatchObject({ present: true, at: room.clock.at() });
    room.send({ type: 'attendance.tick', attendeeId, present: false });
    expect(attendees(room)[0]).toMatchObject({ present: false, at: null });
    room.send({ type: 'attendance.edit', attendeeId, fields: { office: 'Plt. Camat', name: undefined } });
    expect(attendees(room)[0]).toMatchObject({ name: 'Bpk. A', office: 'Plt. Camat' });
    room.send({ type: 'attendance.remove', attendeeId });
    expect(room.meeting().attendance).toEqual({ order: [], items: {} });
  });

  it('refuses people and agencies that are not there', () => {
    const room = openRoom();
    const attendeeId = 'gone';
    expect(room.refusal({ type: 'attendance.tick', attendeeId, present: true })).toBe('unknownAttendee');
    expect(room.refusal({ type: 'attendance.edit', attendeeId, fields: {} })).toBe('unknownAttendee');
    expect(room.refusal({ type: 'attendance.remove', attendeeId })).toBe('unknownAttendee');
    expect(room.refusal({ type: 'attendance.add', name: '', office: '', agencyId: 'gone' })).toBe('unknownAgency');
  });
});
