import { describe, expect, it } from 'vitest';
import { itemTitle, orderedItems } from '#core/model/meeting.ts';
import { minutes } from '#core/time/units.ts';
import { agencyRows } from '../../../support/agency-rows.ts';
import { noteOf, openRoom, type Room, start } from '../../../support/build-meeting.ts';

const DINKES = 'Dinas Kesehatan';
const PUPR = 'Dinas Pekerjaan Umum dan Penataan Ruang';
const SATUI = 'Kecamatan Satui';
const titles = (room: Room): string[] =>
  orderedItems(room.meeting()).map((item) => itemTitle(room.meeting(), item) || item.kind);
const addAgency = (
  name: string,
  fields: { short?: string; head?: string; agencyId?: string; index?: number } = {},
) => ({
  type: 'agenda.addAgency' as const,
  agencyId: null,
  name,
  short: '',
  head: '',
  index: null,
  ...fields,
});

describe('adding', () => {
  it('an agency puts it after the last one, before the closing', () => {
    const room = openRoom();
    room.send(addAgency('  Dinas Sosial ', { short: ' Dinsos ', head: ' Kepala Dinas ' }));
    expect(titles(room).slice(-4)).toEqual([SATUI, 'Dinas Sosial', 'closingRemarks', 'closing']);
    const { agencyId } = room.item('Dinas Sosial');
    expect(room.meeting().agencies[agencyId ?? '']).toMatchObject({ short: 'Dinsos', head: 'Kepala Dinas' });
  });

  it('an agency to an agenda without one puts it before the closing', () => {
    const room = openRoom({ agencies: [] });
    room.send(addAgency('Dinas Sosial'));
    expect(titles(room)).toEqual(['opening', 'anthem', 'prayer', 'Dinas Sosial', 'closingRemarks', 'closing']);
  });

  it('uses the requested position', () => {
    const room = openRoom();
    room.send(addAgency('Dinas Sosial', { index: 0 }));
    room.send({
      type: 'agenda.addOther',
      kind: 'qa',
      title: 'Tanya jawab',
      planned: minutes(15),
      fixedStart: null,
      index: 99,
    });
    expect(titles(room).at(0)).toBe('Dinas Sosial');
    expect(titles(room).at(-1)).toBe('Tanya jawab');
  });

  it('an agency that the meeting knows uses it again', () => {
    const room = openRoom();
    const { id, agencyId } = room.item(SATUI);
    room.send({ type: 'agenda.remove', itemId: id });
    room.send(addAgency('', agencyId === null ? {} : { agencyId }));
    expect(room.item(SATUI).agencyId).toBe(agencyId);
    expect(Object.keys(room.meeting().agencies)).toHaveLength(3);
  });

  it('is refused for names that are empty, too long, or there already', () => {
    const room = openRoom();
    expect(room.refusal(addAgency('   '))).toBe('agencyNameEmpty');
    expect(room.refusal(addAgency('x'.repeat(201)))).toBe('agencyNameTooLong');
    expect(room.refusal(addAgency('Dinas A', { short: 'x'.repeat(61) }))).toBe('agencyNameTooLong');
    expect(room.refusal(addAgency('DINAS kesehatan'))).toBe('agencyExists');
    expect(room.refusal(addAgency('', { agencyId: 'gone' }))).toBe('unknownAgency');
  });

  it('other items are of the other kinds only', () => {
    const room = openRoom();
    const other = { type: 'agenda.addOther', title: '', planned: null, fixedStart: null, index: null };
    expect(room.refusal({ ...other, kind: 'agency' })).toBe('badMessage');
    expect(room.refusal({ ...other, kind: 'qa', fixedStart: '25:00' })).toBe('badMessage');
    expect(room.refusal({ ...other, kind: 'qa', planned: -1 })).toBe('badMessage');
    expect(room.refusal({ ...other, kind: 'qa', title: 'x'.repeat(301) })).toBe('titleEmpty');
  });
});

describe('replacing the agencies by a list', () => {
  const paste = (text: string) => ({ type: 'agenda.replaceAgencies' as const, agencies: agencyRows(text) });

  it('keeps what is around them, and the items of those that stay', () => {
    const room = openRoom();
    const pupr = room.item(PUPR).id;
    room.send({ type: 'item.edit', itemId: pupr, fields: { limits: { soft: null, hard: minutes(20) } } });
    room.send(paste('Dinas Sosial\ndinas pekerjaan umum dan penataan ruang\nDinas Sosial\n\nBPBD'));
    expect(titles(room)).toEqual([
      'opening',
      'anthem',
      'prayer',
      'Dinas Sosial',
      PUPR,
      'BPBD',
      'closingRemarks',
      'closing',
    ]);
    expect(room.item(PUPR)).toMatchObject({ id: pupr, limits: { hard: minutes(20) } });
    expect(Object.keys(room.meeting().agenda.items)).toHaveLength(8);
  });

  it('uses what is given for a known agency, and keeps what is not', () => {
    const room = openRoom();
    const agency = () => Object.values(room.meeting().agencies).find(({ name }) => name === DINKES);
    room.send(paste('Dinas Kesehatan; DK; Plt. Kepala Dinas'));
    expect(agency()).toMatchObject({ id: 'dinkes', short: 'DK', head: 'Plt. Kepala Dinas' });
    room.send(paste('DINAS KESEHATAN'));
    expect(agency()).toMatchObject({ id: 'dinkes', short: 'DK', head: 'Plt. Kepala Dinas' });
    room.send({ type: 'agenda.remove', itemId: room.item(DINKES).id });
    room.send(addAgency('Dinas Kesehatan', { head: 'Kepala Dinas' }));
    expect(agency()).toMatchObject({ short: 'DK', head: 'Kepala Dinas' });
  });

  it('names the presenter where the list does', () => {
    const room = openRoom();
    room.send(paste('SKPD;Nama Kepala\nDinas Sosial;Dra. Siti Aminah'));
    expect(room.item('Dinas Sosial').presenter.name).toBe('Dra. Siti Aminah');
  });

  it('keeps the break after as many turns as before', () => {
    const room = openRoom();
    room.send({
      type: 'agenda.addOther',
      kind: 'break',
      title: '',
      planned: minutes(90),
      fixedStart: '12:00',
      index: 4,
    });
    room.send(paste('A\nB\nC\nD'));
    expect(titles(room).slice(3, 8)).toEqual(['A', 'break', 'B', 'C', 'D']);
    room.send(paste('A'));
    expect(titles(room).slice(3)).toEqual(['A', 'break', 'closingRemarks', 'closing']);
  });

  it('into an agenda without agencies puts them before the closing', () => {
    const room = openRoom({ agencies: [] });
    room.send(paste('A\nB'));
    expect(titles(room)).toEqual(['opening', 'anthem', 'prayer', 'A', 'B', 'closingRemarks', 'closing']);
  });

  it('is refused for a text without a name', () => {
    expect(openRoom().refusal(paste(' \n-\n'))).toBe('noAgencies');
  });

  it.each<[string, (room: Room, itemId: string) => void]>([
    ['a turn is called', (room, itemId) => room.send({ type: 'turn.call', itemId })],
    [
      'a begun turn was postponed',
      (room, itemId) => {
        start(room, DINKES);
        room.clock.advance(minutes(1));
        room.send({ type: 'turn.postpone', itemId });
      },
    ],
    ['a note was made', (room, itemId) => room.send(noteOf(itemId, 'Tambah puskesmas'))],
    [
      'a note is being typed',
      (room, itemId) =>
        room.send({
          type: 'draft.set',
          key: 'compose',
          draft: { itemId, author: { kind: 'leader', role: 'sekda' }, kind: 'note', visibility: 'auto', text: 'Tam' },
        }),
    ],
    ['a sheet was filled', (room, itemId) => room.send({ type: 'sheet.edit', itemId, fields: { vision: 'Sehat' } })],
  ])('is refused when %s', (_when, prepare) => {
    const room = openRoom();
    prepare(room, room.item(DINKES).id);
    const before = room.meeting();
    expect(room.refusal(paste('Dinas Sosial'))).toBe('agendaStarted');
    expect(room.meeting()).toBe(before);
  });
});

describe('removing', () => {
  it('removes the notes too', () => {
    const room = openRoom();
    start(room, DINKES);
    room.send(noteOf(room.item(DINKES).id, 'Tambah puskesmas'));
    room.send({ type: 'turn.finish', callNext: false });
    room.send({ type: 'agenda.remove', itemId: room.item(DINKES).id });
    expect(titles(room)).not.toContain(DINKES);
    expect([room.meeting().notes, room.meeting().presented]).toEqual([{}, []]);
  });

  it('is refused for the current item and for one in which a note is being typed', () => {
    const room = openRoom();
    const itemId = room.item(DINKES).id;
    const author = { kind: 'leader', role: 'bupati' } as const;
    const draft = { itemId, author, kind: 'note', visibility: 'auto', text: 'Tam' } as const;
    room.send({ type: 'draft.set', key: 'compose', draft });
    expect(room.refusal({ type: 'agenda.remove', itemId })).toBe('itemIsCurrent');
    room.send({ type: 'draft.drop', key: 'compose' });
    room.send(noteOf(itemId, 'Tambah puskesmas'));
    room.send({ type: 'draft.set', key: `edit:${room.lastNote().id}`, draft });
    expect(room.refusal({ type: 'agenda.remove', itemId })).toBe('itemIsCurrent');
    room.send({ type: 'note.delete', noteId: room.lastNote().id });
    room.send({ type: 'turn.call', itemId });
    expect(room.refusal({ type: 'agenda.remove', itemId })).toBe('itemIsCurrent');
    room.send({ type: 'turn.skip', itemId });
    room.send({ type: 'agenda.remove', itemId });
    expect(room.meeting().drafts).toEqual({});
  });
});

describe('moving', () => {
  it('counts the place without the item itself, and stops at the end', () => {
    const room = openRoom();
    const itemId = room.item('closing').id;
    room.send({ type: 'agenda.move', itemId, index: 0 });
    expect(titles(room).slice(0, 2)).toEqual(['closing', 'opening']);
    room.send({ type: 'agenda.move', itemId, index: 1 });
    expect(titles(room).slice(0, 2)).toEqual(['opening', 'closing']);
    room.send({ type: 'agenda.move', itemId, index: 10_000 });
    expect(titles(room).at(-1)).toBe('closing');
  });
  it('moves by steps from the item’s present position, and stops at both ends', () => {
    const room = openRoom();
    const itemId = room.item('closing').id;
    const last = titles(room).length - 1;
    for (let n = 0; n < 3; n += 1) room.send({ type: 'agenda.move', itemId, by: -1 });
    expect(titles(room).indexOf('closing')).toBe(last - 3);
    for (let n = 0; n < 9; n += 1) room.send({ type: 'agenda.move', itemId, by: 1 });
    expect(titles(room).at(-1)).toBe('closing');
    expect(room.send({ type: 'agenda.move', itemId, by: 1 }).patches).toEqual([]);
  });
  it('is refused for places that are none', () => {
    const room = openRoom();
    const itemId = room.item('closing').id;
    for (const index of [-1, 0.5, Number.NaN, null]) {
      expect(room.refusal({ type: 'agenda.move', itemId, index })).toBe('badMessage');
    }
  });
});

describe('editing', () => {
  it('an item changes the fields given and no other', () => {
    const room = openRoom();
    const before = room.item(DINKES);
    const presenter = { name: 'dr. Ani', office: '', acting: 'plt', representing: true } as const;
    room.send({ type: 'item.edit', itemId: before.id, fields: { presenter, title: undefined } });
    expect(room.item(DINKES)).toEqual({ ...before, presenter });
  });

  it.each([
    [{ soft: minutes(13), hard: minutes(12) }],
    [{ soft: minutes(1), hard: null }],
    [{ soft: null, hard: 0 }],
    [{ soft: null, hard: -1 }],
    [{ soft: null, hard: Number.NaN }],
    [{ soft: null, hard: Number.POSITIVE_INFINITY }],
    [{ soft: null, hard: 86_400_001 }],
  ])('limits of %j are refused', (limits) => {
    const room = openRoom();
    expect(room.refusal({ type: 'item.edit', itemId: room.item(DINKES).id, fields: { limits } })).toBe('limitsUnsound');
    expect(room.refusal({ type: 'meeting.edit', fields: { limits } })).toBe('limitsUnsound');
  });

  it('an agency changes it everywhere; a taken name is refused', () => {
    const room = openRoom();
    const edit = (name: string) => ({
      type: 'agency.edit' as const,
      agencyId: 'dinkes',
      name,
      short: 'Dinkes',
      head: '',
    });
    room.send(edit('Dinas Kesehatan dan Gizi'));
    expect(titles(room)).toContain('Dinas Kesehatan dan Gizi');
    room.send(edit('DINAS KESEHATAN DAN GIZI'));
    expect(room.refusal(edit(SATUI.toUpperCase()))).toBe('agencyExists');
    // As everywhere else in the agenda, an abbreviated rank is the same name.
    expect(room.refusal(edit(SATUI.replace('Kecamatan', 'Kec.')))).toBe('agencyExists');
    expect(room.refusal(edit(''))).toBe('agencyNameEmpty');
    expect(room.refusal({ ...edit('x'), short: 'x'.repeat(61) })).toBe('agencyNameTooLong');
    expect(room.refusal({ ...edit('x'), agencyId: 'gone' })).toBe('unknownAgency');
  });
});
