import { describe, expect, it } from 'vitest';
import { attendees } from '#core/minutes/attendance.ts';
import { minutesOf } from '#core/minutes/minutes-of.ts';
import { rundownOf } from '#core/minutes/rundown.ts';
import { emptyPresenter, type Presenter } from '#core/model/agenda-item.ts';
import { DEFAULT_OPTIONS } from '#core/model/export-options.ts';
import { emptySheet } from '#core/model/sheet.ts';
import { duration, instant } from '#core/time/units.ts';
import { instantOf } from '#core/time/zone.ts';
import { budgetText } from '#main/documents/sheet-words.ts';
import { documentTexts } from '#main/documents/texts.ts';
import {
  attendeeOffice,
  inChargeText,
  itemTimeText,
  lengthText,
  momentText,
  noteRemarks,
  presenterText,
  sessionText,
} from '#main/documents/words.ts';
import { openRoom, start } from '../../../support/build-meeting.ts';

const t = documentTexts('id');
const en = documentTexts('en');
const paper = { doc: minutesOf(openRoom().meeting(), DEFAULT_OPTIONS), t };
const at = (date: string, time: string) => instantOf(date, time, 'WITA');

describe('times', () => {
  it('are written in the zone of the meeting, with a dot', () => {
    expect(momentText(at('2021-05-17', '09:05'), paper)).toBe('pukul 09.05 WITA');
    const range = { from: at('2021-05-17', '09:05'), to: at('2021-05-17', '11:45') };
    expect(sessionText(range, paper)).toBe('pukul 09.05 s.d. 11.45 WITA');
  });

  it('have the date where it is another day, or two', () => {
    expect(momentText(at('2021-05-21', '08:00'), paper)).toBe('Jumat, 21 Mei 2021, pukul 08.00 WITA');
    const next = { from: at('2021-05-18', '08:00'), to: at('2021-05-18', '08:12') };
    expect(sessionText(next, paper)).toBe('Selasa, 18 Mei 2021, pukul 08.00 s.d. 08.12 WITA');
    const across = { from: at('2021-05-17', '08:30'), to: at('2021-05-18', '11:00') };
    expect(sessionText(across, paper)).toBe(
      'Senin, 17 Mei 2021, pukul 08.30 WITA s.d. Selasa, 18 Mei 2021, pukul 11.00 WITA',
    );
    expect(sessionText({ from: at('2021-05-17', '08:30'), to: null }, paper)).toBe('mulai pukul 08.30 WITA');
  });

  it.each([
    [0, 'kurang dari 1 menit', 'under a minute'],
    [29_000, 'kurang dari 1 menit', 'under a minute'],
    [59_400, '1 menit', '1 min'],
    [738_000, '12 menit', '12 min'],
    [-120_000, '2 menit', '2 min'],
    [3_723_000, '1 jam 2 menit', '1 h 2 min'],
    [7_200_000, '2 jam', '2 h'],
  ])('%d ms is %s, in whole minutes', (ms, indonesian, english) => {
    expect(lengthText(duration(ms), t)).toBe(indonesian);
    expect(lengthText(duration(ms), en)).toBe(english);
  });
});

describe('the budget', () => {
  const { budget } = emptySheet();
  const id = { t, locale: 'id' } as const;

  it('is written in rupiah without a space, with the share that was spent', () => {
    const full = { ceiling: 1_250_000_000, realised: 477_500_000.5, need: 900, remark: 'Menunggu perubahan' };
    expect(budgetText(full, id)).toBe(
      'Pagu Rp1.250.000.000; realisasi Rp477.500.000,50 (38,2%); perkiraan kebutuhan Rp900. Menunggu perubahan',
    );
    expect(budgetText(full, { t: en, locale: 'en' })).toContain('realised Rp477,500,000.50 (38.2%)');
  });

  it('says no share where none can be computed, and nothing at all where nothing is known', () => {
    expect(budgetText({ ...budget, realised: 5 }, id)).toBe('Realisasi Rp5');
    expect(budgetText({ ...budget, ceiling: 0, realised: 5 }, id)).toBe('Pagu Rp0; realisasi Rp5');
    expect(budgetText(budget, id)).toBe('');
  });
});

describe('the time of an item', () => {
  it('is when and how long, and nothing of what was added or cut', () => {
    const session = { from: at('2021-05-17', '09:05'), to: at('2021-05-17', '09:17') };
    for (const added of [0, 60_000, -467_000])
      expect(
        itemTimeText({ sessions: [session], spent: duration(738_000), added, over: duration(90_000) }, paper),
      ).toBe('pukul 09.05 s.d. 09.17 WITA (lamanya 12 menit)');
  });

  it.each([
    ['08:31:50', '08:39:10', 440, '8 menit'],
    ['09:12:05', '09:23:55', 710, '11 menit'],
    ['09:39:00', '09:56:00', 760, '13 menit'],
    ['09:39:58', '09:41:01', 2, 'kurang dari 1 menit'],
  ])('from %s to %s with %d seconds spent agrees with itself: %s', (from, to, seconds, length) => {
    const instantAt = (time: string) => instant(at('2021-05-17', time.slice(0, 5)) + Number(time.slice(6)) * 1000);
    const session = { from: instantAt(from), to: instantAt(to) };
    const spent = duration(seconds * 1000);
    expect(itemTimeText({ sessions: [session], spent, added: 0, over: duration(0) }, paper)).toContain(
      `(lamanya ${length})`,
    );
  });
});

describe('the time of an item in several parts', () => {
  const told = (...parts: readonly (readonly [day: string, from: string, to: string])[]): string => {
    const sessions = parts.map(([day, from, to]) => ({ from: at(day, from), to: at(day, to) }));
    return itemTimeText({ sessions, spent: duration(0), added: 0, over: duration(0) }, paper).replace(/ \(.*/, '');
  };

  it('names each day once', () => {
    expect(told(['2021-05-18', '08:10', '08:14'], ['2021-05-18', '09:00', '09:06'])).toBe(
      'Selasa, 18 Mei 2021, pukul 08.10 s.d. 08.14 WITA dan pukul 09.00 s.d. 09.06 WITA',
    );
    expect(
      told(['2021-05-17', '08:10', '08:14'], ['2021-05-18', '09:00', '09:06'], ['2021-05-18', '10:00', '10:06']),
    ).toBe(
      'pukul 08.10 s.d. 08.14 WITA dan Selasa, 18 Mei 2021, pukul 09.00 s.d. 09.06 WITA dan pukul 10.00 s.d. 10.06 WITA',
    );
  });
});

it('agencies that a note is for are told apart, whose names have commas of their own', () => {
  const concerns = ['Dinas Perumahan, Kawasan Permukiman dan Pertanahan', 'Dinas Sosial'];
  expect(noteRemarks({ concerns, forAll: '', addendum: false, pages: [] }, t)).toBe(
    '(untuk Dinas Perumahan, Kawasan Permukiman dan Pertanahan; Dinas Sosial)',
  );
});

describe('the presenter', () => {
  const told = (presenter: Partial<Presenter>): string => {
    const room = openRoom();
    const { id } = room.item('Dinas Kesehatan');
    room.send({ type: 'item.edit', itemId: id, fields: { presenter: { ...emptyPresenter(), ...presenter } } });
    start(room, 'Dinas Kesehatan');
    const [item] = minutesOf(room.meeting(), DEFAULT_OPTIONS).items;
    return presenterText(item?.presenter ?? null, t);
  };

  it.each<[Partial<Presenter>, string]>([
    [{ name: 'Nama' }, 'Nama, Kepala Dinas Kesehatan'],
    [{ name: 'Nama', acting: 'plt' }, 'Nama, Plt. Kepala Dinas Kesehatan'],
    [
      { name: 'Nama', representing: true, office: 'Sekretaris Dinas' },
      'Nama, Sekretaris Dinas Kesehatan, mewakili Kepala Dinas Kesehatan',
    ],
    [{ office: 'Sekretaris', acting: 'plh' }, 'Plh. Sekretaris Dinas Kesehatan'],
    [{}, ''],
  ])('%j is %j', (presenter, said) => expect(told(presenter)).toBe(said));
});

describe('who is in charge of a line of the rundown', () => {
  it('is whom the user wrote, else the presenter', () => {
    const room = openRoom();
    const { id } = room.item('Dinas Kesehatan');
    const told = (): string | undefined => {
      const row = rundownOf(room.meeting()).rows.find((one) => one.id === id);
      return row && inChargeText(row, t);
    };
    const presenter = { ...emptyPresenter(), name: 'Nama' };
    room.send({ type: 'item.edit', itemId: id, fields: { presenter: { ...presenter, name: '' } } });
    expect(told()).toBe('Kepala Dinas Kesehatan');
    room.send({ type: 'item.edit', itemId: id, fields: { presenter } });
    expect(told()).toMatch(/^Nama, Kepala Dinas/);
    room.send({ type: 'item.edit', itemId: id, fields: { inCharge: 'Protokol' } });
    expect(told()).toBe('Protokol');
  });
});

describe('the list of attendance', () => {
  it('keeps the status, the own office and whom somebody represents', () => {
    const room = openRoom();
    const present = (name: string, presenter: Partial<Presenter>) =>
      room.send({
        type: 'item.edit',
        itemId: room.item(name).id,
        fields: { presenter: { ...emptyPresenter(), ...presenter } },
      });
    present('Dinas Kesehatan', { name: 'Ani', acting: 'plt' });
    present('Kecamatan Satui', { name: 'Budi', office: 'Sekretaris Camat', representing: true });
    room.send({ type: 'attendance.fill' });
    const offices = attendees(room.meeting()).map((attendee) => [attendee.name, attendeeOffice(attendee, t)]);
    expect(offices).toEqual([
      ['Ani', 'Plt. Kepala Dinas Kesehatan'],
      ['', 'Kepala Dinas Pekerjaan Umum dan Penataan Ruang'],
      ['Budi', 'Sekretaris Camat Satui, mewakili Camat Satui'],
    ]);
    const [first = ''] = room.meeting().attendance.order;
    room.send({ type: 'attendance.edit', attendeeId: first, fields: { name: 'Ani Lestari' } });
    expect(room.meeting().attendance.items[first]).toMatchObject({ acting: 'plt', name: 'Ani Lestari' });
  });
});
