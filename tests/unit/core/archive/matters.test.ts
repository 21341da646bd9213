import { expect, it } from 'vitest';
import { knownAgencies } from '#core/archive/agencies.ts';
import type { ArchiveDocument } from '#core/archive/documents.ts';
import { mattersOf } from '#core/archive/matters.ts';
import { REGISTER_ID } from '#core/model/entry.ts';
import { agencyNamed, documentOf, entryOf, followUpOf, problemOf } from '../../../support/archive-documents.ts';

const TODAY = '2026-03-01';
const origin = { meetingId: 'a', title: 'Rakor a lama', date: '2026-01-05' };
const PUPR = agencyNamed('pupr', 'Dinas PUPR', { short: 'PUPR' });
const DINKES = agencyNamed('dinkes', 'Dinas Kesehatan', { short: 'Dinkes' });
const read = (documents: readonly ArchiveDocument[]) => mattersOf(documents, knownAgencies(documents), TODAY);

const ordered = followUpOf('f1', { pics: ['pupr'], due: '2026-02-01' });
const first = documentOf('a', { date: '2026-01-05', agencies: [PUPR, DINKES], followUps: [ordered] });
const second = documentOf('b', {
  date: '2026-01-19',
  agencies: [PUPR, DINKES],
  followUps: [{ ...ordered, origin }],
  entries: [
    entryOf('e1', 'f1', 'b', { extension: { due: '2026-04-01', answer: 'granted' } }, '2026-01-19'),
    entryOf('e2', 'f1', 'b', { pics: ['dinkes'], remark: 'Dialihkan' }, '2026-02-20'),
  ],
});

it('a follow-up is as its entries of all meetings make it, and cites where it was ordered', () => {
  expect(read([first]).followUps).toMatchObject([
    { standing: 'late', agencies: [{ short: 'PUPR' }], listed: 1, entryCount: 0, heardOn: null },
  ]);
  const [now] = read([second, first]).followUps;
  expect(now).toMatchObject({
    due: '2026-04-01',
    standing: 'onTrack',
    remark: 'Dialihkan',
    leader: 'bupati',
    agencies: [{ id: 'dinkes', name: 'Dinas Kesehatan', short: 'Dinkes' }],
    cite: { meetingId: 'a', title: 'Rakor a', date: '2026-01-05', isHere: true },
    listed: 2,
    entryCount: 2,
    heardOn: '2026-02-20',
  });
  expect(now).not.toHaveProperty('entries');
  expect(
    read([first, second])
      .entriesOf('f1')
      .map(({ id }) => id),
  ).toEqual(['e1', 'e2']);
});

it('whose meeting is missing, it cites it as its copy says', () => {
  expect(read([second]).followUps[0]?.cite).toEqual({ ...origin, isHere: false });
});

it('the register is no meeting that can be opened', () => {
  const kept = documentOf(REGISTER_ID, { followUps: [followUpOf('f2')] });
  expect(read([kept]).followUps[0]?.cite.isHere).toBe(false);
});

it('what was withdrawn is not listed', () => {
  const withdrawn = documentOf('b', { entries: [entryOf('e', 'f1', 'b', { withdrawn: true })] });
  expect(read([first, withdrawn]).followUps).toEqual([]);
});

it('an agency that no document explains keeps its identifier, and one under two identifiers is named once', () => {
  const twice = followUpOf('f3', { pics: ['gone', 'pupr', 'pu2'] });
  const document = documentOf('a', { agencies: [PUPR, { ...PUPR, id: 'pu2' }], followUps: [twice] });
  expect(read([document]).followUps[0]?.agencies.map(({ short }) => short)).toEqual(['gone', 'PUPR']);
});

it('a problem is counted once a meeting in which it was raised, until it is solved', () => {
  const problem = problemOf('p1');
  const copy = { ...problem, origin };
  const again = (id: string, on: string, fields: object = { recurred: true }): ArchiveDocument =>
    documentOf(id, {
      date: on,
      agencies: [PUPR],
      problems: [copy],
      entries: [entryOf(`e${id}`, 'p1', id, fields, on)],
    });
  const documents = [
    documentOf('a', { agencies: [PUPR], problems: [problem] }),
    again('b', '2026-01-19'),
    again('c', '2026-02-02'),
  ];
  expect(read(documents).problems).toMatchObject([
    { raised: 3, raisedOn: '2026-02-02', solved: false, agency: { short: 'PUPR' }, cite: { meetingId: 'a' } },
  ]);
  expect(read([...documents, again('d', '2026-02-16', { solved: true })]).problems).toMatchObject([
    { solved: true, solvedOn: '2026-02-16', raised: 3 },
  ]);
});
