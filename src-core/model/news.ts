import { type Instant, instant } from '../time/units.ts';
import type { CivilDate } from '../time/zone.ts';
import type { AgencyId } from './agency.ts';
import type { AgencyPast } from './agency-past.ts';
import type { Found } from './carry.ts';
import { type Cited, citedIn, citedSoIn } from './cited.ts';
import { type Entry, REGISTER_ID } from './entry.ts';
import type { FollowUp, FollowUpStatus } from './follow-up.ts';
import type { Meeting } from './meeting.ts';
import { type Matters, orderedIn } from './meeting-matters.ts';
import { mayReadFollowUp } from './note-readers.ts';
import { once } from './once.ts';
import { getOwn } from './own-properties.ts';
import { meetingsWithOtherPast, pastNews, type TurnMarks, turnMarks } from './past-news.ts';
import type { Problem } from './problem.ts';
import { begunIn, handedIn, type Register } from './register.ts';
import type { SameAgency } from './take-agency.ts';

/** A meeting, or the register. */
export type MatterDocument = Matters & Pick<Meeting, 'id' | 'agencies'>;

/** An entry as far as others need to know it: its subject, its time, and what it says of whether that is left open. */
export interface Mention {
  readonly of: string;
  readonly at: Instant;
  readonly status?: FollowUpStatus;
  readonly withdrawn?: boolean;
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
  /** Its copies of entries of other documents, by the document in which they were made. They count where that is missing. */
  readonly copies: Readonly<Record<string, Readonly<Record<string, Mention>>>>;
  /** What notes decide of each follow-up and problem that began in it. */
  readonly records: Readonly<Record<string, Begun>>;
  /** The follow-ups and problems that it lists and that began elsewhere, with the day of that meeting. */
  readonly carried: Readonly<Record<string, CivilDate>>;
  /** The follow-ups that it lists. */
  readonly followUps: readonly string[];
  /** With which status they were ordered, of those that were not open then. */
  readonly begunAs: Readonly<Record<string, FollowUpStatus>>;
  /** Of a meeting that has not begun: the one before it, of which it takes what is left open late. */
  readonly continues?: string;
  /** How it calls each agency: others may have another one under that identifier. */
  readonly agencies: Readonly<Record<AgencyId, string>>;
  /** Of a meeting: what was shown of each agency that presented. */
  readonly turns?: TurnMarks;
  /** Of the register: the deleted meetings of which it has everything. */
  readonly standsFor?: readonly string[];
}

const mapped = <A, B>(of: Readonly<Record<string, A>>, to: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, to(value)]));

const mentionOf = ({ subjectId, at, fields: { status, withdrawn } }: Entry): Mention => ({
  of: subjectId,
  at,
  ...(status === undefined ? {} : { status }),
  ...(withdrawn === undefined ? {} : { withdrawn }),
});

const continued = ({ status, continues }: Meeting): Pick<OwnMatters, 'continues'> =>
  status === 'prepared' && continues !== null ? { continues } : {};

/** The register has no notes, and says of which deleted meetings it has everything. */
function mattersOf(document: Meeting | Register): OwnMatters {
  const { id, agencies, followUps, problems, entries } = document;
  const notes = 'notes' in document ? document.notes : {};
  const mentions = new Map<string, [string, Mention][]>();
  for (const entry of Object.values(entries)) {
    const made = mentions.get(entry.madeIn) ?? [];
    made.push([entry.id, mentionOf(entry)]);
    mentions.set(entry.madeIn, made);
  }
  const copied = [...mentions].filter(([madeIn]) => madeIn !== id);
  const listed = [...Object.values(followUps.items), ...Object.values(problems.items)];
  const born = listed.filter(({ origin }) => origin === null);
  return {
    entries: Object.fromEntries(mentions.get(id) ?? []),
    copies: Object.fromEntries(copied.map(([madeIn, made]) => [madeIn, Object.fromEntries(made)])),
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
    followUps: followUps.order.filter((own) => Object.hasOwn(followUps.items, own)),
    begunAs: Object.fromEntries(
      Object.values(followUps.items).flatMap(({ id: own, status }) => (status === 'open' ? [] : [[own, status]])),
    ),
    agencies: mapped(agencies, ({ name }) => name),
    ...('discarded' in document
      ? { standsFor: handedIn(document) }
      : { turns: turnMarks(document), ...continued(document) }),
  };
}

/** What an immutable document has of its own; it is looked at once, since one change may ask for a thousand follow-ups. */
export const ownMatters = once(mattersOf);

/**
 * The same as it is stored: of the tens of thousands of copies of an archive hardly any counts, and every start reads them,
 * so that those made in one document are one text, which is read only if it is needed.
 */
export interface StoredMatters extends Omit<OwnMatters, 'copies'> {
  readonly copies: Readonly<Record<string, string>>;
}

export const toBeStored = (own: OwnMatters): StoredMatters => ({
  ...own,
  copies: mapped(own.copies, (made) => JSON.stringify(made)),
});

/**
 * What all meetings of an archive have of their own, with those copies alone that count.
 * @param read the text of some of them
 */
export function withCopiesThatCount(
  present: ReadonlyMap<string, StoredMatters>,
  isRegisterThere: boolean,
  read: (text: string) => OwnMatters['entries'],
): Map<string, OwnMatters> {
  const counts = (madeIn: string): boolean => (madeIn === REGISTER_ID ? !isRegisterThere : !present.has(madeIn));
  const counting = ({ copies }: StoredMatters): OwnMatters['copies'] =>
    mapped(Object.fromEntries(Object.entries(copies).filter(([madeIn]) => counts(madeIn))), read);
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
  for (const made of [entries, ...Object.values(copies)])
    for (const { of, at } of Object.values(made)) times.set(of, Math.max(at, times.get(of) ?? at));
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
  isSame?: SameAgency,
): string[] {
  const otherPast = meetingsWithOtherPast(meeting, present, isSame);
  return [...present].flatMap(([id, { entries, copies }]) => {
    const counting = Object.entries(copies).flatMap(([madeIn, made]) =>
      madeIn !== meeting.id && !present.has(madeIn) ? [made] : [],
    );
    const lacks = [entries, ...counting].some((made) =>
      Object.entries(made).some(([entryId, { of }]) => !Object.hasOwn(meeting.entries, entryId) && knows(meeting, of)),
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
  isSame?: SameAgency,
): News {
  const entries = new Map<string, Found<Entry>>();
  const register = present.get(REGISTER_ID);
  const isStoodFor = (madeIn: string): boolean =>
    !present.has(madeIn) && madeIn !== meeting.id && register?.standsFor?.includes(madeIn) === true;
  const isHanded = (madeIn: string, id: string): boolean =>
    register !== undefined && Object.hasOwn(getOwn(register.copies, madeIn) ?? {}, id);
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
    const isUndone = home !== undefined || (isStoodFor(madeIn) && !isHanded(madeIn, id));
    const isGone = madeIn !== meeting.id && isUndone && !isSaid;
    return isGone || !knows(meeting, subjectId) ? [id] : [];
  });
  const isCitedSo = citedSoIn(meeting.agencies, isSame);
  const changed = [...Object.values(meeting.followUps.items), ...Object.values(meeting.problems.items)].flatMap(
    (record): [string, Marks][] => {
      const home = record.origin === null ? undefined : present.get(record.origin.meetingId);
      const marks = home === undefined ? undefined : getOwn(home.records, record.id);
      if (home === undefined || marks === undefined) return [];
      const { private: isPrivate, shown, public: isPublic, cited } = marks;
      const isReadSo = isPrivate === record.private && shown === (record.shown ?? false) && isPublic === record.public;
      const isCited = cited === undefined || !('what' in record) || isCitedSo(record, cited, home.agencies);
      if (isReadSo && isCited) return [];
      return [[record.id, { private: isPrivate, shown, public: isPublic, ...(isCited ? {} : { cited }) }]];
    },
  );
  const meetings = read.filter((document) => 'presented' in document);
  return {
    entries: [...entries.values()],
    gone,
    marks: Object.fromEntries(changed),
    past: pastNews(meeting, present, meetings, isSame),
  };
}
