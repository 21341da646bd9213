import type { Agency } from '../model/agency.ts';
import type { AgendaItem, ItemId } from '../model/agenda-item.ts';
import { type Entry, inTime } from '../model/entry.ts';
import type { FollowUp } from '../model/follow-up.ts';
import { type Meeting, orderedItems } from '../model/meeting.ts';
import { notesOf, withCite } from '../model/meeting-notes.ts';
import type { Note } from '../model/note.ts';
import { hasPresented, toldTurn } from '../model/presented.ts';
import type { Problem } from '../model/problem.ts';
import type { Leader } from '../model/roles.ts';
import { type Sheet, sheetIsEmpty } from '../model/sheet.ts';
import type { Duration, Instant } from '../time/units.ts';

/** Raised when the form of a digest, or how it is made, changes: every digest is made again then. */
export const DIGEST_FORM = 6;

/** Whether an agency came: its head or who acts for it, somebody on behalf of the head, or nobody. */
export const ATTENDANCE = ['present', 'represented', 'absent'] as const;
export type Attendance = (typeof ATTENDANCE)[number];

/** An item of the agenda, as far as it is read across meetings. */
export interface DigestTurn extends Pick<AgendaItem, 'kind' | 'agencyId' | 'title' | 'presenter' | 'status'> {
  readonly itemId: ItemId;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
  /** Presented, ms. */
  readonly spent: Duration;
  /** Planned length when it was called, ms; `null` if it was not. */
  readonly planned: Duration | null;
  /** Of the agency; `null` while it is not known, and for other items. */
  readonly attendance: Attendance | null;
  /** `null` if nothing is written on it. */
  readonly sheet: Sheet | null;
}

export type DigestNote = Pick<
  Note,
  'id' | 'itemId' | 'author' | 'kind' | 'visibility' | 'text' | 'at' | 'minute' | 'concerns'
>;

/** What is read of a meeting across meetings: the board, the agency page, search (decision 0029). */
export interface Digest extends Pick<Meeting, 'id' | 'title' | 'date' | 'status' | 'sample' | 'zone' | 'term'> {
  readonly rehearsal: boolean;
  /** The last change of the meeting that it contains. */
  readonly seq: number;
  readonly agencies: readonly Agency[];
  readonly leaders: readonly Pick<Leader, 'role' | 'name' | 'office'>[];
  /** In the agenda's order. */
  readonly turns: readonly DigestTurn[];
  /** In the agenda's order, of an item in order of creation. */
  readonly notes: readonly DigestNote[];
  /** As first written, in their order; copies from earlier meetings are among them. The same for problems. */
  readonly followUps: readonly FollowUp[];
  readonly problems: readonly Problem[];
  /** The oldest first. */
  readonly entries: readonly Entry[];
}

interface Listed<T> {
  readonly order: readonly string[];
  readonly items: Readonly<Record<string, T>>;
}

const inOrder = <T>({ order, items }: Listed<T>): T[] => order.flatMap((id) => items[id] ?? []);

function timesOf(item: AgendaItem): Pick<DigestTurn, 'startedAt' | 'finishedAt' | 'spent' | 'planned'> {
  const { startedAt, finishedAt, spent, plan } = toldTurn(item);
  return { startedAt, finishedAt, spent, planned: plan?.length ?? null };
}

/** Whether the agency of an item came, as far as its turn and the attendance list say. */
function attendanceOf(meeting: Pick<Meeting, 'attendance' | 'status'>, item: AgendaItem): Attendance | null {
  if (item.agencyId === null) return null;
  if (hasPresented(item)) return item.presenter.representing ? 'represented' : 'present';
  const came = Object.values(meeting.attendance.items).filter(
    ({ agencyId, present }) => present && agencyId === item.agencyId,
  );
  if (came.length > 0) return came.every(({ representing }) => representing) ? 'represented' : 'present';
  return meeting.status === 'finished' || item.status === 'skipped' ? 'absent' : null;
}

/**
 * What is read of a meeting across meetings.
 * @param seq the last change that the meeting contains
 */
export function digestOf(meeting: Meeting, seq: number): Digest {
  const items = orderedItems(meeting);
  return {
    id: meeting.id,
    title: meeting.title,
    date: meeting.date,
    status: meeting.status,
    sample: meeting.sample,
    rehearsal: meeting.rehearsalOf !== null,
    zone: meeting.zone,
    term: meeting.term,
    seq,
    agencies: Object.values(meeting.agencies),
    leaders: meeting.leaders
      .filter(({ name, office }) => name !== '' || office !== '')
      .map(({ role, name, office }) => ({ role, name, office })),
    turns: items.map((item) => ({
      ...timesOf(item),
      itemId: item.id,
      kind: item.kind,
      agencyId: item.agencyId,
      title: item.title,
      presenter: item.presenter,
      status: item.status,
      attendance: attendanceOf(meeting, item),
      sheet: sheetIsEmpty(item.sheet) ? null : item.sheet,
    })),
    notes: items.flatMap((item) =>
      notesOf(meeting, item).map(({ id, itemId, author, kind, visibility, text, at, minute, concerns }) => ({
        ...{ id, itemId, author, kind, visibility, text, at, minute, concerns },
      })),
    ),
    followUps: inOrder(meeting.followUps).map((record) => withCite(meeting, record)),
    problems: inOrder(meeting.problems),
    entries: inTime(Object.values(meeting.entries)),
  };
}

/** The parts of a meeting on which its digest depends: what is typed as a draft changes none of them. */
export const digestParts = (meeting: Meeting): readonly unknown[] => [
  meeting.agencies,
  meeting.agenda,
  meeting.attendance,
  meeting.date,
  meeting.entries,
  meeting.followUps,
  meeting.leaders,
  meeting.notes,
  meeting.problems,
  meeting.status,
  meeting.term,
  meeting.title,
  meeting.zone,
];

const LISTS = [
  'agencies',
  'leaders',
  'turns',
  'notes',
  'followUps',
  'problems',
  'entries',
] as const satisfies readonly (keyof Digest)[];

/** Whether a value has the form of a digest. What is in its lists was written by us: a checksum proves it. */
function isDigest(value: unknown): value is Digest {
  if (typeof value !== 'object' || value === null) return false;
  const digest = value as Partial<Record<keyof Digest, unknown>>;
  return typeof digest.id === 'string' && LISTS.every((list) => Array.isArray(digest[list]));
}

/** A digest that was stored as JSON by us; `null` for anything else. */
export function digestIn(json: string): Digest | null {
  try {
    const value: unknown = JSON.parse(json);
    return isDigest(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * The line in which a digest is stored and sent: the state of the files that it describes, and its JSON, compressed with gzip,
 * in base64. A tenth of its length, so that main need not hold years of meetings to pass them on.
 */
export interface StoredDigest {
  readonly of: string;
  readonly gzip: string;
}
