import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAgencyLines } from '#core/import/agency-lines.ts';
import { Agency } from '#core/model/agency.ts';

const names = (text: string): string[] => parseAgencyLines(text).agencies.map(({ name }) => name);

describe('a pasted list of agencies', () => {
  it('is read a line each, whatever ends the lines', () => {
    expect(names('Dinas A\r\nDinas B\rDinas C\nDinas D\vDinas E\u2028Dinas F')).toEqual(
      [...'ABCDEF'].map((letter) => `Dinas ${letter}`),
    );
  });

  it('has the short name and the title of the head behind tabs or semicolons', () => {
    expect(
      parseAgencyLines('Dinas Kesehatan\tDinkes\tKepala Dinas\nKecamatan Satui; Kec. Satui ;Camat').agencies,
    ).toEqual([
      { name: 'Dinas Kesehatan', short: 'Dinkes', head: 'Kepala Dinas' },
      { name: 'Kecamatan Satui', short: 'Kec. Satui', head: 'Camat' },
    ]);
  });

  it.each([
    ['1. Dinas Kesehatan'],
    ['12) Dinas Kesehatan'],
    ['3.Dinas Kesehatan'],
    ['7\tDinas Kesehatan'],
    ['7.\tDinas Kesehatan'],
    ['- Dinas Kesehatan'],
    ['   • Dinas Kesehatan'],
    ['– Dinas Kesehatan'],
  ])('loses its numbering and bullets: %j', (line) => expect(names(line)).toEqual(['Dinas Kesehatan']));

  it('passes over empty lines, bare bullets and drawn lines', () => {
    expect(names('\n  \n\t\nDinas A\n-\n----------\n1.\n•\n')).toEqual(['Dinas A']);
  });

  it('is empty for an empty text', () => {
    expect(parseAgencyLines('')).toEqual({ agencies: [], problems: [] });
    expect(parseAgencyLines(' \u200B\r\n\uFEFF')).toEqual({ agencies: [], problems: [] });
  });

  it('reports repeated names with their line, whatever their case and spacing', () => {
    const { agencies, problems } = parseAgencyLines('Dinas Sosial\n\nDINAS  SOSIAL\nDinas\u00a0Sosial\tDinsos');
    expect(agencies).toHaveLength(1);
    expect(problems).toEqual([
      { line: 3, text: 'DINAS SOSIAL', why: 'duplicate' },
      { line: 4, text: 'Dinas Sosial', why: 'duplicate' },
    ]);
  });

  it('drops invisible marks, which would make equal names differ', () => {
    const { agencies, problems } = parseAgencyLines(
      '\uFEFFDinas\u200B Sosial\nDinas So\u00ADsial\u200E\nDinas Sosial\u0007',
    );
    expect(agencies.map(({ name }) => name)).toEqual(['Dinas Sosial']);
    expect(problems.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('takes names with HTML and emoji as they are: text, never markup', () => {
    expect(names('<img src=x onerror=alert(1)>\nDinas 🏥 Kesehatan & Gizi')).toEqual([
      '<img src=x onerror=alert(1)>',
      'Dinas 🏥 Kesehatan & Gizi',
    ]);
  });

  it('reports a name that is too long, showing its beginning', () => {
    const { agencies, problems } = parseAgencyLines(`Dinas A\n${'x'.repeat(201)}\n${'y'.repeat(200)}`);
    expect(agencies).toHaveLength(2);
    expect(problems).toEqual([{ line: 2, text: 'x'.repeat(60), why: 'tooLong' }]);
  });

  it('reads 100.000 characters at once, in one line or in many', () => {
    expect(parseAgencyLines('x'.repeat(100_000)).problems).toHaveLength(1);
    expect(parseAgencyLines(' '.repeat(100_000)).agencies).toHaveLength(0);
    expect(parseAgencyLines('-\t'.repeat(50_000)).agencies).toHaveLength(0);
    const many = Array.from({ length: 5_000 }, (_, n) => `Dinas ke-${n}`).join('\n');
    expect(parseAgencyLines(many).agencies).toHaveLength(5_000);
  });

  it('cuts a short name without leaving half an emoji', () => {
    const [agency] = parseAgencyLines(`Dinas A\t${'x'.repeat(59)}🏥`).agencies;
    expect(agency?.short).toBe('x'.repeat(59));
  });

  it('only ever gives agencies that a meeting can hold, each once', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constantFrom('Dinas A', '1. dinas a', '\t;\t'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const { agencies } = parseAgencyLines(lines.join('\n'));
        for (const agency of agencies) expect(Agency.parse({ id: 'x', ...agency })).toEqual({ id: 'x', ...agency });
        const keys = agencies.map(({ name }) => name.toLocaleLowerCase('id'));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
