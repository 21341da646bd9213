import type { Command } from '#core/commands/apply.ts';
import type { FollowUpNow } from '#core/model/follow-up-now.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { followUpsNow } from '#core/model/meeting-matters.ts';
import type { Reply } from '#core/protocol/messages.ts';
import type { AnswerOf, RequestOf, RequestType } from '#core/protocol/requests.ts';
import type { DeskView } from '#core/views/desk.ts';
import type { ProjectorView } from '#core/views/projector.ts';
import type { FilePort } from '#main/storage/file-port.ts';
import { failure, simulatedDisk } from '../doubles/disk/simulated-disk.ts';
import { agencyRows } from './agency-rows.ts';
import { DATA, modelApplication } from './application-model.ts';
import { type MovedClock, movedClock } from './projector-at-work.ts';

/** What may become of the follow-ups of a deleted meeting. */
export const DISCARDS = ['keep', 'hand', 'withdraw'] as const;

/** The application at work with two meetings of a series; a refusal is thrown as an error. */
export interface Series {
  readonly disk: ReturnType<typeof simulatedDisk>;
  readonly clock: MovedClock;
  /** Whether the disk is full. */
  full(on: boolean): void;
  /** The journal of this meeting cannot be read until another is named, or none. */
  unreadable(meetingId: string | null): void;
  /** Whether another program uses the register's files. */
  registerInUse(on: boolean): void;
  stop(): Promise<void>;
  /** Damages every file of the register, its backups too. Returns what puts them back. */
  damageRegister(): Promise<() => Promise<void>>;
  readonly first: string;
  readonly second: string;
  /** A follow-up that is open in both. */
  readonly followUpId: string;
  view(): DeskView;
  /** What the projector is sent. */
  projected(): ProjectorView;
  /** The open meeting. */
  meeting(): Meeting;
  /** Its first follow-up. */
  now(): FollowUpNow | undefined;
  open(meetingId: string): Promise<void>;
  send(command: Command): Promise<void>;
  undo(): Promise<void>;
  ask<T extends RequestType>(type: T, payload: RequestOf<T>): Promise<AnswerOf[T]>;
  /** The application ends and starts again. */
  again(): Promise<void>;
}

function accepted<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new Error(JSON.stringify(reply.refusal));
}

/** A meeting that has one open follow-up, and the meeting that continues it, which is open. */
export async function series(): Promise<Series> {
  let isFull = false;
  let unreadable: string | null = null;
  let isInUse = false;
  const disk = simulatedDisk({
    before(operation, path) {
      if (isFull && (operation === 'write' || operation === 'create')) throw failure('ENOSPC', path);
    },
  });
  await disk.port.makeFolder(DATA);
  const clock = movedClock();
  const files: FilePort = {
    ...disk.port,
    async read(path, encoding) {
      const isUsed = isInUse && path.startsWith(`${DATA}/register/`);
      if (isUsed || path === `${DATA}/meetings/${unreadable}/journal.ndjson`) throw failure('EBUSY', path);
      return disk.port.read(path, encoding);
    },
  };
  const start = () => modelApplication({ files, clock, isFull: () => isFull, onDesk: () => undefined });
  let app = await start();
  const view = (): DeskView => app.desks[0].view();
  const meeting = (): Meeting => {
    const open = view().meeting;
    if (open === null) throw new Error('no meeting is open');
    return open;
  };
  const ask = async <T extends RequestType>(type: T, payload: RequestOf<T>): Promise<AnswerOf[T]> => {
    clock.advance(1000);
    return accepted(await app.ask(type, payload));
  };
  const send = async (command: Command): Promise<void> => {
    clock.advance(1000);
    accepted(await app.send(command));
  };
  const date = '2021-05-17';
  await ask('meeting.create', { title: 'Satu', date, agencies: agencyRows('Dinas Satu'), carryFrom: null });
  await send({
    type: 'followUp.add',
    noteId: null,
    itemId: null,
    what: 'Jalan',
    pics: null,
    due: null,
    status: 'open',
  });
  const [followUpId = ''] = meeting().followUps.order;
  const first = meeting().id;
  const { meetingId: second } = await ask('meeting.continue', { meetingId: first, title: 'Dua', date: '2021-05-31' });
  return {
    disk,
    clock,
    full: (on) => {
      isFull = on;
    },
    unreadable: (meetingId) => {
      unreadable = meetingId;
    },
    registerInUse: (on) => {
      isInUse = on;
    },
    stop: () => app.application.stop(),
    async damageRegister() {
      const folders = [`${DATA}/register`, `${DATA}/backups/register`];
      const named = folders.map(async (at) => (await disk.port.list(at)).map((one) => `${at}/${one}`));
      const paths = (await Promise.all(named)).flat();
      const texts = await Promise.all(paths.map((path) => disk.port.read(path)));
      for (const path of paths) await disk.port.writeSynced(path, 'rusak');
      return async () => {
        for (const [n, path] of paths.entries()) await disk.port.writeSynced(path, texts[n] ?? '');
      };
    },
    first,
    second,
    followUpId,
    view,
    projected: () => app.projector.view(),
    meeting,
    now: () => followUpsNow(meeting())[0],
    open: async (meetingId) => void (await ask('meeting.open', { meetingId })),
    send,
    undo: async () => void (await ask('history.undo', {})),
    ask,
    async again() {
      await app.application.stop();
      app = await start();
    },
  };
}
