import { describe, expect, it } from 'vitest';
import { minutesOf } from '#core/minutes/minutes-of.ts';
import { DEFAULT_OPTIONS } from '#core/minutes/options.ts';
import { emptySheet } from '#core/model/sheet.ts';
import { duration } from '#core/time/units.ts';
import { instantOf } from '#core/time/zone.ts';
import { budgetText } from '#main/documents/sheet-words.ts';
import { documentTexts } from '#main/documents/texts.ts';
import { lengthText, momentText, presenterText, sessionText } from '#main/documents/words.ts';
import { openRoom, start } from '../../../support/build-meeting.ts';

const t = documentTexts('id');
const en = documentTexts('en');
const paper = { doc: minutesOf(openRoom().meeting(), DEFAULT_OPTIONS), t };
const at = (date: string, time: string) => instantOf(date, time, 'WITA');

describe('times', () => {
  it('are told in the zone of the meeting, with a dot', () => {
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
    [0, '0 detik', '0 s'],
    [59_400, '59 detik', '59 s'],
    [60_000, '1 menit', '1 min'],
    [738_000, '12 menit 18 detik', '12 min 18 s'],
    [-120_000, '2 menit', '2 min'],
    [3_723_000, '1 jam 2 menit 3 detik', '1 h 2 min 3 s'],
  ])('%d ms is %s', (ms, indonesian, english) => {
    expect(lengthText(duration(ms), t)).toBe(indonesian);
    expect(lengthText(duration(ms), en)).toBe(english);
  });
});

describe('the budget', () => {
  const { budget } = emptySheet();
  const id = { t, locale: 'id' } as const;

  it('is told in rupiah without a space, with the part that was spent', () => {
    const full = { ceiling: 1_250_000_000, realised: 477_500_000.5, need: 900, remark: 'Menunggu perubahan' };
    expect(budgetText(full, id)).toBe(
      'Pagu Rp1.250.000.000; realisasi Rp477.500.000,50 (38,2%); perkiraan kebutuhan Rp900. Menunggu perubahan',
    );
    expect(budgetText(full, { t: en, locale: 'en' })).toContain('realised Rp477,500,000.50 (38.2%)');
  });

  it('says no part where none can be told, and nothing at all where nothing is known', () => {
    expect(budgetText({ ...budget, realised: 5 }, id)).toBe('Realisasi Rp5');
    expect(budgetText({ ...budget, ceiling: 0, realised: 5 }, id)).toBe('Pagu Rp0; realisasi Rp5');
    expect(budgetText(budget, id)).toBe('');
  });
});

describe('the presenter', () => {
  it.each([
    [{ acting: 'none', representing: false, office: '' }, 'Nama, Kepala Dinas Kesehatan'],
    [{ acting: 'plt', representing: false, office: '' }, 'Nama, Plt. Kepala Dinas Kesehatan'],
    [
      { acting: 'none', representing: true, office: 'Sekretaris Dinas' },
      'Nama, Sekretaris Dinas Kesehatan, mewakili Kepala Dinas',
    ],
  ] as const)('%j', (presenter, said) => {
    const room = openRoom();
    const { id } = room.item('Dinas Kesehatan');
    room.send({ type: 'item.edit', itemId: id, fields: { presenter: { name: 'Nama', ...presenter } } });
    start(room, 'Dinas Kesehatan');
    const [item] = minutesOf(room.meeting(), DEFAULT_OPTIONS).items;
    expect(item === undefined ? '' : presenterText(item, t)).toBe(said);
  });
});
