import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasAgencyHeader } from '#core/import/agency-columns.ts';
import { readAgencies } from '#core/import/agency-list.ts';
import { knownAgencies } from '#core/import/known-agencies.ts';
import { settleLeaders } from '#core/import/leader-changes.ts';
import { hasLeaderHeader, readLeaders } from '#core/import/leader-list.ts';
import { LIST_FORMATS, type ListFormat } from '#core/minutes/documents.ts';
import { agencyKey, type ListedAgency } from '#core/model/agency.ts';
import { emptyLeader, emptyLeaders, type Leader, ROLES } from '#core/model/roles.ts';
import { firstSettings } from '#core/model/settings.ts';
import { documentTexts } from '#main/documents/texts.ts';
import { listFileName } from '#main/exports/file-name.ts';
import { listFile } from '#main/exports/list-tables.ts';
import { SAMPLE_AGENCIES } from '#main/sample/agencies.ts';
import { readListFile } from '#renderer/desk/meeting/lists/read-list-file.ts';

const settings = firstSettings(SAMPLE_AGENCIES);
const LOCALES = ['id', 'en'] as const;
const t = documentTexts('id');

/** Words as people write them, and what a spreadsheet would calculate or take for another cell. */
const word = fc.constantFrom(
  ...['Ali', 'H.', 'Dr.', 'M.Si.', '=1+1', '+62', '-5', '@SUM(A1)', 'a;b', 'c,=d', '"kutip"', "'lain", '1.', '(IV/c)'],
  ...['\uFF1D1', '_x0041_', 'constructor', 'a\u00E9\u{1F3D7}'],
);
const words = fc.array(word, { maxLength: 4 }).map((some) => some.join(' '));

const leaders: fc.Arbitrary<Leader[]> = fc
  .array(
    fc.record({
      name: words,
      acting: fc.constantFrom('', 'Plt. ', 'Plh. ', 'Pj. ', 'pjs '),
      office: words,
      rank: words,
      nip: fc.constantFrom('', '19700101 199503 1 001', '198002022005012003', '1970'),
    }),
    { minLength: ROLES.length, maxLength: ROLES.length },
  )
  .map((some) =>
    some.map(({ acting, ...fields }, index) => ({
      ...emptyLeader(ROLES[index] ?? 'bupati'),
      ...fields,
      // A name begins with a letter: a number before it is that of the list, and "-" alone says nothing.
      name: fields.name === '' ? '' : `Ny. ${fields.name}`,
      office: fields.office === '' ? '' : `${acting}Sebutan ${fields.office}`,
    })),
  );

async function readBack(
  given: { leaders?: readonly Leader[]; agencies?: readonly ListedAgency[]; locale?: 'id' | 'en' },
  format: ListFormat,
): Promise<string> {
  const list = given.leaders === undefined ? 'agencies' : 'leaders';
  const lists = { ...settings, ...given, leaders: [...(given.leaders ?? [])], agencies: [...(given.agencies ?? [])] };
  const bytes = await listFile(lists, list, format);
  const header = list === 'leaders' ? hasLeaderHeader : hasAgencyHeader;
  return (await readListFile(new Blob([Uint8Array.from(bytes)]), header)).text;
}

const settle = (text: string, present: readonly Leader[]) =>
  settleLeaders(readLeaders(text), new Map(), present, (role) => t(`domain:role.${role}`));

const plainNip = (nip: string): string => nip.replaceAll(' ', '');

describe.each(LIST_FORMATS)('the leaders as %s', (format) => {
  it('are read again by the import, and nothing changes', async () => {
    await fc.assert(
      fc.asyncProperty(leaders, fc.constantFrom(...LOCALES), async (own, locale) => {
        const { taken, left, leaders: after } = settle(await readBack({ leaders: own, locale }, format), own);
        expect(taken.map(({ effect, changes }) => [effect, changes])).toEqual(own.map(() => ['same', []]));
        expect(left.map(({ why }) => why)).toEqual(['header']);
        expect(after).toEqual(own);
      }),
      { numRuns: 20 },
    );
  });

  it('come whole onto a computer that knows none', async () => {
    await fc.assert(
      fc.asyncProperty(leaders, async (some) => {
        const own = some.map((leader) => ({ ...leader, nip: leader.nip === '1970' ? '' : leader.nip }));
        const { leaders: after, wrong } = settle(await readBack({ leaders: own }, format), emptyLeaders());
        expect(wrong).toBe(0);
        const comparable = (list: readonly Leader[]) => list.map((one) => ({ ...one, nip: plainNip(one.nip) }));
        expect(comparable(after)).toEqual(comparable(own));
      }),
      { numRuns: 20 },
    );
  });
});

describe.each(LIST_FORMATS)('the agencies as %s', (format) => {
  const rowsOf = (agencies: readonly ListedAgency[]) =>
    agencies.map(({ name, short, head }) => ({ name, short, head }));
  const read = (text: string, known: readonly ListedAgency[]) => readAgencies(text, knownAgencies(known)).lines;

  it.each(LOCALES)('are read again by the import, in the language %s', async (locale) => {
    const lines = read(await readBack({ agencies: SAMPLE_AGENCIES, locale }, format), []);
    const used = lines.filter(({ left }) => left === null);
    expect(used.map(({ row: { name, short, head } }) => ({ name, short, head }))).toEqual(rowsOf(SAMPLE_AGENCIES));
    expect(lines.flatMap(({ left }) => left ?? [])).toEqual(['header']);
  });

  it('keep words that look like a formula or like another cell', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 8 }), async (some) => {
        const agencies = some.map(([name, short], index): ListedAgency => {
          // Two spellings of one name are one agency.
          const whole = `Dinas ${'abcdefgh'[index]} ${name}`.trim();
          return { id: `${index}`, name: whole, short: short && `S ${short}`, head: 'Kepala Dinas', inAgenda: true };
        });
        fc.pre(new Set(agencies.map(({ name }) => agencyKey(name))).size === agencies.length);
        const used = read(await readBack({ agencies }, format), agencies).filter(({ left }) => left === null);
        expect(used.map(({ row: { name, short, head } }) => ({ name, short, head }))).toEqual(rowsOf(agencies));
      }),
      { numRuns: 20 },
    );
  });
});

describe('the file of a list', () => {
  it('is named after the list and the day', () => {
    expect(listFileName(settings, 'agencies', 'xlsx', '2021-05-17')).toBe('Daftar Perangkat Daerah 2021-05-17.xlsx');
    expect(listFileName({ ...settings, locale: 'en' }, 'leaders', 'csv', '2021-05-17')).toBe(
      'List of Leaders 2021-05-17.csv',
    );
  });
});
