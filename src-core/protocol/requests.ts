import { z } from 'zod';
import { DocumentFormat, DocumentKind, LIST_FORMATS, LISTS, TextPurpose } from '../minutes/documents.ts';
import { AgencyRows } from '../model/agency.ts';
import { type BackupContent, BackupName, BackupPlace, type BackupRow } from '../model/backup.ts';
import { DocumentOptions } from '../model/export-options.ts';
import { CivilDateSchema } from '../model/follow-up.ts';
import { TITLE_MAX } from '../model/lengths.ts';
import { SettingsPatch } from '../model/settings.ts';
import type { RefusalCode } from '../refusals/refusals.ts';
import type { Instant } from '../time/units.ts';
import { BOARD_REQUESTS, type BoardAnswers } from './board-requests.ts';
import { MOVING_REQUESTS, type MovingAnswers } from './moving-requests.ts';
import { REGISTER_REQUESTS, type RegisterAnswers } from './register-requests.ts';
import { SLIDES_REQUESTS, type SlidesAnswers } from './slides-requests.ts';

export interface RefusalMessage {
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, string | number>>;
}

const MeetingId = z.string().min(1).max(64);

/** The longest text accepted as a backup, in characters; far more than the largest meeting needs. */
export const LARGEST_BACKUP = 64_000_000;

/** The longest emblem accepted, in characters of base64: a little more than 2 MB. */
export const LARGEST_EMBLEM = 2_800_000;

/** A document of the archive: which it is, and the state of the files of which its digest is made. */
export interface ArchiveStamp {
  readonly id: string;
  readonly stamp: string;
}
/** A digest as it is stored, a `StoredDigest` with its checksum; `null` if no file proves the meeting. */
export interface ArchiveText extends ArchiveStamp {
  readonly text: string | null;
}
/** Most documents that one request names. */
const ARCHIVE_MAX = 20_000;

/** Where the data is stored, for the page that shows it. */
export interface DataAbout {
  readonly dataFolder: string;
  readonly meetingFolder: string | null;
  readonly backupFolder: string | null;
  readonly chosenBackupFolder: string | null;
  readonly lastSave: Instant | null;
  readonly lastBackup: Instant | null;
  /** Bytes of the open meeting's files, and of its backups. */
  readonly meetingBytes: number;
  readonly backupBytes: number;
  readonly meetings: number;
}

/** Requests of the desk to the application, besides commands to the meeting. */
export const REQUESTS = {
  'meeting.create': z.object({
    title: z.string().trim().min(1).max(TITLE_MAX),
    date: CivilDateSchema,
    /** The presenting agencies; empty means the user's own list. */
    agencies: AgencyRows,
    /** Carry the open follow-ups of this earlier meeting. */
    carryFrom: z.string().nullable(),
  }),
  /**
   * Creates the next meeting of a series, prepared like this one, with what it leaves open. Refused with
   * `meetingUnreadable`.
   */
  'meeting.continue': z.object({
    meetingId: MeetingId,
    title: z.string().trim().min(1).max(TITLE_MAX),
    date: CivilDateSchema,
  }),
  'meeting.open': z.object({ meetingId: z.string().min(1).max(64) }),
  'meeting.close': z.object({}),
  /** Opens a copy of the open meeting, which must not have begun, for a rehearsal; refused with `rehearsalTooLate`. */
  'meeting.rehearse': z.object({}),
  /** Deletes the open rehearsal and opens its original meeting, which is unchanged. */
  'meeting.endRehearsal': z.object({}),
  /**
   * Moves a meeting to the folder `trash/` of the data folder. Its follow-ups and problems go with it (`keep`: copies in
   * other meetings stay), are handed to the register, or are withdrawn everywhere.
   */
  'meeting.discard': z.object({ meetingId: MeetingId, matters: z.enum(['keep', 'hand', 'withdraw']).default('keep') }),
  /** Restores it from there. */
  'meeting.restore': z.object({ meetingId: z.string().min(1).max(64) }),
  ...REGISTER_REQUESTS,
  ...BOARD_REQUESTS,
  ...SLIDES_REQUESTS,
  ...MOVING_REQUESTS,
  'sample.create': z.object({}),
  'settings.edit': z.object({ fields: SettingsPatch }),
  /** Replaces the user's own list of agencies; an empty list restores the sample. */
  'settings.agencies': z.object({ agencies: AgencyRows }),
  /** Writes a list of the settings as its import reads it; `overwrite` as for `document.export`. */
  'settings.export': z.object({ list: z.enum(LISTS), format: z.enum(LIST_FORMATS), overwrite: z.boolean() }),
  /** Sets the user's emblem, a PNG in base64; refused with `emblemUnsound` for anything that is not a complete PNG. */
  'emblem.set': z.object({ png: z.string().max(LARGEST_EMBLEM) }),
  'emblem.clear': z.object({}),
  'history.undo': z.object({}),
  'history.redo': z.object({}),
  /** Ends the application even if something cannot be saved. Refused with `badMessage` by a host that asks in a dialog. */
  'application.leave': z.object({}),
  'notice.dismiss': z.object({ id: z.string().min(1).max(64) }),
  'projector.open': z.object({ displayId: z.string().nullable() }),
  'projector.close': z.object({}),
  /**
   * Shows the strip in place of the projector's window, or that window again. No effect unless the setting `strip` says at
   * which edge, and on a host that cannot do it.
   */
  'projector.strip': z.object({ on: z.boolean() }),
  /** Shows on each display, for some seconds, its number in the desk's list. No effect on a host that cannot do it. */
  'displays.identify': z.object({}),
  /** Makes the desk's window fill its display, or a window again; see `HostState.placing` for hosts that cannot. */
  'desk.fill': z.object({ on: z.boolean() }),
  /** Takes the seat from the desk that holds it, which becomes read-only at once. */
  'desk.takeOver': z.object({}),
  /** Builds a document's HTML; answers with the address under which the desk may show it. */
  'document.preview': z.object({ document: DocumentKind, options: DocumentOptions, agencyId: z.string().nullable() }),
  /**
   * Writes a document in one of the formats of `FORMATS_OF`; refused with `exportExists` unless `overwrite`. Repeated
   * with `overwrite` after that refusal, it writes to the path that was chosen before, without asking again.
   */
  'document.export': z.object({
    document: DocumentKind,
    format: DocumentFormat,
    options: DocumentOptions,
    /** Whose "Lembar arahan"; `null` for the other documents. */
    agencyId: z.string().nullable(),
    overwrite: z.boolean(),
  }),
  /**
   * Writes every agency's "Lembar arahan" as PDF into one folder, which the host asks for. Progress is in the desk's
   * view (`exporting`). Refused with `exportExists` if it would replace a file, unless `overwrite`; see
   * `document.export`.
   */
  'document.exportAgencies': z.object({ options: DocumentOptions, overwrite: z.boolean() }),
  /** Stops `document.exportAgencies` after its current file. No effect when nothing is being written. */
  'document.cancel': z.object({}),
  /**
   * A document as plain text, for a file or a messenger, whose options differ from the document's. Only for documents
   * with a `txt` format.
   */
  'document.text': z.object({
    document: DocumentKind,
    options: DocumentOptions,
    agencyId: z.string().nullable(),
    purpose: TextPurpose.default('message'),
  }),
  /** Backs up the open meeting now; refused with `backupFailed` if no folder accepted it. */
  'backup.now': z.object({}),
  /** The backups of a meeting, newest first. */
  'backup.list': z.object({ meetingId: MeetingId }),
  /** What is inside a backup. */
  'backup.look': z.object({ meetingId: MeetingId, place: BackupPlace, name: BackupName }),
  /** Restores the meeting from the backup; the present state is backed up first. */
  'backup.restore': z.object({ meetingId: MeetingId, place: BackupPlace, name: BackupName }),
  /**
   * Imports a backup from another computer as a meeting: its text, or `null` if the host should ask for the file. If
   * the meeting exists already, the backup becomes a second one. One of the register joins the register that is here.
   */
  'backup.import': z.object({ text: z.string().max(LARGEST_BACKUP).nullable() }),
  /** Asks for the user's backup folder through the host and stores it in the settings. */
  'backup.chooseFolder': z.object({}),
  /** The meetings of which there are digests. What is read across meetings is made of them. */
  'archive.list': z.object({}),
  /** The digests of the first of these meetings, as many as fit into an answer. Missing and outdated ones are made. */
  'archive.digests': z.object({ ids: z.array(MeetingId).max(ARCHIVE_MAX) }),
  /** Where the data is, and its size. */
  'data.about': z.object({}),
  /** Opens the data folder in the system's file manager. */
  'data.openFolder': z.object({}),
  /** Reads the open meeting's files back and compares them with the meeting in memory. */
  'data.check': z.object({}),
  /** Opens an exported file, or its folder. */
  'file.show': z.object({ path: z.string().max(4096), how: z.enum(['open', 'folder']) }),
} as const;

/** The result of `document.exportAgencies`. */
export interface AgencyExport {
  readonly folder: string;
  /** The names of the files that were written, in order; they stay, however it ended. */
  readonly files: readonly string[];
  /** How many there should have been. */
  readonly total: number;
  readonly cancelled: boolean;
  /** Why the rest is missing. If nothing could be written, the request itself is refused. */
  readonly failed: RefusalMessage | null;
}

export type RequestType = keyof typeof REQUESTS;
export type RequestOf<T extends RequestType> = z.input<(typeof REQUESTS)[T]>;

export interface AnswerOf extends RegisterAnswers, BoardAnswers, SlidesAnswers, MovingAnswers {
  'meeting.create': { meetingId: string };
  'meeting.continue': { meetingId: string };
  'meeting.open': null;
  'meeting.close': null;
  'meeting.rehearse': { meetingId: string };
  /** `null` if that meeting no longer exists. */
  'meeting.endRehearsal': { meetingId: string | null };
  'meeting.discard': null;
  'meeting.restore': null;
  'sample.create': { meetingId: string };
  'settings.edit': null;
  'settings.agencies': null;
  /** `null` if the user cancelled. */
  'settings.export': { path: string | null };
  'emblem.set': null;
  'emblem.clear': null;
  'history.undo': null;
  'history.redo': null;
  'application.leave': null;
  'notice.dismiss': null;
  'projector.open': { url: string | null };
  'projector.close': null;
  'projector.strip': null;
  'displays.identify': null;
  'desk.fill': null;
  'desk.takeOver': null;
  'document.preview': { url: string };
  /** `null` if the user cancelled. */
  'document.export': { path: string | null };
  /** `null` if the user cancelled before anything was written. */
  'document.exportAgencies': AgencyExport | null;
  'document.cancel': null;
  'document.text': { text: string };
  'backup.now': BackupRow;
  'backup.list': BackupRow[];
  'backup.look': BackupContent;
  'backup.restore': { meetingId: string };
  /** `null` if the user cancelled; without a meeting if it was a backup of the register. */
  'backup.import': { meetingId: string | null } | null;
  'backup.chooseFolder': { folder: string | null };
  'archive.list': readonly ArchiveStamp[];
  /** In the order of the identifiers, at least one. */
  'archive.digests': readonly ArchiveText[];
  'data.about': DataAbout;
  'data.openFolder': null;
  /** `changes`: how many changes the files prove; `same`: whether they give the meeting in memory. */
  'data.check': { same: boolean; changes: number; notice: string | null };
  'file.show': null;
}

/** Requests that are answered with nothing: that they were accepted is all there is to say. */
export type SilentRequest = {
  [T in RequestType]: [AnswerOf[T]] extends [null] ? T : never;
}[RequestType];
/** Requests of which an answer may be `null` as well as something. */
export type MayBeNothing = Exclude<
  { [T in RequestType]: null extends AnswerOf[T] ? T : never }[RequestType],
  SilentRequest
>;

/** What the projector may request: its window has the clicker's keys. */
export const PROJECTOR_MAY_ASK: readonly RequestType[] = ['slides.turn'];

/** What a read-only desk may request: it changes nothing, here or on the projector. */
export const ONLOOKER_MAY_ASK: readonly RequestType[] = [
  'desk.takeOver',
  'document.preview',
  'document.text',
  'backup.list',
  'backup.look',
  'archive.list',
  'archive.digests',
  'register.read',
  'register.backups',
  'register.look',
  'board.preview',
  'board.text',
  'data.about',
  'data.check',
  'slides.address',
  'slides.about',
];
