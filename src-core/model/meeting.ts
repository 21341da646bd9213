import { z } from 'zod';
import { ACTING, type Person } from '../text/office.ts';
import { ZONES } from '../time/zone.ts';
import { Agency, type AgencyId } from './agency.ts';
import { AgencyPast } from './agency-past.ts';
import { AgendaItem, ClockTimeSchema, InstantSchema } from './agenda-item.ts';
import { DayPlan } from './day-plan.ts';
import { Entries } from './entry.ts';
import { CivilDateSchema, FollowUp } from './follow-up.ts';
import { Kop } from './kop.ts';
import { TITLE_MAX } from './lengths.ts';
import { DurationSchema, Limits, NO_LIMITS } from './limits.ts';
import { AutoShow, Draft, Note } from './note.ts';
import { noProblems, Problems } from './problem.ts';
import { Leader, Role, ShortText } from './roles.ts';
import { newScreen, Screen } from './screen.ts';
import { Locale } from './settings-fields.ts';
import { emptyWording, Wording } from './wording.ts';

/**
 * Raised when an earlier version would misread the stored form, or lose what somebody wrote: it never rewrites a file of a
 * later version. It only drops a field that it does not know; one that may be absent, and is found again from a note or from
 * where it began, is not worth a file that it may not change. Nor is `unsaid`, which is not found again: without it a second
 * meeting of the same origin may say once more what was undone here, until somebody says otherwise.
 */
export const MEETING_SCHEMA = 5;

export const Attendee = z.object({
  id: z.string().min(1).max(64),
  name: ShortText,
  /** Empty means, for somebody from an agency, the office of its head. */
  office: ShortText,
  /** As for a presenter; absent in older files. */
  acting: z.enum(ACTING).default('none'),
  representing: z.boolean().default(false),
  agencyId: z.string().nullable(),
  present: z.boolean(),
  /** When the person was ticked present. */
  at: InstantSchema.nullable(),
});
export type Attendee = z.infer<typeof Attendee>;

/** Somebody on the attendance list, in the form that is put into words. */
export function attendeePerson({ agencies }: Pick<Meeting, 'agencies'>, attendee: Attendee): Person {
  const agency = attendee.agencyId === null ? undefined : agencies[attendee.agencyId];
  return { ...attendee, head: agency?.head ?? '', agency: agency?.name ?? '' };
}

/** The fields a user may edit at any time. Their defaults come from the user's settings. */
export const MeetingFields = z.object({
  title: z.string().trim().min(1).max(TITLE_MAX),
  /** The line under the title: "Penajaman Visi, Misi dan Program". */
  theme: ShortText,
  date: CivilDateSchema,
  startAt: ClockTimeSchema,
  /** When the day should end; `null`: no planned end. Absent in older files. */
  endAt: ClockTimeSchema.nullable().default(null),
  place: ShortText,
  /** Number and date of the invitation letter, as printed. */
  invitation: ShortText,
  /** The minutes' own number; optional. */
  number: ShortText,
  zone: z.enum(ZONES),
  /** What agencies are called: SKPD, OPD, perangkat daerah. */
  term: z.string().trim().min(1).max(40),
  limits: Limits,
  /** Planned time between two turns, ms. */
  changeover: DurationSchema,
  autoShow: AutoShow,
  chair: Role,
  /** Sekretaris and pencatat of the meeting, as printed. */
  secretary: ShortText,
  minuteTaker: ShortText,
  minuteTakerOffice: ShortText,
  /** Printed in the signature block where they are given; absent in older files. */
  minuteTakerRank: ShortText.default(''),
  minuteTakerNip: ShortText.default(''),
});
export type MeetingFields = z.infer<typeof MeetingFields>;

/** A turn was running when the application stopped; the operator is asked about it once. */
export const Outage = z.object({ itemId: z.string(), lastSeen: InstantSchema });
export type Outage = z.infer<typeof Outage>;

export const Meeting = MeetingFields.extend({
  schema: z.literal(MEETING_SCHEMA),
  id: z.string().min(1).max(64),
  createdAt: InstantSchema,
  /** The sample meeting is marked as such on every screen of the desk. */
  sample: z.boolean(),
  /** The meeting of which this is a rehearsal: nothing of it is kept. Absent in older files. */
  rehearsalOf: z.string().nullable().default(null),
  /** The meeting that it continues ("Lanjutkan rakor ini"), or of which it carries what is open. Absent in older files. */
  continues: z.string().nullable().default(null),
  locale: Locale,
  /**
   * Its letterhead since it was closed, so that later changes do not affect its documents; absent in older files. Read
   * through `kop.ts`.
   */
  kop: Kop.nullable().default(null),
  leaders: z.array(Leader),
  agencies: z.record(z.string(), Agency),
  agenda: z.object({ order: z.array(z.string()), items: z.record(z.string(), AgendaItem) }),
  /** The items in the order in which they really began. */
  presented: z.array(z.string()),
  /** The plan of each day of the meeting when that day began; absent in older files. */
  plans: z.array(DayPlan).default([]),
  status: z.enum(['prepared', 'open', 'finished']),
  openedAt: InstantSchema.nullable(),
  finishedAt: InstantSchema.nullable(),
  current: z.string().nullable(),
  blank: z.boolean(),
  /** Absent in older files. */
  screen: Screen.default(newScreen),
  outage: Outage.nullable(),
  /**
   * By item (its `noteIds` give their order), so that a change copies only one item's notes. An item without notes has
   * no record here. Read through `meeting-notes.ts`.
   */
  notes: z.record(z.string(), z.record(z.string(), Note)),
  /** What was ordered, as first written. What it is now is read through `meeting-matters.ts`. */
  followUps: z.object({ order: z.array(z.string()), items: z.record(z.string(), FollowUp) }),
  /** Problems that are kept open, as first written; absent in older files. */
  problems: Problems.default(noProblems),
  /** What happened to follow-ups and problems: made here, or copied from elsewhere. Absent in older files. */
  entries: Entries.default(() => ({})),
  /** Its own entries that were undone: no second meeting says them again. Absent in older files. */
  unsaid: z.array(z.string()).default(() => []),
  /** By agency, what the room saw when it presented last; empty where no meeting is continued, and in older files. */
  past: z.record(z.string(), AgencyPast).default(() => ({})),
  attendance: z.object({ order: z.array(z.string()), items: z.record(z.string(), Attendee) }),
  /**
   * `compose`: the new note being typed; `edit:<noteId>`: an edit of a note; `wording:<noteId>`: its text for the
   * minutes.
   */
  drafts: z.record(z.string(), Draft),
  /** How the minutes print the notes; absent in older files. Read through `wording.ts`. */
  wording: Wording.default(emptyWording),
});
export type Meeting = z.infer<typeof Meeting>;
export type MeetingId = string;

/** The agency's name of an agency's turn, otherwise the user's title; empty if the kind's name is used. */
export function itemTitle(meeting: Pick<Meeting, 'agencies'>, item: AgendaItem): string {
  return item.agencyId === null ? item.title : (meeting.agencies[item.agencyId]?.name ?? item.title);
}

/** The agency that presents in an item, or `null`. */
export function agencyOf(meeting: Pick<Meeting, 'agencies'>, item: AgendaItem): Agency | null {
  return item.agencyId === null ? null : (meeting.agencies[item.agencyId] ?? null);
}

/** The item with this id, or `null`. */
export const itemOf = (meeting: Meeting, id: string | null): AgendaItem | null =>
  id === null ? null : (meeting.agenda.items[id] ?? null);

/** The limits of an item before any refit: its own, else the meeting's for an agency, else none. */
export function givenLimitsOf(meeting: Pick<Meeting, 'limits'>, item: AgendaItem): Limits {
  return item.limits ?? (item.kind === 'agency' ? meeting.limits : NO_LIMITS);
}

/** The limits of an item before added time: the refitted ones, else the given ones. */
export function limitsOf(meeting: Pick<Meeting, 'limits'>, item: AgendaItem): Limits {
  return item.adjusted ?? givenLimitsOf(meeting, item);
}

/** The items in their order. */
export const orderedItems = (meeting: Meeting): AgendaItem[] =>
  meeting.agenda.order.flatMap((id) => meeting.agenda.items[id] ?? []);

/** The agencies that have an item in this meeting, in order. */
export const presentingAgencies = (meeting: Meeting): AgencyId[] =>
  orderedItems(meeting).flatMap((item) => item.agencyId ?? []);
