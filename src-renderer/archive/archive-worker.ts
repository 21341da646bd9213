import type { CallOf, CallType, ReplyMessage, ReplyTo } from './protocol.ts';

/** The worker could not be started, or died: everything that was asked of it is unanswered. */
export class WorkerGone extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'WorkerGone';
  }
}

/** What is needed of a `Worker`; passed in, so that it can be tested without one. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** The archive's worker, as the desk calls it. */
export interface ArchiveWorker {
  /** @throws WorkerGone; an error that the worker met */
  call<T extends CallType>(type: T, query: CallOf<T>): Promise<ReplyTo<T>>;
  /** Ends it: what it holds is gone. */
  end(): void;
}

/** @param onGone called once if it dies by itself */
export function archiveWorker(worker: WorkerLike, onGone: () => void): ArchiveWorker {
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
  let last = 0;
  let gone: WorkerGone | null = null;

  function leave(why: string): boolean {
    if (gone !== null) return false;
    gone = new WorkerGone(why);
    worker.terminate();
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
    return true;
  }
  const died = (why: string): void => {
    if (leave(why)) onGone();
  };
  worker.addEventListener('message', (event: Event) => {
    const { data } = event as MessageEvent<ReplyMessage>;
    const whoWaits = waiting.get(data.call);
    waiting.delete(data.call);
    if (data.ok) whoWaits?.resolve(data.answer);
    else whoWaits?.reject(new Error(data.error));
  });
  worker.addEventListener('error', (event: Event) =>
    died('message' in event ? String(event.message) : 'it could not be started'),
  );
  worker.addEventListener('messageerror', () => died('a message that cannot be read'));

  return {
    call<T extends CallType>(type: T, query: CallOf<T>) {
      return new Promise<ReplyTo<T>>((resolve, reject) => {
        if (gone !== null) {
          reject(gone);
          return;
        }
        last += 1;
        waiting.set(last, { resolve: (answer) => resolve(answer as ReplyTo<T>), reject });
        worker.postMessage({ call: last, type, query });
      });
    },
    end: () => void leave('ended'),
  };
}

/** Starts the worker of our own build. */
export const startWorker = (): Worker =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'archive' });
