import { digestOf, digestParts } from '#core/archive/digest.ts';
import type { Reply } from '#core/protocol/messages.ts';
import type { AnswerOf, ArchiveStamp, RequestOf, RequestType } from '#core/protocol/requests.ts';
import type { CivilDate } from '#core/time/zone.ts';
import type { DeskView } from '#core/views/desk.ts';
import { type ArchiveWorker, archiveWorker, WorkerGone, type WorkerLike } from '#renderer/archive/archive-worker.ts';
import type { AnswerTo, QueryOf, QueryType } from '#renderer/archive/protocol.ts';
import type { ViewStore } from '#renderer/client/view-store.ts';
import { type ValueStore, valueStore } from '../value-store.ts';

export type ArchiveState =
  /** Nobody has needed it, or not for long. */
  | { readonly kind: 'absent' }
  /** `done` of `total` meetings are read; what is read can be searched. */
  | { readonly kind: 'loading'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready' }
  /** It could not be read; `retry` tries again. */
  | { readonly kind: 'failed' };

/** The archive cannot answer now; its state says so, and nothing else needs to. */
export class ArchiveUnavailable extends Error {
  constructor() {
    super('the archive cannot be read');
    this.name = 'ArchiveUnavailable';
  }
}

/** What was said in all meetings, read and searched by a worker while somebody needs it. */
export interface ArchiveStore {
  readonly state: ValueStore<ArchiveState>;
  /** Another number whenever answers may be other ones. */
  readonly revision: ValueStore<number>;
  /** The same without what happens in the open meeting. */
  readonly earlierRevision: ValueStore<number>;
  /** Loads it, and keeps it while it is used. @returns ends the use */
  use(): () => void;
  /**
   * Asks; between `use` and its end. A search is answered from what is loaded so far, everything else when all is.
   * @param isEarlier of the open meeting only its agencies are wanted, so that its latest state need not be brought first
   * @throws ArchiveUnavailable
   */
  ask<T extends QueryType>(type: T, query: QueryOf<T>, isEarlier?: boolean): Promise<AnswerTo<T>>;
  retry(): void;
}

export interface ArchiveStoreParts {
  readonly store: Pick<ViewStore<DeskView>, 'current' | 'subscribe'>;
  request<T extends RequestType>(type: T, payload: RequestOf<T>): Promise<Reply<AnswerOf[T]> | null>;
  start(): WorkerLike;
  /** The day on which the desk is: how follow-ups stand. */
  today(): CivilDate;
  /** @returns cancels it */
  after(ms: number, run: () => void): () => void;
  report(error: unknown): void;
}

/** How long it is kept after its last use, ms: it needs memory, and an hour later it is read again in seconds. */
const KEPT = 5 * 60_000;
/** How often a worker that dies is replaced before the archive counts as failed. */
const REPLACED = 2;
/** Most meetings that one request names; an answer ends by its size long before. */
const NAMED = 500;

const sameParts = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((part, n) => Object.is(part, b[n]));

export function archiveStore({ store, request, start, today, after, report }: ArchiveStoreParts): ArchiveStore {
  const state = valueStore<ArchiveState>({ kind: 'absent' });
  const revision = valueStore(0);
  const earlierRevision = valueStore(0);
  /** What the worker has, by the stamp of the files of which it was made. */
  const stamps = new Map<string, string>();
  let worker: ArchiveWorker | null = null;
  let users = 0;
  let replaced = 0;
  let cancelEnd: (() => void) | null = null;
  let filling: Promise<void> | null = null;
  /** The stored meetings may have changed since they were listed. */
  let isStale = true;
  /** The state of the register that the worker has. */
  let registerRev: number | null = null;
  let put: readonly unknown[] = [];
  /** The open meeting that the worker has; its stored digest is older. */
  let putId: string | null = null;

  const answered = <T>(reply: Reply<T> | null): T => {
    if (reply?.ok !== true) throw new ArchiveUnavailable();
    return reply.value;
  };

  function end(): void {
    worker?.end();
    worker = null;
    stamps.clear();
    put = [];
    putId = null;
    registerRev = null;
    isStale = true;
  }
  function fail(error: unknown): void {
    if (!(error instanceof ArchiveUnavailable || error instanceof WorkerGone)) report(error);
    end();
    state.set({ kind: 'failed' });
  }

  function begin(): ArchiveWorker {
    worker ??= archiveWorker(start(), () => {
      end();
      replaced += 1;
      report(new Error('the archive’s worker died'));
      if (users === 0) state.set({ kind: 'absent' });
      else if (replaced > REPLACED) state.set({ kind: 'failed' });
      else {
        state.set({ kind: 'loading', done: 0, total: 0 });
        // What is just being filled fails, and is then begun again.
        if (filling === null) void fill();
      }
    });
    return worker;
  }

  /** Brings the worker what it lacks, batch by batch: the next is fetched while it reads the last. */
  async function bring(to: ArchiveWorker, wanted: readonly ArchiveStamp[]): Promise<void> {
    let rest = wanted.map(({ id }) => id);
    let done = 0;
    let reading: Promise<unknown> = Promise.resolve();
    const tell = (): void => {
      if (state.get().kind !== 'ready') state.set({ kind: 'loading', done, total: wanted.length });
    };
    tell();
    while (rest.length > 0) {
      const texts = answered(await request('archive.digests', { ids: rest.slice(0, NAMED) }));
      if (texts.length === 0) throw new Error('no digest was answered');
      rest = rest.slice(texts.length);
      await reading;
      reading = Promise.all(
        texts.map(async ({ id, stamp, text }) => {
          if (text === null) await to.call('drop', { ids: [id] });
          else if (!(await to.call('load', { id, text }))) report(new Error(`the digest of ${id} cannot be read`));
          stamps.set(id, stamp);
        }),
      ).then(() => {
        done += texts.length;
        tell();
      });
      // Awaited in the next round; a failure meanwhile is not unhandled.
      reading.catch(() => undefined);
    }
    await reading;
  }

  async function fillMeetings(to: ArchiveWorker): Promise<void> {
    isStale = false;
    const listed = answered(await request('archive.list', {}));
    const open = store.current().meeting?.id ?? null;
    const ids = new Set(listed.map(({ id }) => id));
    const gone = [...stamps.keys()].filter((id) => !ids.has(id));
    if (gone.length > 0) await to.call('drop', { ids: gone });
    for (const id of gone) stamps.delete(id);
    // The open meeting is the desk's own to tell.
    await bring(
      to,
      listed.filter(({ id, stamp }) => id !== open && stamps.get(id) !== stamp),
    );
  }

  const isRegisterStale = (): boolean => registerRev !== store.current().register.rev;
  async function fillRegister(to: ArchiveWorker): Promise<void> {
    const { rev } = store.current().register;
    const reply = await request('register.read', {});
    if (reply === null) throw new ArchiveUnavailable();
    // One that cannot be read is reported by whoever opens it; of what it said, meetings have copies.
    await to.call('register', { register: reply.ok ? reply.value : null, seq: rev });
    registerRev = rev;
  }

  async function fillOnce(): Promise<void> {
    const to = begin();
    if (isStale) await fillMeetings(to);
    if (isRegisterStale()) await fillRegister(to);
    await to.call('settle', { today: today() });
  }

  function fill(): Promise<void> {
    const run = async (): Promise<void> => {
      try {
        while (isStale || isRegisterStale()) await fillOnce();
        state.set({ kind: 'ready' });
        for (const one of [revision, earlierRevision]) one.update((count) => count + 1);
      } catch (error) {
        // Of a worker that died or was ended, its owner already knows.
        if (!(error instanceof WorkerGone)) fail(error);
      }
      filling = null;
      const isWanted = users > 0 && state.get().kind !== 'failed';
      if ((isStale || isRegisterStale()) && isWanted) void fill();
    };
    filling ??= run();
    return filling;
  }

  /**
   * Before a question: the open meeting, if it has changed since the last one.
   * @param isEarlier only which meeting is open, and its agencies, matter
   */
  function putOpen(to: ArchiveWorker, isEarlier: boolean): void {
    const { meeting, saved } = store.current();
    const parts = meeting === null ? [] : [meeting.id, ...digestParts(meeting)];
    if (isEarlier ? sameParts(parts.slice(0, 2), put.slice(0, 2)) : sameParts(parts, put)) return;
    put = parts;
    // Of one that was closed it keeps what it had, until that is read again or turns out to be gone.
    if (putId !== null && putId !== meeting?.id) stamps.set(putId, '');
    putId = meeting?.id ?? null;
    to.call('put', { digest: meeting === null ? null : digestOf(meeting, saved.seq) }).catch((error: unknown) => {
      if (!(error instanceof WorkerGone)) report(error);
    });
  }

  const isReady = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const { kind } = state.get();
        if (kind === 'loading') return;
        unsubscribe();
        if (kind === 'ready') resolve();
        else reject(new ArchiveUnavailable());
      };
      const unsubscribe = state.subscribe(look);
      look();
    });

  const watched = (): readonly unknown[] => {
    const { meeting, meetings, register } = store.current();
    return [meetings, meeting?.id ?? null, register.rev, ...(meeting === null ? [] : digestParts(meeting))];
  };
  let seen = watched();
  store.subscribe(() => {
    const next = watched();
    if (sameParts(next, seen)) return;
    if (!sameParts(next.slice(0, 2), seen.slice(0, 2))) isStale = true;
    if (!sameParts(next.slice(0, 4), seen.slice(0, 4))) earlierRevision.update((count) => count + 1);
    seen = next;
    revision.update((count) => count + 1);
    if ((isStale || isRegisterStale()) && users > 0 && worker !== null) void fill();
  });

  return {
    state,
    revision,
    earlierRevision,
    use() {
      users += 1;
      cancelEnd?.();
      cancelEnd = null;
      if (state.get().kind === 'absent') {
        replaced = 0;
        state.set({ kind: 'loading', done: 0, total: 0 });
      }
      if ((isStale || isRegisterStale()) && state.get().kind !== 'failed') void fill();
      let isUsed = true;
      return () => {
        if (!isUsed) return;
        isUsed = false;
        users -= 1;
        if (users > 0) return;
        cancelEnd = after(KEPT, () => {
          end();
          state.set({ kind: 'absent' });
        });
      };
    },
    async ask(type, query, isEarlier = false) {
      if (type !== 'search') await isReady();
      if (worker === null) throw new ArchiveUnavailable();
      putOpen(worker, isEarlier);
      try {
        return await worker.call(type, query);
      } catch (error) {
        if (error instanceof WorkerGone) throw new ArchiveUnavailable();
        report(error);
        throw error;
      }
    },
    retry() {
      if (state.get().kind !== 'failed') return;
      replaced = 0;
      state.set({ kind: 'loading', done: 0, total: 0 });
      void fill();
    },
  };
}
