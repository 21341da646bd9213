import { readFileSync } from 'node:fs';
import { type MessagePort, Worker } from 'node:worker_threads';
import type { RefusalMessage } from '#core/protocol/requests.ts';
import { Refused } from '#core/refusals/refusals.ts';

interface Request<J> {
  readonly id: number;
  readonly job: J;
}
type Response<A> =
  | { readonly id: number; readonly ok: true; readonly value: A }
  | { readonly id: number; readonly ok: false; readonly refusal: RefusalMessage | null; readonly message: string };

interface Waiting<A> {
  resolve(value: A): void;
  reject(error: Error): void;
}

interface Thread<A> {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting<A>>;
}

/** In the thread: does the jobs that `workerThread` sends. */
export function answerJobs<J, A>(port: MessagePort | null, does: (job: J) => Promise<A>): void {
  async function answer({ id, job }: Request<J>): Promise<Response<A>> {
    try {
      return { id, ok: true, value: await does(job) };
    } catch (error) {
      const refusal = error instanceof Refused ? { code: error.code, params: error.params } : null;
      return { id, ok: false, refusal, message: error instanceof Error ? error.message : String(error) };
    }
  }
  port?.on('message', (asked: Request<J>) => {
    void answer(asked).then((answered) => port.postMessage(answered));
  });
}

/**
 * Does jobs in a worker thread, so that turns are started, notes saved and windows answered meanwhile. The thread starts
 * with the first job.
 * @param script the built file that calls `answerJobs`. It is read here and not by the thread: a packaged application has
 *   it in an archive that only the main thread can reliably open.
 * @param idle after this time without a job the thread ends and frees its memory, ms
 * @param onStarted called whenever a thread runs: it sets flags of V8 that are everybody's as it wants them
 */
export function workerThread<J, A>(script: string, idle: number, onStarted?: () => void): (job: J) => Promise<A> {
  let thread: Thread<A> | null = null;
  let ending: NodeJS.Timeout | null = null;
  let lastId = 0;

  /** Lets the process end while the thread is idle, and the thread when that lasts. */
  function rest({ worker }: Thread<A>): void {
    worker.unref();
    ending = setTimeout(() => {
      thread = null;
      void worker.terminate();
    }, idle);
    ending.unref();
  }

  function started(): Thread<A> {
    // Without the flags of the process, which would load a debugger or other modules into the thread too.
    const worker = new Worker(readFileSync(script, 'utf8'), { eval: true, execArgv: [] });
    const own: Thread<A> = { worker, waiting: new Map() };
    const ended = (error: Error): void => {
      if (thread === own) thread = null;
      for (const { reject } of own.waiting.values()) reject(error);
      own.waiting.clear();
    };
    if (onStarted !== undefined) own.worker.on('online', onStarted);
    own.worker.on('message', (answered: Response<A>) => {
      const waits = own.waiting.get(answered.id);
      own.waiting.delete(answered.id);
      if (own.waiting.size === 0) rest(own);
      if (answered.ok) waits?.resolve(answered.value);
      else if (answered.refusal === null) waits?.reject(new Error(answered.message));
      else waits?.reject(new Refused(answered.refusal.code, answered.refusal.params));
    });
    own.worker.on('error', (error) => ended(error instanceof Error ? error : new Error(String(error))));
    own.worker.on('exit', (code) => ended(new Error(`${script}: ${code}`)));
    return own;
  }

  return (job) => {
    if (ending !== null) clearTimeout(ending);
    ending = null;
    thread ??= started();
    const { worker, waiting } = thread;
    worker.ref();
    lastId += 1;
    const asked: Request<J> = { id: lastId, job };
    return new Promise((resolve, reject) => {
      waiting.set(asked.id, { resolve, reject });
      worker.postMessage(asked);
    });
  };
}
