import type { AttendanceForm, Pattern, Signer } from '../model/export-options.ts';
import type { FollowUpStatus } from '../model/follow-up.ts';
import type { Attendee } from '../model/meeting.ts';
import type { NoteKind } from '../model/note.ts';
import type { Leader, Role } from '../model/roles.ts';
import type { Sheet } from '../model/sheet.ts';
import type { DayChart } from '../pacing/day-chart.ts';
import type { Person } from '../text/office.ts';
import type { Instant } from '../time/units.ts';
import type { CivilDate } from '../time/zone.ts';
import type { DocumentHead } from './head.ts';
import type { ItemTime, MinutesName } from './item-facts.ts';
import type { Rundown } from './rundown.ts';

/** Who said something: a leader's role, or the short name of the agency that gave input. */
export type Speaker = { readonly role: Role } | { readonly agency: string };

export interface MinutesNote {
  readonly id: string;
  readonly speaker: Speaker;
  readonly text: string;
  /** Names of the agencies that it is for besides the one presenting. */
  readonly concerns: readonly string[];
  /** What agencies are called, where it is for all of them; else empty. */
  readonly forAll: string;
  /** Written after the meeting had been closed. */
  readonly addendum: boolean;
}

export interface NotesOfKind {
  readonly kind: NoteKind;
  readonly notes: readonly MinutesNote[];
}

/** What an item holds on paper, whether it took place or not. */
export interface ItemContent extends MinutesName {
  readonly id: string;
  /** `null`: nothing was written on it, or the export leaves sheets out. */
  readonly sheet: Sheet | null;
  /** By kind, but for decisions: those stand together, once, in `Minutes.decisions`. */
  readonly notes: readonly NotesOfKind[];
  /** The numbers, from 1, of the decisions that were taken in it. */
  readonly decisions: readonly number[];
}

export interface MinutesItem extends ItemContent {
  /** `null` when nothing is known of who presented. */
  readonly presenter: Person | null;
  /** `null` when the export leaves times out. */
  readonly time: ItemTime | null;
}

/** An item that did not present, with what was written about it all the same. */
export interface NotPresented extends ItemContent {
  readonly why: 'skipped' | 'postponed' | 'notReached';
}

export interface Decision extends MinutesNote {
  /** Where it was taken. */
  readonly item: MinutesName;
}

/** What the cite of a follow-up says: whose words, in which meeting (docs/domain/records.md#follow-ups). */
export interface Cite {
  /** `null`: nobody's in particular. */
  readonly speaker: Speaker | null;
  readonly kind: 'directive' | 'decision' | 'other';
  readonly date: CivilDate;
  /** True when it was born in an earlier meeting. */
  readonly carried: boolean;
}

export interface MinutesFollowUp {
  readonly id: string;
  readonly what: string;
  readonly plan: string;
  readonly inCharge: readonly string[];
  /** What agencies are called, where all of them are in charge; else empty. */
  readonly forAll: string;
  readonly due: CivilDate | null;
  readonly status: FollowUpStatus;
  readonly remark: string;
  readonly doneOn: CivilDate | null;
  readonly cite: Cite;
}

/** A line of the attendance list. */
export type MinutesAttendee = Attendee &
  Person & {
    /** Set where a leader is meant, whose office the document can name when it was left empty. */
    readonly role: Role | null;
  };

/** A line of "Acara": an item, or agencies' turns that follow each other, counted. */
export type ProgrammeLine = MinutesName & { readonly turns: number };

/** One block of signature. What is not to be printed of a signer (`signature.ts`) is empty. */
export interface Signature {
  readonly signer: Signer;
  /** Names the office when `office` is empty; `null` for the minute taker. */
  readonly role: Role | null;
  readonly name: string;
  readonly office: string;
  readonly rank: string;
  readonly nip: string;
}

/**
 * What the NOTULA says, in the order of docs/domain/papers.md#order-of-the-minutes; the words around it are the document's. The export's options are
 * already obeyed: what was left out is empty or `null` here, so that no format has to ask again.
 */
export interface Minutes extends DocumentHead {
  readonly pattern: Pattern;
  /** The form's own names of fields ("Sidang/Rapat"), and no field of ours. */
  readonly strict: boolean;
  readonly invitation: string;
  readonly openedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly programme: readonly ProgrammeLine[];
  readonly chair: Leader;
  readonly secretary: string;
  readonly minuteTaker: string;
  readonly minuteTakerOffice: string;
  /** In the order in which they really began. */
  readonly items: readonly MinutesItem[];
  readonly notPresented: readonly NotPresented[];
  readonly decisions: readonly Decision[];
  readonly followUps: readonly MinutesFollowUp[];
  /** Who was expected and who came: the participants are told from it even when the list is not attached. */
  readonly attendance: readonly MinutesAttendee[];
  /** How the list is attached; `none` also when there is nobody to list. */
  readonly attachment: AttendanceForm;
  readonly signatures: readonly Signature[];
  /** Attached when asked for. */
  readonly rundown: Rundown | null;
  /** Planned against actual times, a chart for each day; empty unless asked for. */
  readonly charts: readonly DayChart[];
  readonly turns: { readonly planned: number; readonly presented: number };
}
