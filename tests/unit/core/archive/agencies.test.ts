import { describe, expect, it } from 'vitest';
import { knownAgencies } from '#core/archive/agencies.ts';
import { agencyNamed, documentOf } from '../../../support/archive-documents.ts';

const meeting = (id: string, date: string, ...agencies: ReturnType<typeof agencyNamed>[]) =>
  documentOf(id, { date, agencies });

describe('agencies of different meetings are the same', () => {
  it('with the same identifier, under whatever name, and are called as in the latest', () => {
    const { all, of } = knownAgencies([
      meeting('new', '2026-01-05', agencyNamed('x', 'Dinas PUPR', { short: 'PUPR' })),
      meeting(
        'old',
        '2022-01-05',
        agencyNamed('x', 'Dinas Pekerjaan Umum', { short: 'PU', head: 'Plt. Kepala Dinas' }),
      ),
    ]);
    expect(all).toMatchObject([
      {
        id: 'x',
        name: 'Dinas PUPR',
        former: ['Dinas Pekerjaan Umum'],
        shorts: ['PUPR', 'PU'],
        heads: ['Kepala Dinas', 'Plt. Kepala Dinas'],
      },
    ]);
    expect(of('x')).toBe(all[0]);
  });
  it('with the same name in another spelling, under other identifiers', () => {
    const { all, of } = knownAgencies([
      meeting('a', '2025-01-05', agencyNamed('one', 'Kec. Satui')),
      meeting('b', '2026-01-05', agencyNamed('two', 'KECAMATAN SATUI')),
    ]);
    expect(all).toMatchObject([{ id: 'two', ids: ['two', 'one'], former: [] }]);
    expect(of('one')).toBe(of('two'));
  });
  it('through a name that one of them had before', () => {
    const { all } = knownAgencies([
      meeting('a', '2021-01-05', agencyNamed('first', 'Dinas Pasar')),
      meeting('b', '2023-01-05', agencyNamed('second', 'Dinas Pasar')),
      meeting('c', '2026-01-05', agencyNamed('second', 'Dinas Perdagangan')),
    ]);
    expect(all.map(({ name, ids, former }) => [name, ids.toSorted(), former])).toEqual([
      ['Dinas Perdagangan', ['first', 'second'], ['Dinas Pasar']],
    ]);
  });
  it('where somebody said so', () => {
    const documents = [
      meeting('a', '2021-01-05', agencyNamed('one', 'Dinas Pasar'), agencyNamed('other', 'Dinas Sosial')),
      meeting('b', '2026-01-05', agencyNamed('two', 'Dinas Perdagangan')),
    ];
    const current = agencyNamed('reg', 'Dinas Perindustrian dan Perdagangan');
    const { all, of } = knownAgencies(documents, [{ current, ids: ['one', 'two'], names: ['Dinas Pasar'] }]);
    expect(all).toHaveLength(2);
    expect(of('one')).toMatchObject({
      name: current.name,
      former: ['Dinas Perdagangan', 'Dinas Pasar'],
    });
    expect(of('two')).toBe(of('one'));
    expect(of('reg')).toBe(of('one'));
  });
  it('and different ones stay apart', () => {
    const { all, of } = knownAgencies([
      meeting('a', '2026-01-05', agencyNamed('x', 'Dinas A'), agencyNamed('y', 'Dinas B')),
    ]);
    expect(all.map(({ name }) => name)).toEqual(['Dinas A', 'Dinas B']);
    expect(of('z')).toBeUndefined();
  });
});
