import { foldArchive } from '#core/archive/folded.ts';
import type { ArchiveContents } from '#core/archive/manifest.ts';
import type { Command } from '#core/commands/apply.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { MovingPreview } from '#core/protocol/moving-requests.ts';
import type { AnswerOf, RequestOf, RequestType } from '#core/protocol/requests.ts';
import type { DeskView } from '#core/views/desk.ts';
import type { ReceivedFile } from '#main/moving/received-file.ts';
import type { ExportDisk } from '#main/storage/export-file.ts';
import { readDigest } from '#renderer/archive/read-digest.ts';
import type { DiskImage } from '../doubles/disk/disk-image.ts';
import { type SimulatedDiskOptions, simulatedDisk } from '../doubles/disk/simulated-disk.ts';
import { agencyRows } from './agency-rows.ts';
import { DATA, modelApplication } from './application-model.ts';
import { movedClock } from './projector-at-work.ts';
import { wholeBytes } from './whole-bytes.ts';

/** What another person reads of follow-ups, problems and agencies: without where and how often each is stored. */
export interface Folds {
  readonly followUps: readonly unknown[];
  readonly problems: readonly unknown[];
  readonly agencies: readonly string[];
}

/** A whole computer with Ekspose on it, on a disk of its own; a refusal is thrown as an error of its code. */
export interface Computer {
  readonly disk: ReturnType<typeof simulatedDisk>;
  view(): DeskView;
  meeting(): Meeting;
  send(command: Command): Promise<void>;
  ask<T extends RequestType>(type: T, payload: RequestOf<T>): Promise<AnswerOf[T]>;
  /** Creates a meeting with these agencies, and leaves it open. */
  create(title: string, agencies?: string, date?: string): Promise<string>;
  /** Writes a note under the first agency's turn. @returns its id */
  note(text: string, visibility?: 'private' | 'internal'): Promise<string>;
  followUp(what: string, noteId?: string | null): Promise<string>;
  pack(contents: ArchiveContents): Promise<Uint8Array>;
  receive(archive: Uint8Array): Promise<string>;
  look(archive: Uint8Array): Promise<MovingPreview>;
  take(archive: Uint8Array, settings?: boolean): Promise<MovingPreview>;
  folds(): Promise<Folds>;
  /** Every meeting's title and notes, in no particular order. */
  notes(): Promise<string[]>;
  stop(): Promise<void>;
}

/** A received file in memory. */
export function memoryFile(): ReceivedFile {
  let bytes: Buffer | null = null;
  return {
    async begin() {
      bytes = Buffer.alloc(0);
    },
    async append(piece) {
      bytes = Buffer.concat([bytes ?? Buffer.alloc(0), piece]);
    },
    async open() {
      const all = bytes;
      if (all === null) return null;
      return { size: all.length, read: async (at, n) => all.subarray(at, at + n), close: async () => undefined };
    },
    async remove() {
      bytes = null;
    },
  };
}

export interface ComputerOptions {
  readonly image?: DiskImage;
  readonly before?: SimulatedDiskOptions['before'];
  readonly received?: ReceivedFile;
  /** Called before each piece of an exported file is written. */
  onPiece?(): void;
}

const PIECE = 300_000;

export async function computer(options: ComputerOptions = {}): Promise<Computer> {
  const { image, before, received = memoryFile() } = options;
  const disk = simulatedDisk({
    ...(image === undefined ? {} : { image }),
    ...(before === undefined ? {} : { before }),
  });
  await disk.port.makeFolder(DATA);
  await disk.port.syncFolder('/');
  const written = new Map<string, Buffer>();
  const exportDisk: ExportDisk = {
    async writeSynced(path, bytes) {
      written.set(path, await wholeBytes(bytes, options.onPiece));
    },
    async rename(from, to) {
      written.set(to, written.get(from) ?? Buffer.alloc(0));
      written.delete(from);
    },
    remove: async (path) => void written.delete(path),
    makeFolder: async () => undefined,
  };
  const clock = movedClock();
  const moving = { exportDisk, received };
  const app = await modelApplication({
    ...{ files: disk.port, clock, isFull: () => false, onDesk: () => undefined, moving },
  });
  const view = (): DeskView => app.desks[0].view();
  const meeting = (): Meeting => {
    const open = view().meeting;
    if (open === null) throw new Error('no meeting is open');
    return open;
  };
  async function ask<T extends RequestType>(type: T, payload: RequestOf<T>): Promise<AnswerOf[T]> {
    clock.advance(1000);
    const reply = await app.ask(type, payload);
    if (reply.ok) return reply.value;
    throw Object.assign(new Error(reply.refusal.code), reply.refusal);
  }
  async function send(command: Command): Promise<void> {
    clock.advance(1000);
    const reply = await app.send(command);
    if (!reply.ok) throw new Error(reply.refusal.code);
  }
  async function receive(archive: Uint8Array): Promise<string> {
    let copy: string | null = null;
    for (let at = 0; copy === null || at < archive.length; at += PIECE) {
      const bytes = Buffer.from(archive.subarray(at, at + PIECE)).toString('base64');
      copy = (await ask('moving.receive', { copy, at, bytes })).copy;
    }
    return copy;
  }
  const name = 'pindah.ekspose';
  async function digests() {
    const ids = (await ask('archive.list', {})).map(({ id }) => id);
    const texts = ids.length === 0 ? [] : await ask('archive.digests', { ids });
    const found = await Promise.all(texts.map(({ text }) => (text === null ? null : readDigest(text))));
    return found.flatMap((digest) => digest ?? []);
  }
  return {
    disk,
    view,
    meeting,
    send,
    ask,
    async create(title, agencies = 'Dinas Satu\nDinas Dua', date = '2021-05-17') {
      const rows = agencyRows(agencies);
      return (await ask('meeting.create', { title, date, agencies: rows, carryFrom: null })).meetingId;
    },
    async note(text, visibility = 'internal') {
      const item = Object.values(meeting().agenda.items).find(({ kind }) => kind === 'agency');
      const before = Object.keys(meeting().notes[item?.id ?? ''] ?? {});
      const author = { kind: 'leader', role: 'bupati' } as const;
      const said = { author, kind: 'directive', visibility, text, minute: null } as const;
      await send({ type: 'note.add', itemId: item?.id ?? '', concerns: null, ...said });
      return Object.keys(meeting().notes[item?.id ?? ''] ?? {}).find((id) => !before.includes(id)) ?? '';
    },
    async followUp(what, noteId = null) {
      await send({ type: 'followUp.add', noteId, itemId: null, what, pics: null, due: null, status: 'open' });
      return meeting().followUps.order.at(-1) ?? '';
    },
    async pack(contents) {
      const { path } = await ask('moving.pack', { contents, overwrite: true });
      return written.get(path ?? '') ?? Buffer.alloc(0);
    },
    receive,
    async look(archive) {
      return ask('moving.look', { name, copy: await receive(archive) });
    },
    async take(archive, settings = false) {
      return ask('moving.take', { name, copy: await receive(archive), settings });
    },
    async folds() {
      const register = await ask('register.read', {});
      const folded = foldArchive({ digests: await digests(), register, isSampleOpen: false }, '2021-06-01');
      const called = (ids: readonly string[]): string[] =>
        ids.map((id) => folded.agencies.of(id)?.name ?? id).toSorted();
      return {
        followUps: folded.matters.followUps.map(({ id, what, status, due, remark, pics }) => ({
          ...{ id, what, status, due, remark, pics: called(pics) },
          entries: folded.matters.entriesOf(id).map((entry) => entry.id),
        })),
        problems: folded.matters.problems.map(({ id, text, solved, agencyId }) => ({
          ...{ id, text, solved, agency: called([agencyId]) },
          entries: folded.matters.entriesOf(id).map((entry) => entry.id),
        })),
        agencies: folded.agencies.all.map((agency) => agency.name).toSorted(),
      };
    },
    notes: async () => [...new Set((await digests()).flatMap(({ notes }) => notes.map(({ text }) => text)))].toSorted(),
    stop: () => app.application.stop(),
  };
}
