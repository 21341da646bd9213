import { describe, expect, it } from 'vitest';
import { settleAgencies } from '#core/import/agency-corrections.ts';
import { agencyEffects } from '#core/import/agency-effects.ts';
import { readAgencies } from '#core/import/agency-list.ts';
import { type KnownAgency, knownAgencies, type RememberedAgency, withHistory } from '#core/import/known-agencies.ts';
import type { ListedAgency } from '#core/model/agency.ts';
import { listedFrom } from '#core/model/listed-agencies.ts';

const agency = (id: string, name: string, short = '', head = ''): ListedAgency => ({
  id,
  name,
  short,
  head,
  inAgenda: true,
});
const met = (id: string, name: string, more: Partial<RememberedAgency> = {}): RememberedAgency => ({
  ...agency(id, name),
  ids: [id],
  former: [],
  shorts: [],
  ...more,
});
const LIST = [agency('a', 'Dinas Sosial', 'Dinsos', 'Kepala Dinas'), agency('b', 'Dinas Perikanan', 'Diskan')];

describe('an agency is recognised', () => {
  const index = (list: readonly KnownAgency[], remembered: readonly RememberedAgency[]) =>
    knownAgencies(withHistory(list, remembered));

  it('by the name that earlier meetings know, after it was renamed on the list', () => {
    const known = index([agency('a', 'Dinas Sosial dan Tenaga Kerja')], [met('a', 'Dinas Sosial')]);
    expect(known.byName('DINAS SOSIAL')?.name).toBe('Dinas Sosial dan Tenaga Kerja');
  });

  it('by a former name and a former short name, of the list or of earlier meetings alone', () => {
    const past = { former: ['Dinas Lama'], shorts: ['Disla'] };
    for (const known of [
      index([agency('x', 'Dinas Kini')], [met('z', 'Dinas Kini', past)]),
      index([], [met('z', 'Dinas Kini', past)]),
    ]) {
      expect(known.byName('Dinas Lama')?.name).toBe('Dinas Kini');
      expect(known.byShort('disla')?.name).toBe('Dinas Kini');
    }
  });

  it('not by a former name that two had, nor by one that is another’s name today', () => {
    const known = index(LIST, [
      met('a', 'Dinas Sosial', { former: ['Dinas Lama', 'Dinas Perikanan'], shorts: ['DL', 'Diskan'] }),
      met('b', 'Dinas Perikanan', { former: ['Dinas Lama'], shorts: ['DL'] }),
    ]);
    expect(known.byName('Dinas Lama')).toBeNull();
    expect(known.byShort('DL')).toBeNull();
    expect(known.byName('Dinas Perikanan')?.id).toBe('b');
    expect(known.byShort('Diskan')?.id).toBe('b');
  });

  it('by a short name that the meeting and the list both have', () => {
    expect(knownAgencies([...LIST, ...LIST]).byShort('Dinsos')?.id).toBe('a');
    expect(knownAgencies([...LIST, agency('c', 'Dinas Lain', 'Dinsos')]).byShort('Dinsos')).toBeNull();
  });
});

describe('what a pasted list does', () => {
  const settled = (text: string, known: readonly KnownAgency[]) => {
    const index = knownAgencies(known);
    return settleAgencies(readAgencies(text, index), new Map(), index);
  };

  it('is said of each row: new, changed or as before; and which agencies it does not name', () => {
    const list = [...LIST, agency('c', 'Inspektorat')];
    const text = 'Dinas Sosial;Dinsos;Plt. Kepala Dinas\nDINAS PERIKANAN\nDinas Pariwisata;Dispar';
    const { rows, counts, unnamed } = agencyEffects(settled(text, list).taken, list);
    expect([...rows.values()]).toEqual([
      { effect: 'changed', was: ['Kepala Dinas'] },
      { effect: 'same', was: [] },
      { effect: 'new', was: [] },
    ]);
    expect(counts).toEqual({ new: 1, changed: 1, same: 1 });
    expect(unnamed.map(({ id }) => id)).toEqual(['c']);
  });

  it('to an agency under its former name keeps its identifier', () => {
    const list = [agency('a', 'Dinas Sosial dan Tenaga Kerja', 'Dinsosnaker')];
    const known = withHistory(list, [met('a', 'Dinas Sosial', { shorts: ['Dinsos'] })]);
    const { taken } = settled('Dinas Sosial', known);
    expect(taken.map(({ calledHere }) => calledHere)).toEqual(['Dinas Sosial']);
    const after = listedFrom(
      taken.map(({ row }) => row),
      list,
      () => 'new',
    );
    expect(after).toEqual(list);
  });
});
