import { z } from 'zod';
import { Agency } from '../model/agency.ts';
import { type AgendaItem, InstantSchema, ItemKind, ItemStatus, Presenter, SpentSchema } from '../model/agenda-item.ts';
import { Entry, inTime } from '../model/entry.ts';
import { CivilDateSchema, FollowUp } from '../model/follow-up.ts';
import { type Meeting, orderedItems } from '../model/meeting.ts';
import { notesOf } from '../model/meeting-notes.ts';
import { Note } from '../model/note.ts';
import { Problem } from '../model/problem.ts';
import { Leader } from '../model/roles.ts';
import { Sheet, sheetIsEmpty } from '../model/sheet.ts';
import { ZONES } from '../time/zone.ts';

/** Raised when the form of a digest, or how it is made, changes: every digest is made again then. */
export const DIGEST_FORM = 1;

/** Whether an agency came: its head or who acts for it, somebody on behalf of the head, or nobody. */
export const ATTENDANCE = ['present', 'represented', 'absent'] as const;
export type Attendance = (typeof ATTENDANCE)[number];

/** An item of the agenda, as far as it is read across meetings. */
export const DigestTurn = z.object({
  itemId: z.string(),
  kind: ItemKind,
  agencyId: z.string().nullable(),
  /** The user's title of an item that is not an agency's. */
  title: z.string(),
  presenter: Presenter,
  status: ItemStatus,
  startedAt: InstantSchema.nullable(),
  finishedAt: InstantSchema.nullable(),
  /** Presented, ms. */
  spent: SpentSchema,
  /** Planned length when it was called, ms; `null` if it was not. */
  planned: SpentSchema.nullable(),
  /** Of the agency; `null` while it is not known, and for other items. */
  attendance: z.enum(ATTENDANCE).nullable(),
  /** `null` if nothing is written on it. */
  sheet: Sheet.nullable(),
});
export type DigestTurn = z.infer<typeof DigestTurn>;

export const DigestNote = Note.pick({
  id: true,
  itemId: true,
  author: true,
  kind: true,
  visibility: true,
  text: true,
  at: true,
  minute: true,
  concerns: true,
});
export type DigestNote = z.infer<typeof DigestNote>;

/** What is read of a meeting across meetings: the board, the agency page, search (decision 0029). */
export const Digest = z.object({
  id: z.string(),
  title: z.string(),
  date: CivilDateSchema,
  status: z.enum(['prepared', 'open', 'finished']),
  sample: z.boolean(),
  rehearsal: z.boolean(),
  zone: z.enum(ZONES),
  term: z.string(),
  /** The last change of the meeting that it contains. */
  seq: z.number().int(),
  agencies: z.array(Agency),
  leaders: z.array(Leader.pick({ role: true, name: true, office: true })),
  /** In the agenda's order. */
  turns: z.array(DigestTurn),
  /** In the agenda's order, of an item in order of creation. */
  notes: z.array(DigestNote),
  /** As first written, in their order; copies from earlier meetings are among them. The same for problems. */
  followUps: z.array(FollowUp),
  problems: z.array(Problem),
  entries: z.array(Entry),
});
export type Digest = z.infer<typeof Digest>;

interface Listed<T> {
  readonly order: readonly string[];
  readonly items: Readonly<Record<string, T>>;
}

const inOrder = <T>({ order, items }: Listed<T>): T[] => order.flatMap((id) => items[id] ?? []);

/** Whether the agency of an item came, as far as its turn and the attendance list say. */
function attendanceOf(meeting: Pick<Meeting, 'attendance' | 'status'>, item: AgendaItem): Attendance | null {
  if (item.agencyId === null) return null;
  if (item.turn.startedAt !== null) return item.presenter.representing ? 'represented' : 'present';
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
      itemId: item.id,
      kind: item.kind,
      agencyId: item.agencyId,
      title: item.title,
      presenter: item.presenter,
      status: item.status,
      startedAt: item.turn.startedAt,
      finishedAt: item.turn.finishedAt,
      spent: item.turn.spent,
      planned: item.turn.plan?.length ?? null,
      attendance: attendanceOf(meeting, item),
      sheet: sheetIsEmpty(item.sheet) ? null : item.sheet,
    })),
    notes: items.flatMap((item) =>
      notesOf(meeting, item).map(({ id, itemId, author, kind, visibility, text, at, minute, concerns }) => ({
        ...{ id, itemId, author, kind, visibility, text, at, minute, concerns },
      })),
    ),
    followUps: inOrder(meeting.followUps),
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

/**
 * Reads a digest that was stored as text, or received from elsewhere.
 * @returns `null` for anything that is not one
 */
export function readDigest(text: string): Digest | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const stored = StoredDigest.safeParse(value);
  return stored.success ? stored.data.digest : null;
}

/** A digest's file: the state of the files that it describes, and around both a checksum (`src-main/storage/checksum.ts`). */
const StoredDigest = z.object({ of: z.string(), digest: Digest });
