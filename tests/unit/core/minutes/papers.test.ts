import { describe, expect, it } from 'vitest';
import { agenciesWithSheet, agencySheetOf } from '#core/minutes/agency-sheet.ts';
import { attendanceOf } from '#core/minutes/attendance.ts';
import { ledgerOf } from '#core/minutes/ledger.ts';
import { minutesOf } from '#core/minutes/minutes-of.ts';
import { olderParts } from '#core/minutes/parts.ts';
import { rundownOf } from '#core/minutes/rundown.ts';
import { DEFAULT_OPTIONS } from '#core/model/export-options.ts';
import { regentTitle } from '#core/model/kop.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { minutes } from '#core/time/units.ts';
import { instantOf } from '#core/time/zone.ts';
import { firstWordOf } from '#main/documents/first-words.ts';
import { noteOf, openRoom, start } from '../../../support/build-meeting.ts';
import { optionsWith } from '../../../support/document-page.ts';

const at = (time: string, date = '2021-05-17') => instantOf(date, time, 'WITA');
const follow = { type: 'followUp.add', itemId: null, what: null, due: null, status: 'open' } as const;

describe('the rundown', () => {
  it('plans the whole agenda from the planned start, with the changeover after each agency', () => {
    const room = openRoom();
    const rows = rundownOf(room.meeting()).rows.map(({ kind, title, start: from, end, length }) => ({
      name: title || kind,
      from,
      end,
      length,
    }));
    expect(rows.slice(0, 5)).toEqual([
      { name: 'opening', from: at('08:30'), end: at('08:35'), length: minutes(5) },
      { name: 'anthem', from: at('08:35'), end: at('08:40'), length: minutes(5) },
      { name: 'prayer', from: at('08:40'), end: at('08:45'), length: minutes(5) },
      { name: 'Dinas Kesehatan', from: at('08:45'), end: at('08:57'), length: minutes(12) },
      { name: 'Dinas Pekerjaan Umum dan Penataan Ruang', from: at('08:59'), end: at('09:11'), length: minutes(12) },
    ]);
  });

  it('stays the plan when the day has gone otherwise, and names who is in charge', () => {
    const room = openRoom();
    const before = rundownOf(room.meeting());
    room.send({ type: 'item.edit', itemId: room.item('opening').id, fields: { inCharge: 'Bagian Protokol' } });
    start(room, 'Kecamatan Satui');
    room.clock.advance(minutes(40));
    room.send({ type: 'turn.finish', callNext: false });
    const after = rundownOf(room.meeting());
    expect(after.rows.map(({ start: from }) => from)).toEqual(before.rows.map(({ start: from }) => from));
    expect(after.rows[0]?.inCharge).toBe('Bagian Protokol');
    expect(after.rows[3]).toMatchObject({ inCharge: '', presenter: { head: 'Kepala Dinas' } });
  });
});

describe('what was planned, in the rundown and the ledger', () => {
  const PUPR = 'Dinas Pekerjaan Umum dan Penataan Ruang';
  const plannedIn = (meeting: Meeting) => {
    const rundown = Object.fromEntries(
      rundownOf(meeting).rows.map(({ kind, title, start: from, length }) => [title || kind, [from, length]]),
    );
    const ledger = Object.fromEntries(
      ledgerOf(meeting).rows.map((row) => [row.title || row.kind, [row.plannedStart, row.planned]]),
    );
    expect(ledger).toEqual(rundown);
    return rundown;
  };

  it('stays when turns are put off, breaks inserted, limits fitted and the order changed', () => {
    const room = openRoom();
    const planned = plannedIn(room.meeting());
    const names = rundownOf(room.meeting()).rows.map(({ id }) => id);
    start(room, 'Dinas Kesehatan');
    room.clock.advance(minutes(3));
    room.send({ type: 'turn.postpone', itemId: room.item('Dinas Kesehatan').id });
    room.send({ type: 'turn.break', planned: minutes(30) });
    room.send({ type: 'item.edit', itemId: room.item(PUPR).id, fields: { limits: { soft: null, hard: minutes(5) } } });
    expect(room.meeting().agenda.order.indexOf(room.item(PUPR).id)).toBeLessThan(
      room.meeting().agenda.order.indexOf(room.item('Dinas Kesehatan').id),
    );
    const { break: pause, ...after } = plannedIn(room.meeting());
    expect(after).toEqual(planned);
    // It was in no plan.
    expect(pause).toEqual([null, minutes(30)]);
    const rows = rundownOf(room.meeting());
    expect(rows.rows.map(({ id }) => id).filter((id) => names.includes(id))).toEqual(names);
    expect(rows.end).toBe(rundownOf(openRoom().meeting()).end);
  });

  it('leaves out what was skipped before the day, and does not move with the first call', () => {
    const room = openRoom();
    room.send({ type: 'turn.skip', itemId: room.item('anthem').id });
    const before = plannedIn(room.meeting());
    expect(before).toMatchObject({ anthem: [null, minutes(5)], prayer: [at('08:35'), minutes(5)] });
    const rows = rundownOf(room.meeting()).rows.map(({ id }) => id);
    start(room, 'opening');
    expect(plannedIn(room.meeting())).toEqual(before);
    expect(rundownOf(room.meeting()).rows.map(({ id }) => id)).toEqual(rows);
  });

  it('is on the second day what was planned for it that day', () => {
    const room = openRoom();
    start(room, 'Dinas Kesehatan');
    room.send({ type: 'turn.finish', callNext: false });
    room.clock.advance(at('08:00', '2021-05-18') - room.clock.at());
    start(room, PUPR);
    room.clock.advance(minutes(40));
    room.send({ type: 'turn.finish', callNext: false });
    const planned = plannedIn(room.meeting());
    expect(planned['Dinas Kesehatan']).toEqual([at('08:45'), minutes(12)]);
    expect(planned[PUPR]).toEqual([at('08:15', '2021-05-18'), minutes(12)]);
    expect(planned['Kecamatan Satui']).toEqual([at('08:29', '2021-05-18'), minutes(12)]);
  });

  it('follows the agenda until the first call, and in an older file that stored no plan', () => {
    const room = openRoom();
    room.send({ type: 'meeting.edit', fields: { startAt: '09:00' } });
    expect(plannedIn(room.meeting()).opening?.[0]).toBe(at('09:00'));
    start(room, 'opening');
    const old = JSON.parse(JSON.stringify(room.meeting())) as Meeting;
    expect(plannedIn({ ...old, plans: [] }).opening?.[0]).toBe(at('09:00'));
  });
});

describe('the list of attendance', () => {
  it('alone is blank unless requested ticked', () => {
    const room = openRoom();
    room.send({ type: 'attendance.fill' });
    const form = (attendance: 'none' | 'blank' | 'ticked') =>
      attendanceOf(room.meeting(), optionsWith({}, { attendance })).form;
    expect([form('none'), form('blank'), form('ticked')]).toEqual(['blank', 'blank', 'ticked']);
    expect(attendanceOf(room.meeting(), DEFAULT_OPTIONS).attendance).toHaveLength(3);
  });
});

describe('a sheet of directives', () => {
  function worked() {
    const room = openRoom();
    const own = room.item('Dinas Kesehatan').id;
    const other = room.item('Kecamatan Satui').id;
    room.send(noteOf(own, 'own directive', { kind: 'directive' }));
    room.send({ ...follow, noteId: room.lastNote().id, pics: null });
    room.send(noteOf(own, 'plain remark'));
    room.send(noteOf(own, 'secret directive', { kind: 'directive', visibility: 'private' }));
    room.send(noteOf(other, 'for Dinkes too', { kind: 'proposal', concerns: 'dinkes', visibility: 'shown' }));
    room.send(noteOf(other, 'for Satui alone', { kind: 'directive' }));
    room.send({ ...follow, noteId: null, what: 'duty of PUPR', pics: ['pupr'] });
    return room;
  }
  const textsOf = (groups: readonly { notes: readonly { text: string }[] }[] | undefined) =>
    (groups ?? []).flatMap(({ notes }) => notes.map(({ text }) => text));

  it('has what was asked of the agency in its turn and elsewhere, and its follow-ups with their source', () => {
    const sheet = agencySheetOf(worked().meeting(), 'dinkes', DEFAULT_OPTIONS);
    expect(textsOf(sheet?.notes)).toEqual(['own directive']);
    expect(sheet?.elsewhere.map(({ item, notes }) => [item.title, textsOf(notes)])).toEqual([
      ['Kecamatan Satui', ['for Dinkes too']],
    ]);
    expect(sheet?.followUps).toMatchObject([
      { what: 'own directive', cite: { kind: 'directive', speaker: { role: 'bupati' }, date: '2021-05-17' } },
    ]);
  });

  it('leaves out internal words and what follows from them where the export does', () => {
    const sheet = agencySheetOf(worked().meeting(), 'dinkes', optionsWith({}, { internalNotes: false }));
    expect(textsOf(sheet?.notes)).toEqual([]);
    expect(sheet?.elsewhere).toHaveLength(1);
    expect(sheet?.followUps).toEqual([]);
  });

  it('exists for the agencies for which it says something, in the order of the agenda', () => {
    expect(agenciesWithSheet(worked().meeting(), DEFAULT_OPTIONS)).toEqual(['dinkes', 'pupr', 'satui']);
    expect(agenciesWithSheet(openRoom().meeting(), DEFAULT_OPTIONS)).toEqual([]);
    expect(agencySheetOf(openRoom().meeting(), 'constructor', DEFAULT_OPTIONS)).toBeNull();
  });
});

describe('the ledger', () => {
  it('lists plan, time, added time, overtime and pauses of each item', () => {
    const room = openRoom();
    start(room, 'Dinas Kesehatan');
    room.clock.advance(minutes(4));
    room.send({ type: 'turn.pause' });
    room.clock.advance(minutes(10));
    room.send({ type: 'turn.resume' });
    room.send({ type: 'turn.addTime', by: minutes(1) });
    room.clock.advance(minutes(10));
    room.send({ type: 'turn.finish', callNext: false });
    const row = ledgerOf(room.meeting()).rows.find(({ title }) => title === 'Dinas Kesehatan');
    expect(row).toMatchObject({
      status: 'done',
      plannedStart: at('08:45'),
      planned: minutes(12),
      start: at('08:30'),
      end: at('08:54'),
      spent: minutes(14),
      added: minutes(1),
      over: minutes(1),
      pauses: 1,
      paused: minutes(10),
    });
  });

  it('does not count as a pause the time in which a turn was put off', () => {
    const room = openRoom();
    start(room, 'Dinas Kesehatan');
    room.clock.advance(minutes(4));
    room.send({ type: 'turn.postpone', itemId: room.item('Dinas Kesehatan').id });
    room.clock.advance(minutes(60));
    start(room, 'Dinas Kesehatan');
    const row = ledgerOf(room.meeting()).rows.find(({ title }) => title === 'Dinas Kesehatan');
    expect(row).toMatchObject({ pauses: 0, paused: 0 });
  });
});

describe('the NOTULA under its options', () => {
  it('holds nothing of what is left out', () => {
    const room = openRoom();
    start(room, 'Dinas Kesehatan');
    const { id } = room.item('Dinas Kesehatan');
    room.send({ type: 'sheet.edit', itemId: id, fields: { vision: 'sembuh' } });
    room.send(noteOf(id, 'internal words'));
    room.send({ ...follow, noteId: room.lastNote().id, pics: null });
    room.send({ type: 'attendance.fill' });
    const bare = minutesOf(
      room.meeting(),
      optionsWith(
        { strict: true },
        { sheet: false, times: false, internalNotes: false, followUps: false, attendance: 'none' },
      ),
    );
    expect(JSON.stringify(bare)).not.toMatch(/sembuh|internal words/);
    expect(bare).toMatchObject({ followUps: [], attachment: 'none', rundown: null, charts: [], place: '', number: '' });
    expect(bare.items[0]).toMatchObject({ sheet: null, time: null, notes: [] });
    const whole = minutesOf(room.meeting(), optionsWith({}, { rundown: true, chart: true, attendance: 'ticked' }));
    expect(whole).toMatchObject({ attachment: 'ticked', followUps: [{ what: 'internal words' }] });
    expect(whole.items[0]).toMatchObject({ sheet: { vision: 'sembuh' }, time: { spent: 0 } });
    expect(whole.rundown?.rows).toHaveLength(room.meeting().agenda.order.length);
    expect(whole.charts).toHaveLength(1);
  });

  it('has no words that were typed for a group with an internal note in it, when those are left out', () => {
    const room = openRoom();
    const { id } = room.item('Dinas Kesehatan');
    room.send(noteOf(id, 'shown words', { visibility: 'shown' }));
    const into = room.lastNote().id;
    room.send(noteOf(id, 'internal words'));
    room.send({ type: 'wording.merge', noteId: room.lastNote().id, into });
    room.send({ type: 'wording.edit', noteId: into, text: 'internal words told together' });
    start(room, 'Dinas Kesehatan');
    const texts = (internalNotes: boolean) =>
      minutesOf(room.meeting(), optionsWith({}, { internalNotes })).items.flatMap(({ notes }) =>
        notes.flatMap((group) => group.notes.map(({ text }) => text)),
      );
    expect(texts(true)).toEqual(['internal words told together']);
    expect(texts(false)).toEqual(['shown words']);
  });

  it('is parted by the older pattern at the first presentation', () => {
    const room = openRoom();
    for (const name of ['opening', 'Dinas Kesehatan', 'prayer']) {
      start(room, name);
      room.send({ type: 'turn.finish', callNext: false });
    }
    const { opening, discussion } = olderParts(minutesOf(room.meeting(), DEFAULT_OPTIONS));
    expect(opening.map(({ kind }) => kind)).toEqual(['opening']);
    expect(discussion.map(({ kind }) => kind)).toEqual(['agency', 'prayer']);
  });
});

describe('small words', () => {
  const piece = (str: string, x: number, y: number, width = 10) => ({ str, transform: [1, 0, 0, 1, x, y], width });

  it('the first word of a page is on its highest line, the number of the page aside', () => {
    const number = piece('- 2 -', 250, 800);
    expect(firstWordOf([number, piece('dua', 100, 700), piece('satu kata', 90, 740)], 842)).toBe('satu');
    expect(firstWordOf([number, piece('– ', 85, 740, 5), piece('Ke', 92, 741), piece('palsu', 102, 741)], 842)).toBe(
      'Kepalsu',
    );
    expect(firstWordOf([piece('No.', 90, 740), piece('Nama', 120, 740)], 842)).toBe('No.');
    expect(firstWordOf([number], 842)).toBe('');
    expect(firstWordOf([piece('x'.repeat(200), 90, 740)], 842)).toMatch(/^x{23}…$/);
  });

  it.each([
    ['PEMERINTAH KABUPATEN TANAH BUMBU', 'BUPATI TANAH BUMBU'],
    ['Pemerintah Kabupaten Tanah Laut ', 'BUPATI TANAH LAUT'],
    ['', 'BUPATI'],
  ])('the regent’s title of %j is %j', (government, title) => expect(regentTitle(government)).toBe(title));
});
