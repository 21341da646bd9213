import type { ItemKind, Presenter } from '../model/agenda-item.ts';
import type { FollowUpStatus } from '../model/follow-up.ts';
import type { Attendee } from '../model/meeting.ts';
import type { NoteKind } from '../model/note.ts';
import type { Leader, Role } from '../model/roles.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Locale } from '../text/format.ts';
import type { Duration, Instant } from '../time/units.ts';
import type { CivilDate, ClockTime, Zone } from '../time/zone.ts';

/** Who said something: a leader's role, or the short name of the agency that gave input. */
export type Speaker = { readonly role: Role } | { readonly agency: string };

export interface MinutesNote {
  readonly id: string;
  readonly speaker: Speaker;
  readonly text: string;
  /** Name of the agency that the note concerns besides the one presenting; empty when none. */
  readonly concerns: string;
}

export interface NotesOfKind {
  readonly kind: NoteKind;
  readonly notes: readonly MinutesNote[];
}

/** An item's name: its title, or (empty) the kind's own name in the language of the paper. */
export interface MinutesName {
  readonly kind: ItemKind;
  readonly title: string;
}

/** A stretch in which an item was on the floor; `to` is `null` when it still is. */
export interface Session {
  readonly from: Instant;
  readonly to: Instant | null;
}

export interface MinutesItem extends MinutesName {
  readonly id: string;
  readonly presenter: (Presenter & { readonly head: string }) | null;
  /** Usually one; more when a turn was interrupted and taken up again later. */
  readonly sessions: readonly Session[];
  /** Time really spent, without pauses, ms. */
  readonly spent: Duration;
  /** Minutes given (or taken, negative), ms. */
  readonly added: number;
  /** Beyond the hard limit with what was added, ms; 0 without a limit. */
  readonly over: Duration;
  readonly sheet: Sheet | null;
  readonly notes: readonly NotesOfKind[];
}

/** An item that did not present, with what was written about it all the same. */
export interface NotPresented extends MinutesName {
  readonly id: string;
  readonly why: 'skipped' | 'postponed' | 'notReached';
  readonly sheet: Sheet | null;
  readonly notes: readonly NotesOfKind[];
}

export interface Decision extends MinutesNote {
  /** Where it was taken. */
  readonly item: MinutesName;
}

/** What the cite of a follow-up says: whose words, in which meeting (domain.md §4). */
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
  readonly due: CivilDate | null;
  readonly status: FollowUpStatus;
  readonly remark: string;
  readonly doneOn: CivilDate | null;
  readonly cite: Cite;
}

/** A line of the attendance list. */
export type MinutesAttendee = Attendee & {
  /** Set where a leader is meant, whose office the document can name when it was left empty. */
  readonly role: Role | null;
};

/** A line of "Acara": an item, or agencies' turns that follow each other, counted. */
export type ProgrammeLine = MinutesName & { readonly turns: number };

/** What the NOTULA says, in the order of domain.md §5; the words around it are the document's. */
export interface Minutes {
  readonly locale: Locale;
  readonly sample: boolean;
  /** The meeting has not been closed: the paper says that it is a draft. */
  readonly unfinished: boolean;
  readonly title: string;
  readonly theme: string;
  readonly number: string;
  readonly date: CivilDate;
  readonly zone: Zone;
  readonly term: string;
  readonly invitation: string;
  readonly place: string;
  readonly plannedStart: ClockTime;
  readonly openedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly programme: readonly ProgrammeLine[];
  readonly chair: Leader;
  readonly secretary: string;
  readonly minuteTaker: string;
  readonly minuteTakerOffice: string;
  readonly items: readonly MinutesItem[];
  readonly notPresented: readonly NotPresented[];
  readonly decisions: readonly Decision[];
  readonly followUps: readonly MinutesFollowUp[];
  readonly attendance: readonly MinutesAttendee[];
  readonly turns: { readonly planned: number; readonly presented: number };
}
