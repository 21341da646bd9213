import type { CommandType } from '../commands/apply.ts';
import type { RegisterCommandType } from '../commands/register.ts';
import type { DisplayMark } from '../displays/choices.ts';
import type { Meeting, MeetingId } from '../model/meeting.ts';
import type { Settings } from '../model/settings.ts';
import type { Instant } from '../time/units.ts';
import type { CivilDate } from '../time/zone.ts';
import type { HistorySubject } from './history-subject.ts';

/** A row of the start screen; read from an index, without opening the meeting. */
export interface MeetingSummary {
  readonly id: MeetingId;
  readonly title: string;
  readonly date: CivilDate;
  readonly status: Meeting['status'];
  readonly sample: boolean;
  /** A rehearsal of another meeting. */
  readonly rehearsal: boolean;
  /** The meeting that it follows. */
  readonly continues: MeetingId | null;
  /** The application ended while it was open, for example by a power cut. */
  readonly interrupted: boolean;
  readonly agencies: number;
  readonly done: number;
  readonly notes: number;
  readonly openFollowUps: number;
  readonly changedAt: Instant;
  /**
   * `repaired`: its own file is damaged or missing, other files prove the meeting, and it opens. `unprovable`: no file
   * proves it; it is listed and kept, and cannot be opened.
   */
  readonly health: 'sound' | 'repaired' | 'unprovable';
}

/**
 * Why a disk operation failed, by what the user can do about it: the disk is full, writing is denied, it is
 * unreachable, or another program uses the file. Messages select by it through i18next's context: `saveFailed_full`.
 */
export const DISK_REASONS = ['full', 'denied', 'gone', 'busy', 'unknown'] as const;
export type DiskReason = (typeof DISK_REASONS)[number];

/** How many changes are on the disk. "Tersimpan" is shown only when `durable` has reached `seq`. */
export interface SavedState {
  readonly seq: number;
  readonly durable: number;
  readonly at: Instant | null;
  /** Set while saving fails; the system's error is in the log. */
  readonly failing: { readonly code: 'saveFailed'; readonly reason: DiskReason } | null;
}

/** What undo or redo would take back; the desk names it with `history.<type>` of the locale. */
export interface HistoryStep extends HistorySubject {
  readonly type: CommandType;
}

/** A display as shown to the operator, in reading order; the size is in its own pixels. */
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
  /** The size of the projector's page, CSS px; `null` while it is closed. The desk's preview has the same layout. */
  readonly room: { readonly width: number; readonly height: number } | null;
  /** Set after the display that the projector filled was disconnected, until it has one again. */
  readonly lost: boolean;
  /**
   * The projector must be moved by hand: this system does not let programs place windows, or did not place it
   * correctly.
   */
  readonly byHand: boolean;
}

export interface HostState {
  readonly kind: 'electron' | 'browser';
  /** Empty if the host cannot know them. */
  readonly displays: readonly DisplayInfo[];
  /** `null` if the host cannot know it. */
  readonly placing: Placing | null;
  /** As its own window, or as the strip. */
  readonly projectorOpen: boolean;
  /** Whether the strip is in place of the projector's window; `unable` on a host that cannot show it. */
  readonly strip: 'on' | 'off' | 'unable';
  /** The address of the projector's page if it must be opened by hand (browser host without windows). */
  readonly projectorUrl: string | null;
  readonly dataFolder: string;
  readonly version: string;
}

/** The newest backup of the open meeting. */
export interface LastBackup {
  readonly at: Instant;
  readonly path: string;
}

/** A long export in progress: `done` of `total` files are written, and `name` is being made. */
export interface ExportProgress {
  readonly done: number;
  readonly total: number;
  readonly name: string;
}

/** Shown once after a meeting was opened despite a problem. */
export const NOTICES = [
  /** The snapshot was damaged; the meeting was opened from other files. `path`: where the damaged file is. */
  'openedFromBackup',
  /** `count` changes cannot be used; the damaged file is at `path`. `words`: their text, to be copied. */
  'changesUnreadable',
  /** `count` changes that had been on the disk are in no file any more. */
  'changesMissing',
  /** The last change, never reported as saved, is incomplete. */
  'lastChangeTorn',
  /** Of a later version: can be looked at, not changed. */
  'openedReadOnly',
  'damagedKept',
  'settingsReset',
  /** No backup could be written into `folder`; `context` is the `DiskReason`. */
  'backupFailed',
  /** Taking in the archive `name` was interrupted; what was taken in stays. */
  'movingInterrupted',
  /** The register cannot be read, so that what was said between meetings does not count. Until it can. */
  'registerUnreadable',
  /** Some of what the meeting before left open waits for the register, or for the meeting to begin. */
  'mattersWaiting',
  /**
   * The application was asked to end and goes on, as something is not saved; until it is. If it is left so, that is kept in
   * `folder`.
   */
  'notStopped',
] as const;
export interface Notice {
  readonly code: (typeof NOTICES)[number];
  readonly params: Readonly<Record<string, string | number>>;
}

/** A notice on the desk. Its place says nothing of which it is: others come and go before somebody dismisses it. */
export interface ShownNotice extends Notice {
  readonly id: string;
}

/** The register, as far as the desk shows it. Its content is asked for with `register.read`. */
export interface RegisterState {
  /** Another number after every change; 0 until it is first needed. */
  readonly rev: number;
  /** What undo or redo would take back in it; the desk names it with `register.history.<type>` of the locale. */
  readonly undo: RegisterCommandType | null;
  readonly redo: RegisterCommandType | null;
  readonly failing: SavedState['failing'];
}

/** What the desk receives: the whole meeting, and the state of the application around it. */
export interface DeskView {
  readonly settings: Settings;
  readonly meetings: readonly MeetingSummary[];
  readonly meeting: Meeting | null;
  readonly saved: SavedState;
  readonly register: RegisterState;
  readonly undo: HistoryStep | null;
  readonly redo: HistoryStep | null;
  /** The open meeting is of a later version of Ekspose: commands are refused with `readOnly`. */
  readonly readOnly: boolean;
  /**
   * Which of several desks (`Hello.client`) may change anything; the others are read-only and refused with `otherDesk`.
   * `null` if there is never more than one.
   */
  readonly seat: string | null;
  /** `null` when there is none yet, or no meeting is open. */
  readonly lastBackup: LastBackup | null;
  /** `null` while no long export is in progress. */
  readonly exporting: ExportProgress | null;
  readonly host: HostState;
  readonly notices: readonly ShownNotice[];
}
