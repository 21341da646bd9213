import type { CommandType } from '../commands/apply.ts';
import type { DisplayMark } from '../displays/choices.ts';
import type { Meeting, MeetingId } from '../model/meeting.ts';
import type { Settings } from '../model/settings.ts';
import type { Instant } from '../time/units.ts';
import type { CivilDate } from '../time/zone.ts';
import type { HistorySubject } from './history-subject.ts';

/** A row of the start screen; told from an index, without opening the meeting. */
export interface MeetingSummary {
  readonly id: MeetingId;
  readonly title: string;
  readonly date: CivilDate;
  readonly status: Meeting['status'];
  readonly sample: boolean;
  /** A rehearsal of another meeting. */
  readonly rehearsal: boolean;
  /** The application ended while it was open, by a power cut say. */
  readonly interrupted: boolean;
  readonly agencies: number;
  readonly done: number;
  readonly notes: number;
  readonly openFollowUps: number;
  readonly changedAt: Instant;
  /**
   * `repaired`: its own file is damaged or gone, and other files prove the meeting; it opens. `unprovable`: no file proves
   * it; it is listed and kept, and not opened.
   */
  readonly health: 'sound' | 'repaired' | 'unprovable';
}

/**
 * Why a disk did not do what was asked, by what is to be done about it: it is full, it may not be written, it cannot be
 * reached, another program holds the file. A sentence says it by i18next's context: `saveFailed_full`.
 */
export const DISK_REASONS = ['full', 'denied', 'gone', 'busy', 'unknown'] as const;
export type DiskReason = (typeof DISK_REASONS)[number];

/** How far the changes are on the disk. "Tersimpan" is said only when `durable` has reached `seq`. */
export interface SavedState {
  readonly seq: number;
  readonly durable: number;
  readonly at: Instant | null;
  /** Set while saving fails; what the system said is in the log. */
  readonly failing: { readonly code: 'saveFailed'; readonly reason: DiskReason } | null;
}

/** What undo or redo would take back; the desk names it from the locale (`history.<type>`). */
export interface HistoryStep extends HistorySubject {
  readonly type: CommandType;
}

/** A display as the operator is told of it; the size is in its own pixels. They are listed in reading order. */
export interface DisplayInfo extends DisplayMark {
  readonly primary: boolean;
  /** The panel of a laptop, as far as the system knows. */
  readonly internal: boolean;
}

/** On which displays the windows are. */
export interface Placing {
  readonly desk: string | null;
  /** `null` while the projector is closed. */
  readonly projector: string | null;
  /** Whether the projector fills its display; else it is a plain window. */
  readonly fills: boolean;
  /** The projector's page, px of its style sheets; `null` while it is closed. The desk's picture of it is laid out alike. */
  readonly room: { readonly width: number; readonly height: number } | null;
  /** Set after the display that the projector filled was taken away, until it has one again. */
  readonly lost: boolean;
  /** The projector must be moved by hand: this system lets no program place windows, or did not put it where it belongs. */
  readonly byHand: boolean;
}

export interface HostState {
  readonly kind: 'electron' | 'browser';
  /** Empty where the host cannot know them. */
  readonly displays: readonly DisplayInfo[];
  /** `null` where the host cannot know it. */
  readonly placing: Placing | null;
  readonly projectorOpen: boolean;
  /** The address of the projector's page, where it must be opened by hand (browser host without windows). */
  readonly projectorUrl: string | null;
  readonly dataFolder: string;
  readonly version: string;
}

/** The newest backup of the open meeting. */
export interface LastBackup {
  readonly at: Instant;
  readonly path: string;
}

/** A long export under way: `done` of `total` files are written, and the one with `name` is being made. */
export interface ExportProgress {
  readonly done: number;
  readonly total: number;
  readonly name: string;
}

/** Shown once when a meeting was opened after something went wrong. */
export const NOTICES = [
  /** The snapshot was damaged; what the other files prove was opened. `path`: where the damaged file is kept. */
  'openedFromBackup',
  /** `count` changes cannot be used; the damaged file is kept at `path`. `words`: what was written in them, to be copied. */
  'changesUnreadable',
  /** `count` changes that had been on the disk are in no file any more. */
  'changesMissing',
  /** The last change, never called saved, was cut in the middle of being written. */
  'lastChangeTorn',
  /** Of a later version: to be looked at, not changed. */
  'openedReadOnly',
  'damagedKept',
  'settingsReset',
  /** No backup could be written into `folder`; `context` is the `DiskReason`. */
  'backupFailed',
] as const;
export interface Notice {
  readonly code: (typeof NOTICES)[number];
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
  /** The open meeting is of a later version of Ekspose: commands are refused with `readOnly`. */
  readonly readOnly: boolean;
  /**
   * Which of several desks (`Hello.client`) may change anything; the others look on and are refused with `otherDesk`.
   * `null` where there is never more than one.
   */
  readonly seat: string | null;
  /** `null` when there is none yet, or no meeting is open. */
  readonly lastBackup: LastBackup | null;
  /** `null` while nothing long is being written. */
  readonly exporting: ExportProgress | null;
  readonly host: HostState;
  readonly notices: readonly Notice[];
}
