import type { CommandType } from '../commands/apply.ts';
import type { RefusalCode } from '../commands/definition.ts';
import type { Meeting, MeetingId } from '../model/meeting.ts';
import type { Settings } from '../model/settings.ts';
import type { Instant } from '../time/units.ts';
import type { CivilDate } from '../time/zone.ts';

/** A row of the start screen; told from an index, without opening the meeting. */
export interface MeetingSummary {
  readonly id: MeetingId;
  readonly title: string;
  readonly date: CivilDate;
  readonly status: Meeting['status'];
  readonly sample: boolean;
  readonly agencies: number;
  readonly done: number;
  readonly notes: number;
  readonly openFollowUps: number;
  readonly changedAt: Instant;
  /** Set when the file cannot be read; it is then listed, kept and not opened. */
  readonly damaged: boolean;
}

/** How far the changes are on the disk. "Tersimpan" is said only when `durable` has reached `seq`. */
export interface SavedState {
  readonly seq: number;
  readonly durable: number;
  readonly at: Instant | null;
  /** Set while saving fails: the reason, and what the system said. */
  readonly failing: { readonly code: RefusalCode; readonly detail: string } | null;
}

/** What undo or redo would take back; the desk names it from the locale (`history.<type>`). */
export interface HistoryStep {
  readonly type: CommandType;
}

export interface DisplayInfo {
  readonly id: string;
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly primary: boolean;
}

export interface HostState {
  readonly kind: 'electron' | 'browser';
  readonly displays: readonly DisplayInfo[];
  readonly projectorOpen: boolean;
  /** The address of the projector's page, where it must be opened by hand (browser host without windows). */
  readonly projectorUrl: string | null;
  readonly dataFolder: string;
  readonly version: string;
}

/** Shown once when a meeting was opened after something went wrong. */
export interface Notice {
  readonly code: 'openedFromBackup' | 'damagedKept' | 'settingsReset';
  readonly params: Readonly<Record<string, string | number>>;
}

/** What the operator's desk is sent: all of the meeting, and the state of the application around it. */
export interface DeskView {
  readonly settings: Settings;
  readonly meetings: readonly MeetingSummary[];
  readonly meeting: Meeting | null;
  readonly saved: SavedState;
  readonly undo: HistoryStep | null;
  readonly redo: HistoryStep | null;
  readonly host: HostState;
  readonly notices: readonly Notice[];
}
