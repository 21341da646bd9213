import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { settleAgencies } from '#core/import/agency-corrections.ts';
import { PASTE_MAX, readAgencies } from '#core/import/agency-list.ts';
import { knownAgencies } from '#core/import/known-agencies.ts';
import { AgencyRows, agencyKey } from '#core/model/agency.ts';
import { AGENCIES_MAX } from '#core/model/lengths.ts';
import { agencyRows } from '../../../support/agency-rows.ts';
import { anyCharacter } from '../../../support/any-character.ts';

const names = (text: string): string[] => agencyRows(text).map(({ name }) => name);
const nobody = knownAgencies([]);

describe('a pasted list of agencies', () => {
  it('is empty for an empty text', () => {
    for (const text of ['', ' \u200B\r\n\uFEFF', ' \n-\n----\n•\n', '-\t'.repeat(1_000)])
      expect(names(text)).toEqual([]);
  });

  it('reads names with HTML and emoji as they are: text, never markup', () => {
    expect(names('Dinas <img src=x onerror=alert(1)>\nDinas 🏥 Kesehatan & Gizi')).toEqual([
      'Dinas <img src=x onerror=alert(1)>',
      'Dinas 🏥 Kesehatan & Gizi',
    ]);
  });

  it('drops invisible marks, which would make equal names differ', () => {
    expect(names('\uFEFFDinas\u200B Sosial\nDinas So\u00ADsial\u200E\nDinas Sosial\u0007')).toEqual(['Dinas Sosial']);
  });

  it('reads a short name after a semicolon although the names have the same number of commas in every line', () => {
    const long = 'Dinas Pemberdayaan Perempuan, Perlindungan Anak dan Keluarga Berencana';
    const read = agencyRows(`${long}; DP3AP2KB\n${long} II`);
    expect(read.map(({ name, short }) => [name, short])).toEqual([
      [long, 'DP3AP2KB'],
      [`${long} II`, expect.anything()],
    ]);
  });

  it('cuts a short name without leaving half an emoji', () => {
    const [agency] = agencyRows(`Nama;Singkatan\nDinas A;${'x'.repeat(59)}🏥`);
    expect(agency?.short).toBe('x'.repeat(59));
  });

  it('only ever gives agencies that a meeting can hold, each once', () => {
    const line = fc.oneof(
      fc.string({ unit: anyCharacter, maxLength: 80 }),
      fc.constantFrom('Dinas A', '1. dinas a', '\t;\t', 'A,B', '"', 'Nama;Jabatan'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const rows = agencyRows(lines.join('\n'));
        expect(AgencyRows.parse(rows)).toEqual(rows);
        expect(new Set(rows.map(({ name }) => agencyKey(name))).size).toBe(rows.length);
      }),
    );
  });

  it('loses no row: each is used or rejected with a reason', () => {
    const line = fc.constantFrom('Dinas A', 'KECAMATAN:', '7', 'Dinas A;DA', 'Jumlah', 'x'.repeat(300), 'Nama SKPD');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const reading = readAgencies(lines.join('\n'), nobody);
        const { taken, left } = settleAgencies(reading, new Map(), nobody);
        expect([...taken, ...left].map((row) => row.line).toSorted((a, b) => a - b)).toEqual(
          lines.map((_, n) => n + 1),
        );
      }),
    );
  });

  const word = fc.constantFrom(
    'Sosial',
    'Kesehatan',
    'Perumahan, Permukiman',
    'Pemuda "Maju"',
    'Satui; Angsana',
    'A|B',
  );
  const agency = fc.record({
    name: fc.tuple(fc.constantFrom('Dinas', 'Badan', 'Kecamatan'), word).map((parts) => parts.join(' ')),
    short: fc.constantFrom('', 'Dinsos', 'BP, K', 'D "P"'),
    head: fc.constantFrom('', 'Kepala Dinas', 'Plt. Camat; merangkap'),
  });

  it('written by papaparse in any dialect is read back as it was', () => {
    const agencies = fc.uniqueArray(agency, { minLength: 1, maxLength: 6, selector: ({ name }) => agencyKey(name) });
    const options = fc.record({
      delimiter: fc.constantFrom('\t', ';', ',', '|'),
      newline: fc.constantFrom('\r\n', '\n', '\r'),
      quotes: fc.constant(true),
      header: fc.constant(true),
    });
    const header = fc.constantFrom<string[]>(
      ['No', 'Nama SKPD', 'Singkatan', 'Jabatan'],
      ['No.', 'Agency', 'Short name', 'Title'],
    );
    fc.assert(
      fc.property(agencies, options, header, (rows, dialect, fields) => {
        const data = rows.map(({ name, short, head }, n) => [n + 1, name, short, head]);
        expect(agencyRows(Papa.unparse({ fields, data }, dialect))).toEqual(
          rows.map((row) => ({ ...row, person: '' })),
        );
      }),
    );
  });
});

describe('a text that is no list', () => {
  it('is not read at all when it is longer than any list', () => {
    expect(readAgencies('x'.repeat(PASTE_MAX + 1), nobody)).toEqual({ lines: [], isTooLarge: true });
  });

  it('gives no more agencies than a list holds, and says which are left', () => {
    const text = Array.from({ length: AGENCIES_MAX + 2 }, (_, n) => `Dinas Nomor ${n}`).join('\n');
    const { taken, left } = settleAgencies(readAgencies(text, nobody), new Map(), nobody);
    expect([taken.length, left.map(({ why }) => why)]).toEqual([AGENCIES_MAX, ['tooMany', 'tooMany']]);
  });

  const ordinary = Array.from({ length: 1_000 }, (_, n) => `${n};Dinas Nomor ${n};DN${n};Kepala Dinas\n`).join('');
  /** The time that reading a text takes, the less of two: what else the machine does only adds to it. */
  const cost = (text: string): number => {
    const index = knownAgencies([]);
    return Math.min(
      ...[0, 1].map(() => {
        const from = performance.now();
        settleAgencies(readAgencies(text, index), new Map(), index);
        return performance.now() - from;
      }),
    );
  };

  it.each<[string, string]>([
    ['names without end', 'Nama yang lain\n'],
    ['quotes that nothing closes', '"a;"b\n'],
    ['doubled quotes', '"";'],
    ['one line of words', 'kata, '],
    ['spaces', '     '],
    ['brackets', '(('],
    ['tabs', '1\t'],
  ])('takes no longer than an ordinary list of its length would: %s', (_what, part) => {
    const long = part.repeat(Math.ceil(ordinary.length / part.length));
    // What is read in the square of the length takes dozens of times as long.
    expect(cost(long) / cost(ordinary)).toBeLessThan(4);
    expect(cost(part.repeat(1_000_000 / part.length)) / cost(ordinary)).toBeLessThan(1);
  });
});
