import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lookAlikes, type NamedAgency } from '#core/archive/look-alikes.ts';

const agency = (id: string, name: string, given: Partial<NamedAgency> = {}): NamedAgency => ({
  ...{ id, name, former: [], shorts: [] },
  ...given,
});
/** Whether the two of them may be the same. */
const alike = (a: NamedAgency, b: NamedAgency): boolean => {
  const found = lookAlikes([a, b]);
  return found.get(a.id)?.includes(b.id) === true;
};

const PUPR = agency('a', 'Dinas Pekerjaan Umum dan Penataan Ruang', { shorts: ['PUPR', 'PU'] });

it.each([
  ['the name of one is the short name of the other', PUPR, agency('b', 'pupr')],
  ['or its short name with the kind of office', PUPR, agency('b', 'Dinas P.U.P.R.')],
  [
    'the name of one is a former name of the other',
    agency('a', 'Bapenda', { former: ['Dinas Pendapatan'] }),
    agency('b', 'DINAS PENDAPATAN'),
  ],
  [
    'only the regency is named with one of them',
    agency('a', 'Dinas Sosial'),
    agency('b', 'Dinas Sosial Kab. Tanah Bumbu'),
  ],
  ['both are abbreviated in the same way', PUPR, agency('b', 'Pekerjaan Umum', { shorts: ['PU'] })],
])('are alike if %s', (_why, a, b) => {
  expect([alike(a, b), alike(b, a)]).toEqual([true, true]);
});

it.each([
  ['different kinds of office', agency('a', 'Dinas Sosial'), agency('b', 'Badan Sosial')],
  ['different names without a short name', agency('a', 'Kecamatan Satui'), agency('b', 'Kecamatan Sungai Loban')],
  [
    'names of which one begins the other',
    agency('a', 'Dinas Perumahan'),
    agency('b', 'Dinas Perumahan dan Permukiman'),
  ],
])('are not alike: %s', (_why, a, b) => {
  expect([alike(a, b), alike(b, a)]).toEqual([false, false]);
});

it('says it of both or of neither, and of nobody that it looks like itself', () => {
  const name = fc.constantFrom('Dinas PU', 'PU', 'Badan PU', 'Dinas PU Kabupaten Banjar', 'Kec. Satui', 'Satui', '');
  const names = fc.array(name, { maxLength: 2 });
  const one = fc.record({ name, former: names, shorts: names });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 6 }), (given) => {
      const found = lookAlikes(given.map((fields, n) => ({ id: `a${n}`, ...fields })));
      for (const [id, others] of found) {
        expect(others).not.toContain(id);
        expect(new Set(others).size).toBe(others.length);
        for (const other of others) expect(found.get(other)).toContain(id);
      }
    }),
  );
});
