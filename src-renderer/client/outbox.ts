import type { Command } from '#core/commands/apply.ts';
import type { MeetingId } from '#core/model/meeting.ts';
import type { Reply } from '#core/protocol/messages.ts';
import type { RefusalMessage } from '#core/protocol/requests.ts';
import type { RefusalCode } from '#core/refusals/refusals.ts';
import { mayRepeat, wordsOf } from './command-words.ts';
import { entryStore, type OutboxEntry } from './outbox-storage.ts';

/** The result of a command: its answer, or `null` if none came (yet). */
export type Answer = Reply<{ seq: number }> | null;

/** What the window knows of the open meeting. */
export interface OpenMeeting {
  readonly id: MeetingId;
  readonly seq: number;
  readonly durable: number;
}

export interface OutboxOptions {
  /** The window's own: it survives a reload or crash of the page. */
  readonly storage: Storage;
  send(command: Command): Promise<Reply<{ seq: number }>>;
  open(): OpenMeeting | null;
  placeOf(command: Command): string;
  /** Called once for each command whose sending failed. */
  onFailed?(error: unknown): void;
  /** Schedules another attempt; by default with the window's own timer. */
  later?(run: () => void, ms: number): void;
}

/** Typed words on their way to the disk. */
export interface Outbox {
  /** Keeps a command of the open meeting (or another one) before it is sent. `null` if it is not for a meeting. */
  put(key: string, command: Command, meetingId?: MeetingId | null): OutboxEntry | null;
  /**
   * Sends the entry now, after everything that waits before it.
   * @returns its answer; `null` if it stays here for a later attempt: no answer came, or another meeting is open
   */
  send(entry: OutboxEntry): Promise<Answer>;
  /** Discards what is kept under the key; an applied command stays until it is on the disk. */
  drop(key: string, meetingId?: MeetingId | null): void;
  /** Removes an entry whose words are now kept elsewhere. */
  remove(entry: OutboxEntry): void;
  /** The newest command under the key for the open meeting that is not known to be done. */
  find(key: string): Command | null;
  /** Another desk holds or held the seat: what is not known to be in the meeting can only be copied from now on. */
  setAside(): void;
  /** Removes what is on the disk; called with every new view. */
  letGo(): void;
  /** Sends what waits for the open meeting, in order: after a meeting was opened, or the connection restored. */
  resume(): void;
  /** The same array while nothing changed. */
  entries(): readonly OutboxEntry[];
  subscribe(listener: () => void): () => void;
}

/** Refusals that mean "not now": the words stay, and are sent again when the meeting is open. */
const NOT_NOW: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['meetingChanging', 'quitting', 'noMeeting']);

/** True for an answer after which the outbox tries again by itself. */
export const isPostponed = (answer: Answer): boolean =>
  answer === null || (!answer.ok && NOT_NOW.has(answer.refusal.code));

/** True for an answer after which the words can only be copied: those of another desk are newer, and must stay. */
export const isOvertaken = (answer: Answer): boolean =>
  answer !== null && !answer.ok && answer.refusal.code === 'otherDesk';

const FIRST_RETRY = 1000;
const LAST_RETRY = 10_000;

/** Every command with typed words goes through here: kept until its change is on the disk, sent again if necessary. */
export function outbox(options: OutboxOptions): Outbox {
  const { send, open, placeOf, onFailed, later = (run, ms) => void setTimeout(run, ms) } = options;
  const store = entryStore(options.storage);
  let retrying = false;
  let wait = FIRST_RETRY;

  const isHere = ({ n }: OutboxEntry): boolean => store.list().some((entry) => entry.n === n);
  const of = (key: string, meetingId: MeetingId): OutboxEntry | undefined =>
    store.list().findLast((entry) => entry.key === key && entry.meetingId === meetingId);

  /** What cannot be repeated is left to the user, who can see whether it was done. */
  const putBack = (entry: OutboxEntry, refusal: RefusalMessage | null): void => {
    store.change(entry.n, { state: mayRepeat(entry.command) ? 'waiting' : 'stuck', refusal });
    if (!mayRepeat(entry.command) || retrying) return;
    retrying = true;
    later(() => {
      retrying = false;
      wait = Math.min(LAST_RETRY, wait * 2);
      pump();
    }, wait);
  };

  /** Under a separate key, so that what is typed later does not replace it. */
  const overtaken = (entry: OutboxEntry): void => {
    const { n, ...fields } = entry;
    const refusal = { code: 'otherDesk', params: {} } as const;
    store.replace(n, { ...fields, key: `aside/${n}`, state: 'stuck', seq: null, refusal });
  };

  const settle = (entry: OutboxEntry, answer: Answer): void => {
    // Replaced or discarded meanwhile: a newer one contains what matters.
    if (!isHere(entry)) return;
    if (answer === null || isPostponed(answer)) putBack(entry, answer === null || answer.ok ? null : answer.refusal);
    else if (isOvertaken(answer)) overtaken(entry);
    else if (!answer.ok) store.change(entry.n, { state: 'stuck', refusal: answer.refusal });
    else {
      wait = FIRST_RETRY;
      store.change(entry.n, { state: 'applied', seq: answer.value.seq });
      letGo();
    }
  };

  const answers = new Map<number, Promise<Answer>>();
  const transmit = (entry: OutboxEntry): Promise<Answer> => {
    store.change(entry.n, { state: 'sent' });
    const answer = send({ ...entry.command, meetingId: entry.meetingId })
      .catch((error: unknown) => {
        if (entry.refusal === null && wait === FIRST_RETRY) onFailed?.(error);
        return null;
      })
      .then((reply: Answer) => {
        answers.delete(entry.n);
        settle(entry, reply);
        return reply;
      });
    answers.set(entry.n, answer);
    return answer;
  };

  /** Sends everything that waits for the open meeting; the connection keeps the order. */
  const pump = (): void => {
    const meetingId = open()?.id;
    for (const entry of store.list())
      if (entry.state === 'waiting' && entry.meetingId === meetingId) void transmit(entry);
  };

  /** What is on the disk need not be kept. */
  const letGo = (): void => {
    const meeting = open();
    if (meeting === null) return;
    for (const { n, meetingId, seq } of store.list())
      if (meetingId === meeting.id && seq !== null && seq <= meeting.durable) store.remove(n);
  };

  /** Sends again what a restarted application does not know. */
  const recheck = (): void => {
    const meeting = open();
    for (const { n, meetingId, seq, command } of store.list())
      if (meetingId === meeting?.id && seq !== null && seq > meeting.seq)
        store.change(n, { state: mayRepeat(command) ? 'waiting' : 'stuck', seq: null });
  };

  function resume(): void {
    wait = FIRST_RETRY;
    recheck();
    letGo();
    pump();
  }

  // The answers to what an earlier page had sent are unknown.
  for (const { n, state, command } of store.list())
    if (state !== 'stuck' && state !== 'applied') store.change(n, { state: mayRepeat(command) ? 'waiting' : 'stuck' });

  return {
    put: (key, command, meetingId = open()?.id ?? null) => {
      if (meetingId === null) return null;
      const before = of(key, meetingId);
      const place = before?.place ?? placeOf(command);
      const entry = { key, meetingId, command, place, state: 'typed', seq: null, refusal: null } as const;
      return store.replace(before?.n ?? null, entry);
    },
    send: async (entry) => {
      if (!isHere(entry)) return answers.get(entry.n) ?? null;
      store.change(entry.n, { state: 'waiting' });
      pump();
      return answers.get(entry.n) ?? null;
    },
    drop: (key, meetingId = open()?.id ?? null) => {
      const entry = meetingId === null ? undefined : of(key, meetingId);
      if (entry !== undefined && entry.state !== 'applied') store.remove(entry.n);
    },
    remove: ({ n }) => store.remove(n),
    find: (key) => {
      const meeting = open();
      const entry = meeting === null ? undefined : of(key, meeting.id);
      return entry === undefined || entry.state === 'applied' ? null : entry.command;
    },
    setAside: () => {
      const meetingId = open()?.id;
      for (const entry of store.list())
        if (entry.meetingId === meetingId && entry.state !== 'applied' && entry.state !== 'stuck') overtaken(entry);
    },
    letGo,
    resume,
    entries: store.list,
    subscribe: store.subscribe,
  };
}

/** Whether an entry contains words that another desk's have overtaken. */
export const isAside = ({ state, refusal }: OutboxEntry): boolean => state === 'stuck' && refusal?.code === 'otherDesk';

export interface UnsavedWords {
  readonly place: string;
  readonly text: string;
  readonly entry: OutboxEntry;
}

/** The words not reported as saved, oldest first and each once: a note's are those of the draft before it. */
export const unsavedWords = (entries: readonly OutboxEntry[]): UnsavedWords[] =>
  entries
    .map((entry) => ({ place: entry.place, text: wordsOf(entry.command), entry }))
    .filter(
      ({ place, text }, index, all) =>
        text !== '' && !all.slice(index + 1).some((later) => later.place === place && later.text === text),
    );
