import { type Instant, instant } from '../time/units.ts';
import type { CivilDate } from '../time/zone.ts';
import type { AgencyId } from './agency.ts';
import type { AgencyPast } from './agency-past.ts';
import type { Found } from './carry.ts';
import { type Cited, citedIn, isCitedSo } from './cited.ts';
import { type Entry, REGISTER_ID } from './entry.ts';
import type { FollowUp } from './follow-up.ts';
import type { Meeting } from './meeting.ts';
import { type Matters, orderedIn } from './meeting-matters.ts';
import { mayReadFollowUp } from './note-readers.ts';
import { once } from './once.ts';
import { getOwn } from './own-properties.ts';
import { meetingsWithOtherPast, pastNews, type TurnMarks, turnMarks } from './past-news.ts';
import type { Problem } from './problem.ts';
import { begunIn, handedIn, type Register } from './register.ts';

/** A meeting, or the register. */
export type MatterDocument = Matters & Pick<Meeting, 'id' | 'agencies'>;

/** An entry as far as others need to know it: its subject and its time. */
interface Mention {
  readonly of: string;
  readonly at: Instant;
}

/** What a note decides of a follow-up or a problem, such as who may read it: a copy elsewhere follows them. */
export interface Marks {
  readonly private: boolean;
  /** Whether the projector may show it. */
  readonly shown: boolean;
  /** Whether a text or a document without internal notes may have it. */
  readonly public: boolean;
  /** Of a follow-up: how it is cited. */
  readonly cited?: Cited;
}

/** A follow-up or a problem that began in a document. */
interface Begun extends Marks {
  readonly orderedOn: CivilDate | null;
}

/** What a document has of its own: enough to see whether copies of it elsewhere are out of date. */
export interface OwnMatters {
  /** The entries that were made in it. */
  readonly entries: Readonly<Record<string, Mention>>;
  /** Its copies of entries of other documents. They count where that document is missing. */
  readonly copies: Readonly<Record<string, Mention & { readonly madeIn: string }>>;
  /** What notes decide of each follow-up and problem that began in it. */
  readonly records: Readonly<Record<string, Begun>>;
  /** The follow-ups and problems that it lists and that began elsewhere, with the day of that meeting. */
  readonly carried: Readonly<Record<string, CivilDate>>;
  /** Of a meeting: what was shown of each agency that presented. */
  readonly turns?: TurnMarks;
  /** Of the register: the deleted meetings of which it has everything. */
  readonly standsFor?: readonly string[];
}

/** The register has no notes, and says of which deleted meetings it has everything. */
function mattersOf(document: Meeting | Register): OwnMatters {
  const { id, agencies, followUps, problems, entries } = document;
  const notes = 'notes' in document ? document.notes : {};
  const all = Object.values(entries).map(({ id: own, subjectId: of, at, madeIn }) => ({ own, of, at, madeIn }));
  const listed = [...Object.values(followUps.items), ...Object.values(problems.items)];
  const born = listed.filter(({ origin }) => origin === null);
  return {
    entries: Object.fromEntries(all.flatMap(({ own, of, at, madeIn }) => (madeIn === id ? [[own, { of, at }]] : []))),
    copies: Object.fromEntries(
      all.flatMap(({ own, of, at, madeIn }) => (madeIn === id ? [] : [[own, { of, at, madeIn }]])),
    ),
    records: Object.fromEntries(
      born.map((record) => {
        const shown = mayReadFollowUp({ notes }, 'room', record);
        const isPublic = mayReadFollowUp({ notes }, 'public', record);
        const orderedOn = 'openedAt' in document ? orderedIn(document, record) : null;
        const cited = 'what' in record ? { cited: citedIn({ notes, agencies }, record) } : {};
        return [record.id, { private: record.private, shown, public: isPublic, ...cited, orderedOn }];
      }),
    ),
    carried: Object.fromEntries(listed.flatMap(({ id: own, origin }) => (origin === null ? [] : [[own, origin.date]]))),
    ...('discarded' in document ? { standsFor: handedIn(document) } : { turns: turnMarks(document) }),
  };
}

/** What an immutable document has of its own; it is looked at once, since one change may ask for a thousand follow-ups. */
export const ownMatters = once(mattersOf);

/** The same of all meetings of an archive, with those copies alone that count. The register is taken to be there. */
export function withCopiesThatCount(present: ReadonlyMap<string, OwnMatters>): Map<string, OwnMatters> {
  const counts = ({ madeIn }: OwnMatters['copies'][string]): boolean => madeIn !== REGISTER_ID && !present.has(madeIn);
  // Of the tens of thousands of copies of a whole archive hardly any counts: every start looks at them.
  const counting = ({ copies }: OwnMatters): OwnMatters['copies'] =>
    Object.values(copies).some(counts)
      ? Object.fromEntries(Object.entries(copies).filter(([, copy]) => counts(copy)))
      : {};
  return new Map([...present].map(([id, own]) => [id, { ...own, copies: counting(own) }]));
}

/** What happened elsewhere to the follow-ups and problems of a meeting since it was last open. */
export interface News {
  /** Entries that it lacks. */
  readonly entries: readonly Found<Entry>[];
  /** Its copies of entries that were undone where they were made. */
  readonly gone: readonly string[];
  /** Carried follow-ups and problems that others may read now, or no longer, or that are cited otherwise. */
  readonly marks: Readonly<Record<string, Marks>>;
  /** By agency, what is known of its last turn instead of an outdated copy. */
  readonly past: Readonly<Record<AgencyId, AgencyPast>>;
}

const recordIn = ({ followUps, problems }: Matters, id: string): FollowUp | Problem | undefined =>
  getOwn(followUps.items, id) ?? getOwn(problems.items, id);

const knows = (matters: Matters, subjectId: string): boolean => recordIn(matters, subjectId) !== undefined;

/** When something was said last, by subject. */
const timesIn = once(({ entries, copies }: OwnMatters): ReadonlyMap<string, number> => {
  const times = new Map<string, number>();
  for (const { of, at } of [...Object.values(entries), ...Object.values(copies)])
    times.set(of, Math.max(at, times.get(of) ?? at));
  return times;
});

/** When something was said of a subject last, in any of the documents; `null` if nothing was. */
export function lastHeard(present: Iterable<OwnMatters>, subjectId: string): Instant | null {
  const times = [...present].flatMap((own) => timesIn(own).get(subjectId) ?? []);
  return times.length === 0 ? null : instant(Math.max(...times));
}

/** Whether any of the documents lists a follow-up or a problem: one that began in it, or elsewhere. */
export const isListedIn = (present: Iterable<OwnMatters>, subjectId: string): boolean =>
  [...present].some(({ records, carried }) => Object.hasOwn(records, subjectId) || Object.hasOwn(carried, subjectId));

/** The day on which a subject was ordered at the earliest, as its own document says, else one that carries it; `null` if none does. */
export function orderedOn(present: Iterable<OwnMatters>, subjectId: string): CivilDate | null {
  let carried: CivilDate | null = null;
  for (const document of present) {
    const own = getOwn(document.records, subjectId);
    if (own !== undefined) return own.orderedOn;
    carried ??= getOwn(document.carried, subjectId) ?? null;
  }
  return carried;
}

/**
 * The follow-ups and problems that began in a meeting and that go with it. A meeting that is there twice has the same ones
 * in both: they stay while the other is there, or was handed over.
 * @param others what the other meetings have that are there
 * @param handedOver the register
 */
export function begunOnlyIn(
  meeting: Matters & Pick<Meeting, 'id'>,
  others: readonly OwnMatters[],
  handedOver: Matters | null,
): string[] {
  const isHanded = (id: string): boolean => {
    const record = handedOver === null ? undefined : recordIn(handedOver, id);
    return record !== undefined && record.origin?.meetingId !== meeting.id;
  };
  const isElsewhere = (id: string): boolean => others.some(({ records }) => Object.hasOwn(records, id)) || isHanded(id);
  return [...begunIn(meeting)].filter((id) => !isElsewhere(id));
}

/** Whether a meeting lists a follow-up or a problem that another one does not know. */
export const listsUnknownTo = (meeting: Matters, { records, carried }: OwnMatters): boolean =>
  [...Object.keys(records), ...Object.keys(carried)].some((id) => !knows(meeting, id));

/**
 * The documents that have to be read for the news of a meeting.
 * @param present what each other document has, by its id
 */
export function documentsWithNews(
  meeting: MatterDocument & Pick<Meeting, 'past' | 'continues' | 'status'>,
  present: ReadonlyMap<string, OwnMatters>,
): string[] {
  const otherPast = meetingsWithOtherPast(meeting, present);
  return [...present].flatMap(([id, { entries, copies }]) => {
    const counting = Object.entries(copies).filter(([, { madeIn }]) => madeIn !== meeting.id && !present.has(madeIn));
    const lacks = [...Object.entries(entries), ...counting].some(
      ([entryId, { of }]) => !Object.hasOwn(meeting.entries, entryId) && knows(meeting, of),
    );
    return (lacks || otherPast.has(id)) && id !== meeting.id ? [id] : [];
  });
}

/**
 * The news of a meeting. An entry counts as the document says in which it was made; copies count where that document is
 * missing.
 * @param read the documents of `documentsWithNews`, and any others
 */
export function newsOf(
  meeting: MatterDocument & Pick<Meeting, 'past' | 'continues' | 'status'>,
  present: ReadonlyMap<string, OwnMatters>,
  read: readonly (Meeting | MatterDocument)[],
): News {
  const entries = new Map<string, Found<Entry>>();
  const register = present.get(REGISTER_ID);
  const isStoodFor = (madeIn: string): boolean =>
    !present.has(madeIn) && madeIn !== meeting.id && register?.standsFor?.includes(madeIn) === true;
  for (const { id, agencies, entries: theirs } of read) {
    for (const value of Object.values(theirs)) {
      const isMissing = !present.has(value.madeIn) && value.madeIn !== meeting.id;
      const counts = value.madeIn === id || (isMissing && (id === REGISTER_ID || !isStoodFor(value.madeIn)));
      const isNew = !Object.hasOwn(meeting.entries, value.id) && knows(meeting, value.subjectId);
      if (counts && isNew && (value.madeIn === id || !entries.has(value.id)))
        entries.set(value.id, { value, agencies });
    }
  }
  const gone = Object.values(meeting.entries).flatMap(({ id, madeIn, subjectId }) => {
    const home = present.get(madeIn);
    // A meeting that was changed on two computers is there twice, and either may have what was said.
    const isSaid = [...present.values()].some(({ entries }) => Object.hasOwn(entries, id));
    const isUndone = home !== undefined || (isStoodFor(madeIn) && register?.copies[id] === undefined);
    const isGone = madeIn !== meeting.id && isUndone && !isSaid;
    return isGone || !knows(meeting, subjectId) ? [id] : [];
  });
  const changed = [...Object.values(meeting.followUps.items), ...Object.values(meeting.problems.items)].flatMap(
    (record): [string, Marks][] => {
      const own = record.origin === null ? undefined : present.get(record.origin.meetingId)?.records;
      const marks = own === undefined ? undefined : getOwn(own, record.id);
      if (marks === undefined) return [];
      const { private: isPrivate, shown, public: isPublic, cited } = marks;
      const isReadSo = isPrivate === record.private && shown === (record.shown ?? false) && isPublic === record.public;
      const isCited = cited === undefined || !('what' in record) || isCitedSo(record, meeting.agencies, cited);
      if (isReadSo && isCited) return [];
      return [[record.id, { private: isPrivate, shown, public: isPublic, ...(isCited ? {} : { cited }) }]];
    },
  );
  const meetings = read.filter((document) => 'presented' in document);
  return {
    entries: [...entries.values()],
    gone,
    marks: Object.fromEntries(changed),
    past: pastNews(meeting, present, meetings),
  };
}
