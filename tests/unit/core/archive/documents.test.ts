import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArchiveDocument, unionOfEntries, unionOfFollowUps, unionOfProblems } from '#core/archive/documents.ts';
import { REGISTER_ID } from '#core/model/entry.ts';
import { anyArchive, documentOf, entryOf, followUpOf, problemOf } from '../../../support/archive-documents.ts';

const from = (meetingId: string) => ({ meetingId, title: `Rakor ${meetingId}`, date: '2026-01-05' });
const ids = (found: readonly { readonly id: string }[]): string[] => found.map(({ id }) => id).toSorted();
const recordIds = (documents: readonly ArchiveDocument[]): string[] =>
  ids(unionOfFollowUps(documents).map(({ record }) => record));

describe('an entry', () => {
  const made = entryOf('e1', 'f1', 'a');
  const copied = documentOf('b', { entries: [made] });

  it('counts once, however many meetings copied it', () =>
    expect(
      unionOfEntries([documentOf('a', { entries: [made] }), copied, documentOf('c', { entries: [made] })]),
    ).toEqual([made]));
  it('that was undone where it was made is undone everywhere', () =>
    expect(unionOfEntries([documentOf('a'), copied])).toEqual([]));
  it('counts from a copy where its document is missing', () => expect(unionOfEntries([copied])).toEqual([made]));
  it('of a deleted meeting that was handed over counts as the register has it, until the meeting is there again', () => {
    const register = documentOf(REGISTER_ID, { standsFor: ['a'] });
    const handed = documentOf(REGISTER_ID, { standsFor: ['a'], entries: [made] });
    expect(unionOfEntries([copied, register])).toEqual([]);
    expect(unionOfEntries([copied, handed])).toEqual([made]);
    expect(unionOfEntries([copied, handed, documentOf('a')])).toEqual([]);
    expect(unionOfEntries([copied, register, documentOf('a', { entries: [made] })])).toEqual([made]);
  });
  it('made between meetings counts from the register, or from copies without it', () => {
    const between = entryOf('e2', 'f1', REGISTER_ID);
    const copy = documentOf('b', { entries: [between] });
    expect(unionOfEntries([copy])).toEqual([between]);
    expect(unionOfEntries([copy, documentOf(REGISTER_ID, { entries: [between] })])).toEqual([between]);
    expect(unionOfEntries([copy, documentOf(REGISTER_ID)])).toEqual([]);
  });
});

describe('a follow-up', () => {
  const born = followUpOf('f1', { what: 'Perbaiki jembatan' });
  const carried = { ...born, itemId: null, origin: from('a') };

  it('is one, however many meetings carry it, and is read where it was ordered', () => {
    const later = documentOf('b', { date: '2026-02-02', followUps: [carried] });
    const documents = [later, documentOf('a', { followUps: [born] })];
    expect(unionOfFollowUps(documents)).toMatchObject([{ record: born, home: 'a', listed: 2 }]);
  });
  it('is read from a copy where that meeting is missing', () =>
    expect(unionOfFollowUps([documentOf('b', { followUps: [carried] })])).toMatchObject([
      { record: carried, home: 'a', listed: 1 },
    ]));
  it('that was undone where it was ordered stays as long as another meeting lists it', () =>
    expect(recordIds([documentOf('a'), documentOf('b', { followUps: [carried] })])).toEqual(['f1']));
  it('is one in a meeting and its twin that was imported', () =>
    expect(recordIds([documentOf('a', { followUps: [born] }), documentOf('twin', { followUps: [born] })])).toEqual([
      'f1',
    ]));
  it('and so is a problem', () => {
    const problem = problemOf('p1');
    const copy = { ...problem, origin: from('a') };
    const documents = [documentOf('a', { problems: [problem] }), documentOf('b', { problems: [copy] })];
    expect(unionOfProblems(documents)).toMatchObject([{ record: problem, home: 'a', listed: 2 }]);
  });
});

describe('over any archives', () => {
  const shuffled = fc.tuple(anyArchive, fc.nat()).map(([documents, seed]) => {
    const turned = [
      ...documents.slice(seed % (documents.length + 1)),
      ...documents.slice(0, seed % (documents.length + 1)),
    ];
    return [documents, seed % 2 === 0 ? turned : turned.toReversed()] as const;
  });

  it('the order in which documents are found changes nothing', () =>
    fc.assert(
      fc.property(shuffled, ([documents, others]) => {
        const read = (all: readonly ArchiveDocument[]) => ({
          entries: unionOfEntries(all).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
          followUps: unionOfFollowUps(all).toSorted((a, b) => (a.record.id < b.record.id ? -1 : 1)),
          problems: unionOfProblems(all).toSorted((a, b) => (a.record.id < b.record.id ? -1 : 1)),
        });
        expect(read(others)).toEqual(read(documents));
      }),
    ));
  it('nothing is there twice', () =>
    fc.assert(
      fc.property(anyArchive, (documents) => {
        for (const found of [ids(unionOfEntries(documents)), recordIds(documents)])
          expect(new Set(found).size).toBe(found.length);
      }),
    ));
});
