import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOARD_SORTS, boardOf } from '#core/archive/board.ts';
import type { FollowUpMatter } from '#core/archive/matters.ts';
import { STANDINGS } from '#core/model/follow-up-now.ts';
import { ROLES } from '#core/model/roles.ts';
import { followUpOf } from '../../../support/archive-documents.ts';

const AGENCIES = [
  { id: 'dinkes', name: 'Dinas Kesehatan', short: 'Dinkes' },
  { id: 'pupr', name: 'Dinas PUPR', short: 'PUPR' },
] as const;

const matter = (id: string, given: Partial<FollowUpMatter> = {}): FollowUpMatter => ({
  ...followUpOf(id),
  evidence: '',
  extension: null,
  verifiedBy: null,
  withdrawn: false,
  cite: { meetingId: 'a', title: 'Rakor', date: '2026-01-05', isHere: true },
  agencies: [AGENCIES[0]],
  leader: 'bupati',
  standing: 'onTrack',
  listed: 1,
  entryCount: 0,
  heardOn: null,
  ...given,
});

const ALL = { agencyId: null, leader: null, standing: null, text: '' } as const;
const board = (matters: readonly FollowUpMatter[], given: Partial<Parameters<typeof boardOf>[1]> = {}) =>
  boardOf(matters, { filter: ALL, sort: 'due', limit: 100, ...given });
const idsOf = ({ rows }: ReturnType<typeof boardOf>): string[] => rows.map(({ id }) => id);

const SOME = [
  matter('done', { standing: 'done', due: '2025-01-01', agencies: [AGENCIES[1]] }),
  matter('soon', { standing: 'attention', due: '2026-03-05', leader: 'sekda' }),
  matter('never', { due: null, agencies: [], leader: null }),
  matter('late', { standing: 'late', due: '2026-02-01', what: 'Perbaiki jembatan', agencies: [...AGENCIES] }),
  matter('later', { standing: 'late', due: '2026-01-01', leader: 'wakil', agencies: [AGENCIES[1]] }),
];

describe('the board', () => {
  it.each([
    ['due', ['later', 'late', 'soon', 'never', 'done']],
    ['standing', ['later', 'late', 'soon', 'never', 'done']],
    ['agency', ['late', 'soon', 'later', 'done', 'never']],
    ['leader', ['late', 'done', 'later', 'soon', 'never']],
  ] as const)('is sorted by %s, late ones first', (sort, order) => expect(idsOf(board(SOME, { sort }))).toEqual(order));

  it('is filtered by agency, leader, standing and words', () => {
    const fitting = (filter: object): string[] => idsOf(board(SOME, { filter: { ...ALL, ...filter } })).toSorted();
    expect(fitting({ agencyId: 'pupr' })).toEqual(['done', 'late', 'later']);
    expect(fitting({ leader: 'sekda' })).toEqual(['soon']);
    expect(fitting({ standing: 'late' })).toEqual(['late', 'later']);
    expect(fitting({ text: 'JEMBAT perb' })).toEqual(['late']);
    expect(fitting({ text: 'dinkes jembatan' })).toEqual(['late']);
    expect(fitting({ text: 'embatan' })).toEqual([]);
  });

  it('counts what can be chosen, and everything for the charts', () => {
    const { total, counts, byAgency, byLeader } = board(SOME, {
      filter: { ...ALL, agencyId: 'pupr', standing: 'late' },
    });
    expect(total).toBe(2);
    expect(counts).toEqual({ late: 2, attention: 0, onTrack: 0, done: 1 });
    expect(byAgency).toEqual([
      { ...AGENCIES[0], counts: { late: 1, attention: 1, onTrack: 0, done: 0 } },
      { ...AGENCIES[1], counts: { late: 2, attention: 0, onTrack: 0, done: 1 } },
    ]);
    expect(byLeader.map(({ leader }) => leader)).toEqual(['bupati', 'wakil', 'sekda', null]);
  });

  it('has at most as many rows as asked for, and says how many there are', () => {
    const { rows, total } = board(SOME, { limit: 2 });
    expect([rows.length, total]).toEqual([2, 5]);
  });
});

const anyMatter = fc
  .record({
    id: fc.uuid(),
    standing: fc.constantFrom(...STANDINGS),
    due: fc.constantFrom(null, '2026-01-01', '2026-02-01'),
    leader: fc.constantFrom(null, ...ROLES),
    agencies: fc.subarray([...AGENCIES]),
  })
  .map(({ id, ...given }) => matter(id, given));

it('whatever it is of, each follow-up is there once, late ones before others of their like', () =>
  fc.assert(
    fc.property(fc.array(anyMatter), fc.constantFrom(...BOARD_SORTS), (matters, sort) => {
      const found = board(matters, { sort, limit: 1_000 });
      expect(idsOf(found).toSorted()).toEqual(matters.map(({ id }) => id).toSorted());
      const groupOf = (one: FollowUpMatter): string =>
        sort === 'agency' ? (one.agencies[0]?.id ?? '') : sort === 'leader' ? String(one.leader) : '';
      for (const group of new Set(matters.map(groupOf))) {
        const late = found.rows.filter((one) => groupOf(one) === group).map(({ standing }) => standing === 'late');
        expect(late).toEqual(late.toSorted((a, b) => Number(b) - Number(a)));
      }
      expect(idsOf(board(matters.toReversed(), { sort, limit: 1_000 }))).toEqual(idsOf(found));
    }),
  ));
