import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Findable, Found } from '#core/archive/search.ts';
import { isMisspelt, searchIndex } from '#core/archive/search-index.ts';

const thing = (key: string, text: string, given: Partial<Findable> = {}): Findable => ({
  key,
  kind: 'note',
  text,
  about: '',
  meetingId: 'a',
  itemId: null,
  noteId: key,
  followUpId: null,
  problemId: null,
  agencyId: null,
  meetingTitle: 'Rakor',
  date: '2026-01-05',
  agency: '',
  sample: false,
  author: null,
  noteKind: null,
  visibility: null,
  itemKind: null,
  standing: null,
  solved: null,
  meetingStatus: null,
  ...given,
});
const keysOf = (found: Found): string[] => found.groups.flatMap(({ hits }) => hits.map(({ key }) => key));

/** What is found for a text among some notes. */
function finding(things: readonly Findable[]) {
  const index = searchIndex();
  index.replace('all', things);
  return (text: string, limit = 50): string[] => keysOf(index.search(text, limit));
}

describe('a search', () => {
  const find = finding([
    thing('bridge', 'Jembatan gantung diperbaiki', { about: 'PUPR Dinas Pekerjaan Umum' }),
    thing('good', 'Sudah baik dan rapi'),
    thing('old', 'Perbaikan jalan desa', { date: '2022-03-01' }),
    thing('new', 'Perbaikan jalan desa', { date: '2026-03-01' }),
    thing('agency', 'Dinas Kesehatan', { kind: 'agency', about: 'Dinkes dr. Ratna', date: '' }),
  ]);

  it('finds words in any order, whatever their case, unfinished ones at the end', () => {
    expect(find('GANTUNG jemb')).toEqual(['bridge']);
    expect(find('jemb gantung')).toEqual([]);
  });
  it('finds akin words, those as written first, and no strangers', () => {
    expect(find('diperbaiki')).toEqual(['bridge', 'new', 'old']);
    expect(find('perbaikan')).toEqual(['new', 'old', 'bridge']);
    expect(find('baik')).toEqual(['good']);
  });
  it('puts what was said last first', () => expect(find('jalan')).toEqual(['new', 'old']));
  it('finds by the agency as well', () => {
    expect(find('pupr jembatan')).toEqual(['bridge']);
    expect(find('ratna')).toEqual(['agency']);
  });
  it('finds a long word that is misspelt, only when nothing else is found', () => {
    expect(find('jembatam')).toEqual(['bridge']);
    expect(find('jalam')).toEqual([]);
  });
  it('finds nothing for a letter, or for what is not there', () => {
    for (const text of ['', ' ', 'j', '!', 'antariksa', 'jalan gantung']) expect(find(text)).toEqual([]);
  });
  it('has at most so many of a kind, and says how many there are', () => {
    const index = searchIndex();
    index.replace(
      'all',
      Array.from({ length: 9 }, (_, n) => thing(`n${n}`, `jalan nomor ${n}`)),
    );
    expect(index.search('jalan', 4).groups).toMatchObject([{ kind: 'note', total: 9, hits: { length: 4 } }]);
  });
  it('marks the words, and shows by what an agency was found', () => {
    const index = searchIndex();
    index.replace('all', [thing('x', 'Dinas Kesehatan', { kind: 'agency', about: 'Dinkes dr. Ratna' })]);
    const [group] = index.search('ratn', 5).groups;
    expect(group?.hits).toMatchObject([
      { snippet: { marks: [] }, by: { text: 'Dinkes dr. Ratna', marks: [[11, 16]] } },
    ]);
    expect(index.search('kesehat', 5).groups[0]?.hits).toMatchObject([{ snippet: { marks: [[6, 15]] }, by: null }]);
  });
});

describe('after changes', () => {
  it('what is now of another day ranks by that day', () => {
    const index = searchIndex();
    const [one, other] = [
      thing('one', 'jalan', { date: '2022-01-03' }),
      thing('other', 'jalan', { date: '2024-01-08' }),
    ];
    index.replace('all', [one, other]);
    expect(keysOf(index.search('jalan', 5))).toEqual(['other', 'one']);
    index.replace('all', [{ ...one, date: '2026-01-05' }, other]);
    expect(keysOf(index.search('jalan', 5))).toEqual(['one', 'other']);
  });

  const WORDS = ['jalan', 'jembatan', 'perbaikan', 'sekolah', 'banjir', 'pasar'];
  const texts = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const source = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.array(fc.tuple(fc.nat(8), texts), { maxLength: 6 }));

  it('an index finds the same as one made anew, whatever was replaced before', () =>
    fc.assert(
      fc.property(fc.array(source, { maxLength: 12 }), fc.constantFrom(...WORDS, 'per', 'ja'), (changes, typed) => {
        const index = searchIndex();
        const now = new Map<string, Findable[]>();
        for (const [name, rows] of changes) {
          const byKey = new Map(rows.map(([n, text]) => [`${name}${n}`, thing(`${name}${n}`, text)]));
          now.set(name, [...byKey.values()]);
          index.replace(name, [...byKey.values()]);
        }
        const anew = finding([...now.values()].flat());
        expect(keysOf(index.search(typed, 100)).toSorted()).toEqual(anew(typed, 100).toSorted());
      }),
    ));
  it('thousands of changes leave nothing behind', () => {
    const index = searchIndex();
    for (let n = 0; n < 60; n += 1)
      index.replace(
        'a',
        Array.from({ length: 100 }, (_, k) => thing(`k${k}`, `catatan ke${n} nomor${k}`)),
      );
    expect(keysOf(index.search('ke58', 10))).toEqual([]);
    expect(index.search('ke59', 10).groups[0]?.total).toBe(100);
    expect(keysOf(index.search('ke59 nomor7', 10))).toContain('k7');
  });
});

it.each([
  ['jembatan', 'jembatam', true],
  ['jembatan', 'jembatn', true],
  ['jembatan', 'jembattan', true],
  ['jembatan', 'jemabtan', true],
  ['jembatan', 'jembatan', true],
  ['jembatan', 'jambatam', false],
  ['jembatan', 'jembat', false],
])('%s and %s differ in one letter at most: %s', (a, b, isSo) => {
  expect(isMisspelt(a, b)).toBe(isSo);
  expect(isMisspelt(b, a)).toBe(isSo);
});
