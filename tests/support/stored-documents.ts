import { brokenRegisterRules, brokenRules } from '#core/commands/broken-rules.ts';
import type { RegisterCommand, RegisterCommandType } from '#core/commands/register.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { emptyRegister, type Register } from '#core/model/register.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { Notice, SavedState } from '#core/views/desk.ts';
import type { JournalOptions, OpenedDocument } from '#main/meeting/journal.ts';
import { type MeetingSession, meetingSession } from '#main/meeting/meeting-session.ts';
import { meetingStore, type Opened } from '#main/meeting/meeting-store.ts';
import { recover, recoverDocument } from '#main/meeting/recovery.ts';
import { openRegister, REGISTER, registerMark } from '#main/register/register-files.ts';
import { type RegisterSession, registerSession } from '#main/register/register-session.ts';
import type { FilePort } from '#main/storage/file-port.ts';
import type { Dice } from '../doubles/disk/legal-states.ts';
import { anyDeed, type MovedClock, roomOf } from './projector-at-work.ts';

/** A document as its files were found. */
export interface Found {
  readonly seq: number;
  readonly value: object;
  readonly notices: readonly Notice[];
  /** What people wrote in it. */
  readonly words: readonly string[];
  readonly brokenRules: readonly string[];
}

/** An open document of any kind at work. */
export interface Sitting {
  readonly found: Found;
  value(): object;
  saved(): SavedState;
  /** Does something that a desk might do; what is refused changes nothing. */
  act(roll: Dice): void;
  /** Writes something into it, as one change. */
  say(text: string): void;
  /** Stores its progress beside it, if the kind has such a thing. */
  beat(): Promise<void>;
  /** Stores beside it how many changes are on the disk, whatever is going on in it. */
  mark(): Promise<void>;
  flush(): Promise<void>;
  close(): Promise<void>;
  stop(): Promise<void>;
}

/** One document of a kind on a disk. */
export interface Stored {
  readonly folder: string;
  /** As it is when it has just been created. */
  readonly first: object;
  create(): Promise<void>;
  /** Reads it without beginning to work on it. */
  find(): Promise<Found>;
  /** @param onChange called after every change */
  open(onChange: () => void): Promise<Sitting>;
}

const thrown = (error: unknown): never => {
  throw error;
};

/** What the files of a document prove. */
export interface Proven {
  readonly seq: number;
  readonly value: object;
  readonly unreadable: number;
  readonly torn: boolean;
}

export interface Kind {
  readonly word: 'meeting' | 'register';
  at(files: FilePort, clock: MovedClock, newId: () => string, options: Options): Stored;
  /** What its files prove. */
  recovered(files: FilePort, folder: string): Promise<Proven>;
}

interface Options {
  readonly dataFolder: string;
  readonly tuning?: Pick<JournalOptions, 'bound' | 'wait'>;
  report(error: unknown): void;
}

const foundMeeting = ({ seq, meeting, notices }: Opened): Found => ({
  seq,
  value: meeting,
  notices,
  words: [...allNotes(meeting).map(({ text }) => text), ...Object.values(meeting.drafts).map(({ text }) => text)],
  brokenRules: brokenRules(meeting),
});

const ofMeetings: Kind = {
  word: 'meeting',
  at(files, clock, newId, options) {
    const store = meetingStore({ files, now: clock.now, ...options });
    const meeting = roomOf(clock);
    return {
      folder: store.folderOf(meeting.id),
      first: meeting,
      create: () => store.create(meeting),
      find: async () => foundMeeting(await store.open(meeting.id)),
      async open(onChange) {
        const opened = await store.open(meeting.id);
        const session: MeetingSession = meetingSession({
          opened,
          clock,
          newId,
          onChange: (patches) => patches.length > 0 && onChange(),
        });
        return {
          ...session,
          found: foundMeeting(opened),
          value: session.meeting,
          mark: () => store.beat(meeting.id, { turn: null, at: clock.now(), durable: session.saved().durable }),
          act: (roll) => anyDeed(session, roll),
          say: (theme) => session.command({ type: 'meeting.edit', fields: { theme } }),
          async beat() {
            const beat = session.heartbeat();
            if (beat !== null)
              await store.beat(meeting.id, { turn: beat, at: beat.at, durable: session.saved().durable });
          },
        };
      },
    };
  },
  async recovered(files, folder) {
    const { seq, meeting, unreadable, torn } = await recover({ files, folder, report: thrown });
    return { seq, value: meeting, unreadable, torn };
  },
};

/** A command of the register, of a few follow-ups and agencies. */
function anyCommand(register: Register, roll: Dice): RegisterCommand {
  const subjectIds = [`f${roll(5)}`, `f${roll(5)}`];
  const agencies = [{ id: `a${roll(4)}`, name: `Dinas ${roll(6)}`, short: '', head: '' }];
  const known = Object.keys(register.agencies);
  const agencyId = known[roll(Math.max(1, known.length))] ?? 'gone';
  const remark = `Kata ${'é漢a"\\\n'.slice(0, roll(7))}${roll(1_000_000)} ${'x'.repeat(roll(80))}`;
  const commands: RegisterCommand[] = [
    { type: 'entry.add', subjectIds, fields: { remark } },
    { type: 'entry.add', subjectIds, fields: { status: 'done', evidence: remark }, by: 'sekda' },
    { type: 'entry.add', subjectIds: ['f0'], fields: { pics: [agencies[0]?.id ?? ''] }, agencies },
    { type: 'agency.edit', agencyId, fields: { name: `Dinas ${roll(9)}` }, agencies },
    { type: 'agency.merge', agencyId, into: agencies[0]?.id ?? null, agencies },
  ];
  return commands[roll(commands.length)] ?? { type: 'agency.add', name: remark };
}

const foundRegister = ({ seq, document, notices }: OpenedDocument<Register, RegisterCommandType>): Found => ({
  seq,
  value: document,
  notices,
  words: Object.values(document.entries).flatMap(({ fields: { remark, evidence } }) => [
    ...(remark === undefined ? [] : [remark]),
    ...(evidence === undefined ? [] : [evidence]),
  ]),
  brokenRules: brokenRegisterRules(document),
});

const ofRegisters: Kind = {
  word: 'register',
  at(files, clock, newId, { dataFolder, report, tuning }) {
    const backups = { paths: async () => [] };
    const opening = () => openRegister({ files, dataFolder, now: clock.now, report, backups, tuning });
    const context = () => ({
      at: clock.now(),
      zone: 'WITA' as const,
      newId,
      lastHeard: () => null,
      orderedOn: () => null,
    });
    return {
      folder: `${dataFolder}/register`,
      first: emptyRegister(clock.now()),
      create: async () => void (await opening()),
      find: async () => foundRegister(await opening()),
      async open(onChange) {
        let seq = 0;
        const opened = await opening();
        const session: RegisterSession = registerSession({
          opened,
          clock,
          context,
          onChange() {
            if (session.seq() === seq) return;
            seq = session.seq();
            onChange();
          },
        });
        seq = session.seq();
        return {
          ...session,
          found: foundRegister(opened),
          value: session.register,
          beat: async () => undefined,
          say: (remark) => session.command({ type: 'entry.add', subjectIds: ['f0'], fields: { remark } }, 'desk'),
          mark: () => registerMark({ files, dataFolder, now: clock.now, report })(session.saved().durable),
          act(roll) {
            try {
              const kind = roll(10);
              if (kind < 2) session.step(kind === 0 ? 'undo' : 'redo');
              else session.command(anyCommand(session.register(), roll), kind === 2 ? 'application' : 'desk');
            } catch (error) {
              if (!(error instanceof Refused)) throw error;
            }
          },
        };
      },
    };
  },
  async recovered(files, folder) {
    const { seq, document, unreadable, torn } = await recoverDocument(REGISTER, { files, folder, report: thrown });
    return { seq, value: document, unreadable, torn };
  },
};

/** The kinds of documents that are stored as a snapshot and a journal. */
export const KINDS = { meeting: ofMeetings, register: ofRegisters } as const;
