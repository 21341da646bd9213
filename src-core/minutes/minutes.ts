import type { AttendanceForm, Pattern, Signer } from '../model/export-options.ts';
import type { FollowUpStatus } from '../model/follow-up.ts';
import type { Attendee } from '../model/meeting.ts';
import type { NoteKind } from '../model/note.ts';
import type { Leader, Role } from '../model/roles.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Person } from '../text/office.ts';
import type { Instant } from '../time/units.ts';
import type { CivilDate } from '../time/zone.ts';
import type { FollowUpChanges } from './follow-up-changes.ts';
import type { DocumentHead } from './head.ts';
import type { ItemTime, MinutesName, ShownSlides } from './item-facts.ts';
import type { PrintedChart } from './printed-charts.ts';
import type { Rundown } from './rundown.ts';

/** Who said something: a leader's role, or the short name of the agency that gave input. */
export type Speaker = { readonly role: Role } | { readonly agency: string };

export interface MinutesNote {
  readonly id: string;
  readonly speaker: Speaker;
  readonly text: string;
  /** Names of the agencies that it concerns besides the presenting one. */
  readonly concerns: readonly string[];
  /** The word for agencies if it concerns all of them; otherwise empty. */
  readonly forAll: string;
  /** Written after the meeting had been closed. */
  readonly addendum: boolean;
  /** On which pages of the item's slides it was begun; empty if the export does not say that. */
  readonly pages: readonly number[];
}

export interface NotesOfKind {
  readonly kind: NoteKind;
  readonly notes: readonly MinutesNote[];
}

/** What the documents say about an item, whether it took place or not. */
export interface ItemContent extends MinutesName {
  readonly id: string;
  /** `null`: nothing was written on it, or the export leaves sheets out. */
  readonly sheet: Sheet | null;
  /** What was presented; `null` without slides, or if the export leaves them out. */
  readonly slides: ShownSlides | null;
  /** By kind, without decisions: those are printed together, once, in `Minutes.decisions`. */
  readonly notes: readonly NotesOfKind[];
  /** The numbers, from 1, of the decisions made in it. */
  readonly decisions: readonly number[];
}

export interface MinutesItem extends ItemContent {
  /** `null` if nothing is known about who presented. */
  readonly presenter: Person | null;
  /** `null` if the export leaves times out. */
  readonly time: ItemTime | null;
}

/** An item that did not present, with what was written about it. */
export interface NotPresented extends ItemContent {
  readonly why: 'skipped' | 'postponed' | 'notReached';
}

export interface Decision extends MinutesNote {
  /** Where it was made. */
  readonly item: MinutesName;
}

/** The source of a follow-up: whose words, in which meeting (docs/domain/records.md#follow-ups). */
export interface Cite {
  /** `null`: nobody in particular. */
  readonly speaker: Speaker | null;
  readonly kind: 'directive' | 'decision' | 'other';
  readonly date: CivilDate;
  /** True if it was created in an earlier meeting. */
  readonly carried: boolean;
}

export interface MinutesFollowUp {
  readonly id: string;
  readonly what: string;
  readonly plan: string;
  readonly inCharge: readonly string[];
  /** The word for agencies if all of them are in charge; otherwise empty. */
  readonly forAll: string;
  readonly due: CivilDate | null;
  /** The due date before it was first extended; `null` if it never was. */
  readonly dueBefore: CivilDate | null;
  /** Whether it was unfinished after its due date, on the day of the meeting. */
  readonly isLate: boolean;
  readonly status: FollowUpStatus;
  readonly remark: string;
  readonly evidence: string;
  readonly verifiedBy: Role | null;
  readonly doneOn: CivilDate | null;
  readonly cite: Cite;
  /** Of one carried from an earlier meeting. */
  readonly changes: FollowUpChanges | null;
}

/** A problem that came back, or that this meeting raised again or declared solved. */
export interface MinutesProblem {
  readonly id: string;
  readonly agency: string;
  readonly text: string;
  readonly since: CivilDate;
  /** In how many meetings it was raised. */
  readonly raised: number;
  readonly solved: boolean;
  readonly solvedOn: CivilDate | null;
  readonly remark: string;
  readonly evidence: string;
}

/** A line of the attendance list. */
export type MinutesAttendee = Attendee &
  Person & {
    /** Set for a leader, whose office the document can name if it was left empty. */
    readonly role: Role | null;
    /** Whether anybody of its group (leaders, agencies, others) was ticked: else nobody said who of them came. */
    readonly isRecorded: boolean;
  };

/** A line of the agenda: an item, or consecutive agencies' turns with their number. */
export type ProgrammeLine = MinutesName & { readonly turns: number };

/** One signature block. Fields that this signer does not print (`signature.ts`) are empty. */
export interface Signature {
  readonly signer: Signer;
  /** Gives the office if `office` is empty; `null` for the minutes taker. */
  readonly role: Role | null;
  readonly name: string;
  readonly office: string;
  readonly rank: string;
  readonly nip: string;
}

/**
 * The content of the minutes, in the order of docs/domain/papers.md#order-of-the-minutes; each format adds the words
 * around it. The export's options are already applied: what was left out is empty or `null`, so that no format has to
 * check again.
 */
export interface Minutes extends DocumentHead {
  readonly pattern: Pattern;
  /** Use the form's own field names ("Sidang/Rapat"), and no field of ours. */
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
  readonly problems: readonly MinutesProblem[];
  /** Who was expected and who came; the participants are derived from it even if the list is not attached. */
  readonly attendance: readonly MinutesAttendee[];
  /** How the list is attached; `none` also if it is empty. */
  readonly attachment: AttendanceForm;
  readonly signatures: readonly Signature[];
  /** Attached on request. */
  readonly rundown: Rundown | null;
  /** Planned and actual times, a chart per day; empty unless requested. */
  readonly charts: readonly PrintedChart[];
  readonly turns: { readonly planned: number; readonly presented: number };
}
