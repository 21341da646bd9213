import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { Refused } from '#core/refusals/refusals.ts';
import type { Job, Renderer } from '../rendering.ts';
import type { WorkerRequest, WorkerResponse } from './messages.ts';

/** An idle thread ends after this time and frees its memory, ms. */
const IDLE = 60_000;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

/**
 * Builds documents in a worker thread, so that turns are started, notes saved and windows answered meanwhile. The
 * thread starts with the first document.
 * @param script the built file of `main.ts`. It is read here and not by the thread: a packaged application has it in an
 * archive that only the main thread can reliably open.
 */
export function workerRenderer(script: string): Renderer {
  let thread: Thread | null = null;
  let idle: NodeJS.Timeout | null = null;
  let lastId = 0;

  /** Lets the process end while the thread is idle, and the thread when that lasts. */
  function rest({ worker }: Thread): void {
    worker.unref();
    idle = setTimeout(() => {
      thread = null;
      void worker.terminate();
    }, IDLE);
    idle.unref();
  }

  function started(): Thread {
    // Without the flags of the process, which would load a debugger or other modules into the thread too.
    const worker = new Worker(readFileSync(script, 'utf8'), { eval: true, execArgv: [] });
    const own: Thread = { worker, waiting: new Map() };
    const ended = (error: Error): void => {
      if (thread === own) thread = null;
      for (const { reject } of own.waiting.values()) reject(error);
      own.waiting.clear();
    };
    own.worker.on('message', (answered: WorkerResponse) => {
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

  const render = (job: Job): Promise<unknown> => {
    if (idle !== null) clearTimeout(idle);
    idle = null;
    thread ??= started();
    const { worker, waiting } = thread;
    worker.ref();
    lastId += 1;
    const asked: WorkerRequest = { id: lastId, job };
    return new Promise((resolve, reject) => {
      waiting.set(asked.id, { resolve, reject });
      worker.postMessage(asked);
    });
  };
  // The id ties an answer to its job, which TypeScript cannot follow through a message.
  return render as Renderer;
}
