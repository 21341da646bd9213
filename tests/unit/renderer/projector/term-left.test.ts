import { beforeAll, expect, it } from 'vitest';
import { instantOf } from '#core/time/zone.ts';
import { learn, textIn } from '#renderer/kit/i18n-projector.ts';
import { termLeft } from '#renderer/projector/term-left.ts';

beforeAll(() => learn('en'));

const said = (termEnds: string | null, locale: 'id' | 'en' = 'id'): string =>
  termLeft({ termEnds, zone: 'WITA' }, instantOf('2026-11-26', '23:30', 'WITA'), textIn(locale));

it('says in years and months what is left of the term, in its last month in days', () => {
  expect(said('2030-05-26')).toBe('Sisa masa jabatan: 3 tahun 6 bulan');
  expect(said('2030-05-26', 'en')).toBe('Left of the term: 3 years 6 months');
  expect(said('2027-12-30', 'en')).toBe('Left of the term: 1 year 1 month');
  expect(said('2028-11-28')).toBe('Sisa masa jabatan: 2 tahun');
  expect(said('2027-02-10')).toBe('Sisa masa jabatan: 2 bulan');
  expect(said('2026-12-08')).toBe('Sisa masa jabatan: 12 hari');
  expect(said('2026-11-27', 'en')).toBe('Left of the term: 1 day');
  expect(said('2026-11-26')).toBe('Hari terakhir masa jabatan');
});

it('says nothing when it has passed, or is not to be shown', () => {
  expect(said('2026-11-25')).toBe('');
  expect(said(null)).toBe('');
});
