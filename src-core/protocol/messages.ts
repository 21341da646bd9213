import type { Patch } from 'immer';
import { z } from 'zod';
import type { Command } from '../commands/apply.ts';
import { DocumentFormat, DocumentKind, TextPurpose } from '../minutes/documents.ts';
import { AgencyRows } from '../model/agency.ts';
import { type BackupContent, BackupName, BackupPlace, type BackupRow } from '../model/backup.ts';
import { DocumentOptions } from '../model/export-options.ts';
import { CivilDateSchema } from '../model/follow-up.ts';
import { TITLE_MAX } from '../model/lengths.ts';
import { SettingsPatch } from '../model/settings.ts';
import type { RefusalCode } from '../refusals/refusals.ts';
import type { Instant, Mono } from '../time/units.ts';
import type { DeskView } from '../views/desk.ts';
import type { ProjectorView } from '../views/projector.ts';

/** A window is an audience: it is sent the view made for it, and may send what is listed for it below. */
export const AUDIENCES = ['desk', 'projector'] as const;
export type Audience = (typeof AUDIENCES)[number];

export interface ViewOf {
  desk: DeskView;
  projector: ProjectorView;
}

/** Answers to `hello`: the whole view, and the main process's clocks at that moment. */
export interface Hello<A extends Audience = Audience> {
  readonly audience: A;
  /** Who the window is among those of its audience, to compare with `DeskView.seat`. */
  readonly client: string;
  readonly view: ViewOf[A];
  /**
   * The revision of this audience's view. A push of this revision or an earlier one is already in it; the next one is
   * `rev + 1`.
   */
  readonly rev: number;
  readonly clocks: Clocks;
}

export interface Clocks {
  /** The monotonic clock that anchors refer to. */
  readonly mono: Mono;
  readonly now: Instant;
}

/**
 * What main sends unasked. The desk gets patches of its view (immer's form); the projector always its whole small view,
 * so that no two halves of a change can be seen.
 *
 * Each audience has revisions of its own, without a gap: a push takes the view of `rev - 1` to `rev`. A window applies
 * only the one behind what it knows; an earlier one it drops, and when one is missing it calls `hello` again.
 */
export type Push =
  | { readonly kind: 'patches'; readonly patches: readonly Patch[]; readonly rev: number; readonly clocks: Clocks }
  | { readonly kind: 'view'; readonly view: DeskView | ProjectorView; readonly rev: number; readonly clocks: Clocks };

export interface RefusalMessage {
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export type Reply<T = null> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: RefusalMessage };

const MeetingId = z.string().min(1).max(64);

/** The longest text that is taken as a backup, in characters; far more than the largest meeting makes. */
export const LARGEST_BACKUP = 64_000_000;

/** The longest emblem that is taken, in characters of base64: a little more than 2 MB of picture. */
export const LARGEST_EMBLEM = 2_800_000;

/** Where the data is, for the page that tells of it. */
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

/** What the desk may ask of the application, besides commands to the meeting. */
export const REQUESTS = {
  'meeting.create': z.object({
    title: z.string().trim().min(1).max(TITLE_MAX),
    date: CivilDateSchema,
    /** The agencies that present; empty means the user's own list. */
    agencies: AgencyRows,
    /** Bring back the open follow-ups of this earlier meeting. */
    carryFrom: z.string().nullable(),
  }),
  'meeting.open': z.object({ meetingId: z.string().min(1).max(64) }),
  'meeting.close': z.object({}),
  /** Opens a copy of the open meeting, which must not have begun, to be rehearsed in; refused with `rehearsalTooLate`. */
  'meeting.rehearse': z.object({}),
  /** Throws the open rehearsal away and opens the meeting of which it is one, which is as it was. */
  'meeting.endRehearsal': z.object({}),
  /** Moves a meeting to the folder `trash/` of the data folder. */
  'meeting.discard': z.object({ meetingId: z.string().min(1).max(64) }),
  /** Takes it back from there. */
  'meeting.restore': z.object({ meetingId: z.string().min(1).max(64) }),
  'sample.create': z.object({}),
  'settings.edit': z.object({ fields: SettingsPatch }),
  /** Replaces the user's own list of agencies; an empty one brings the sample list back. */
  'settings.agencies': z.object({ agencies: AgencyRows }),
  /** Takes the user's emblem, a PNG in base64; refused with `emblemUnsound` for anything that is not wholly one. */
  'emblem.set': z.object({ png: z.string().max(LARGEST_EMBLEM) }),
  'emblem.clear': z.object({}),
  'history.undo': z.object({}),
  'history.redo': z.object({}),
  'notice.dismiss': z.object({ index: z.number().int().min(0).max(1000) }),
  'projector.open': z.object({ displayId: z.string().nullable() }),
  'projector.close': z.object({}),
  /** Shows on each display, for some seconds, its number in the desk's list. Nothing happens where the host cannot. */
  'displays.identify': z.object({}),
  /** The desk's window fills its display, or is a window again; see `HostState.placing` for hosts that cannot. */
  'desk.fill': z.object({ on: z.boolean() }),
  /** Takes the pen from the desk that holds it; that one is told at once and looks on from then. */
  'desk.takeOver': z.object({}),
  /** Makes a document's HTML; answers with the address under which the desk may show it. */
  'document.preview': z.object({ document: DocumentKind, options: DocumentOptions, agencyId: z.string().nullable() }),
  /**
   * Writes a document in one of the formats of `FORMATS_OF`; refused with `exportExists` unless `overwrite`. Sent again
   * with `overwrite` after that refusal, it writes to the place that was asked about, without asking for it again.
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
   * Writes every agency's "Lembar arahan" as PDF into one folder, which the host asks for. Progress is in the desk's view
   * (`exporting`). Refused with `exportExists` when that would replace a file, unless `overwrite`; see `document.export`.
   */
  'document.exportAgencies': z.object({ options: DocumentOptions, overwrite: z.boolean() }),
  /** Stops `document.exportAgencies` after the file that it is at. Does nothing when nothing is under way. */
  'document.cancel': z.object({}),
  /** A document as plain text, for a file or for a messenger, whose options are not the document's. For what has a `txt` format. */
  'document.text': z.object({
    document: DocumentKind,
    options: DocumentOptions,
    agencyId: z.string().nullable(),
    purpose: TextPurpose.default('message'),
  }),
  /** Backs the open meeting up now; refused with `backupFailed` when no folder took it. */
  'backup.now': z.object({}),
  /** The backups of a meeting, newest first. */
  'backup.list': z.object({ meetingId: MeetingId }),
  /** What is inside a backup. */
  'backup.look': z.object({ meetingId: MeetingId, place: BackupPlace, name: BackupName }),
  /** Opens the meeting as the backup holds it; the present state is backed up first. */
  'backup.restore': z.object({ meetingId: MeetingId, place: BackupPlace, name: BackupName }),
  /**
   * Opens a backup of another computer as a meeting of this one: its text, or `null` where the host asks for the file.
   * One that is here already is taken in as a second meeting.
   */
  'backup.import': z.object({ text: z.string().max(LARGEST_BACKUP).nullable() }),
  /** Lets the host ask for the folder of the user's choice and keeps it in the settings. */
  'backup.chooseFolder': z.object({}),
  /** Where the data is, and how large. */
  'data.about': z.object({}),
  /** Opens the data folder with the system's program for folders. */
  'data.openFolder': z.object({}),
  /** Reads the open meeting's files back and compares them with what is in memory. */
  'data.check': z.object({}),
  /** Opens a file that was exported, or its folder. */
  'file.show': z.object({ path: z.string().max(4096), how: z.enum(['open', 'folder']) }),
} as const;

/** What `document.exportAgencies` has done. */
export interface AgencyExport {
  readonly folder: string;
  /** The names of the files that were written, in order; they stay, however it ended. */
  readonly files: readonly string[];
  /** How many there should have been. */
  readonly total: number;
  readonly cancelled: boolean;
  /** Why the rest is missing. When nothing at all could be written, the request itself is refused. */
  readonly failed: RefusalMessage | null;
}

export type RequestType = keyof typeof REQUESTS;
export type RequestOf<T extends RequestType> = z.input<(typeof REQUESTS)[T]>;

export interface AnswerOf {
  'meeting.create': { meetingId: string };
  'meeting.open': null;
  'meeting.close': null;
  'meeting.rehearse': { meetingId: string };
  /** `null` when that one is not here any more. */
  'meeting.endRehearsal': { meetingId: string | null };
  'meeting.discard': null;
  'meeting.restore': null;
  'sample.create': { meetingId: string };
  'settings.edit': null;
  'settings.agencies': null;
  'emblem.set': null;
  'emblem.clear': null;
  'history.undo': null;
  'history.redo': null;
  'notice.dismiss': null;
  'projector.open': { url: string | null };
  'projector.close': null;
  'displays.identify': null;
  'desk.fill': null;
  'desk.takeOver': null;
  'document.preview': { url: string };
  /** `null` when the user cancelled. */
  'document.export': { path: string | null };
  /** `null` when the user cancelled before anything was written. */
  'document.exportAgencies': AgencyExport | null;
  'document.cancel': null;
  'document.text': { text: string };
  'backup.now': BackupRow;
  'backup.list': BackupRow[];
  'backup.look': BackupContent;
  'backup.restore': { meetingId: string };
  /** `null` when the user cancelled. */
  'backup.import': { meetingId: string } | null;
  'backup.chooseFolder': { folder: string | null };
  'data.about': DataAbout;
  'data.openFolder': null;
  /** `changes`: how many changes the files prove; `same`: whether they give the meeting that is in memory. */
  'data.check': { same: boolean; changes: number; notice: string | null };
  'file.show': null;
}

/** What a desk that only looks on may ask: it changes nothing, here or in the room. */
export const ONLOOKER_MAY_ASK: readonly RequestType[] = [
  'desk.takeOver',
  'document.preview',
  'document.text',
  'backup.list',
  'backup.look',
  'data.about',
  'data.check',
];

/** The envelope of everything that a window sends. */
export const ClientMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello') }),
  z.object({ kind: z.literal('command'), command: z.looseObject({ type: z.string() }) }),
  z.object({ kind: z.literal('request'), type: z.string(), payload: z.unknown() }),
]);
export type ClientMessage = z.infer<typeof ClientMessage>;

/** What each audience may send at all. The projector only listens. */
export const MAY_SEND: Record<Audience, readonly ClientMessage['kind'][]> = {
  desk: ['hello', 'command', 'request'],
  projector: ['hello'],
};

/** `reconnecting`: the connection broke and is being made again; what is asked for meanwhile waits. */
export type ConnectionStatus = 'connected' | 'reconnecting';

/**
 * The four functions that a preload exposes as `window.ekspose`, and that the browser host's connection offers alike.
 */
export interface EksposePort {
  hello(): Promise<Hello>;
  /** Answers with the change's sequence number; it is on the disk when the view's `saved.durable` has reached it. */
  send(command: Command): Promise<Reply<{ seq: number }>>;
  ask<T extends RequestType>(type: T, payload: RequestOf<T>): Promise<Reply<AnswerOf[T]>>;
  /** @returns stops listening */
  onPush(listener: (push: Push) => void): () => void;
  /**
   * Tells when the connection breaks and when it is there again; what was pushed meanwhile was not heard, so the view must
   * be fetched anew. Absent where a connection cannot break. @returns stops listening
   */
  onStatus?(listener: (status: ConnectionStatus) => void): () => void;
}
