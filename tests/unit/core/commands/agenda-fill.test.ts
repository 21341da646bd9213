import { describe, expect, it } from 'vitest';
import { itemTitle, orderedItems } from '#core/model/meeting.ts';
import { minutes } from '#core/time/units.ts';
import { noteOf, openRoom, type Room } from '../../../support/build-meeting.ts';

const DINKES = 'Dinas Kesehatan';
const SATUI = 'Kecamatan Satui';
const titles = (room: Room): string[] =>
  orderedItems(room.meeting()).map((item) => itemTitle(room.meeting(), item) || item.kind);

describe('filling the agenda with a rundown', () => {
  const row = (title: string, more: object = {}) => ({
    agency: null,
    kind: 'other' as const,
    title,
    inCharge: '',
    planned: minutes(10),
    fixedStart: null,
    ...more,
  });
  const turn = (name: string, mins: number) =>
    row('', { agency: { name, short: '', head: '', person: '' }, planned: minutes(mins) });
  const fill = (rows: object[], replace = true) => ({ type: 'agenda.fill', rows, replace, startAt: '09:15' }) as never;

  it('makes items of the right kinds and lengths, an agency that is there with its own item', () => {
    const room = openRoom();
    const dinkes = room.item(DINKES).id;
    room.send(fill([row('Doa', { kind: 'prayer', inCharge: 'Kemenag' }), turn(DINKES, 15), turn('Dinas Sosial', 12)]));
    expect(titles(room)).toEqual(['Doa', DINKES, 'Dinas Sosial']);
    expect(room.item('prayer')).toMatchObject({ inCharge: 'Kemenag', planned: minutes(10) });
    expect(room.item(DINKES)).toMatchObject({ id: dinkes, limits: { soft: minutes(13), hard: minutes(15) } });
    expect(room.item('Dinas Sosial').limits).toBeNull();
    expect(room.meeting().startAt).toBe('09:15');
  });

  it('is appended when it is to be added', () => {
    const room = openRoom();
    room.send(fill([row('Foto bersama')], false));
    expect(titles(room).slice(-2)).toEqual(['closing', 'Foto bersama']);
    expect(room.refusal(fill([turn(DINKES, 10)], false))).toBe('agencyExists');
  });

  it('is refused where a note would vanish', () => {
    const room = openRoom();
    room.send(noteOf(room.item(SATUI).id, 'Tambah puskesmas'));
    expect(room.refusal(fill([row('Doa')]))).toBe('agendaStarted');
  });
});
