import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { digestOf } from '#core/archive/digest.ts';
import type { ArchiveDocument } from '#core/archive/documents.ts';
import type { Agency } from '#core/model/agency.ts';
import { type Entry, type EntryFields, REGISTER_ID } from '#core/model/entry.ts';
import { FOLLOW_UP_STATUS, type FollowUp } from '#core/model/follow-up.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { Problem } from '#core/model/problem.ts';
import { instant } from '#core/time/units.ts';

/** A document of an archive with nothing in it but what is given. */
export const documentOf = (id: string, given: Partial<ArchiveDocument> = {}): ArchiveDocument => ({
  id,
  title: `Rakor ${id}`,
  date: id === REGISTER_ID ? '' : '2026-01-05',
  seq: 1,
  sample: false,
  agencies: [],
  followUps: [],
  problems: [],
  entries: [],
  ...given,
});

/** A meeting's digest as main stores it. */
export const storedDigest = (meeting: Meeting): string =>
  JSON.stringify({ of: 'x', gzip: gzipSync(JSON.stringify(digestOf(meeting, 0))).toString('base64') });

export const agencyNamed = (id: string, name: string, given: Partial<Agency> = {}): Agency => ({
  ...{ id, name, short: '', head: 'Kepala Dinas' },
  ...given,
});

export const followUpOf = (id: string, given: Partial<FollowUp> = {}): FollowUp => ({
  id,
  what: `Arahan ${id}`,
  plan: '',
  pics: [],
  due: null,
  status: 'open',
  remark: '',
  doneOn: null,
  noteId: null,
  itemId: null,
  author: { kind: 'leader', role: 'bupati' },
  private: false,
  origin: null,
  ...given,
});

export const problemOf = (id: string, given: Partial<Problem> = {}): Problem => ({
  id,
  text: `Masalah ${id}`,
  agencyId: 'pupr',
  since: '2026-01-05',
  noteId: null,
  itemId: null,
  private: false,
  origin: null,
  ...given,
});

/** @param on the day of it, at noon */
export const entryOf = (
  id: string,
  subjectId: string,
  madeIn: string,
  fields: EntryFields = { status: 'inProgress' },
  on = '2026-01-06',
): Entry => ({ id, subjectId, at: instant(Date.parse(`${on}T12:00:00Z`)), on, madeIn, by: null, fields });

const IDS = ['a', 'b', 'c', REGISTER_ID];
const SUBJECTS = ['f1', 'f2', 'f3'];

/** Documents as several PCs may have them: copies with and without their originals, undone, older and newer. */
export const anyArchive: fc.Arbitrary<ArchiveDocument[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...IDS),
      seq: fc.nat(3),
      day: fc.integer({ min: 1, max: 9 }),
      entries: fc.uniqueArray(
        fc.tuple(
          fc.nat(5),
          fc.constantFrom(...SUBJECTS),
          fc.constantFrom(...IDS),
          fc.constantFrom(...FOLLOW_UP_STATUS),
        ),
        { maxLength: 5, selector: ([n]) => n },
      ),
      records: fc.uniqueArray(fc.tuple(fc.constantFrom(...SUBJECTS), fc.constantFrom(null, ...IDS)), {
        maxLength: 3,
        selector: ([id]) => id,
      }),
    }),
    { maxLength: 4, selector: ({ id }) => id },
  )
  .map((all) =>
    all.map(({ id, seq, day, entries, records }) =>
      documentOf(id, {
        seq,
        date: `2026-01-0${day}`,
        entries: entries.map(([n, subject, madeIn, status]) => entryOf(`e${n}`, subject, madeIn, { status })),
        followUps: records.map(([record, home]) =>
          followUpOf(record, {
            origin: home === null || home === id ? null : { meetingId: home, title: home, date: '2026-01-01' },
          }),
        ),
      }),
    ),
  );
