import type { AnswerTo, CallFault, FromSlideWorker, QueryOf, SlideCallType, ToSlideWorker } from './protocol.ts';

/** What is needed of a `Worker`; passed in, so that it can be tested without one. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

export type Reply<T extends SlideCallType> =
  | { readonly ok: true; readonly answer: AnswerTo<T> }
  | { readonly ok: false; readonly fault: CallFault };

interface Wanted {
  readonly signal?: AbortSignal;
  /** Of two pages the one with the smaller number is drawn first; asked when there is a choice. */
  readonly urgency?: () => number;
}

/** The window's worker for slides: begun with the first call, ended when a file holds it up, and begun again. */
export interface SlideWorkerHost {
  /** Which worker it is by now: what an earlier one had opened is gone. */
  generation(): number;
  /** Never rejects; a call that is not answered in time ends the worker and is `broken`. */
  call<T extends SlideCallType>(type: T, query: QueryOf<T>, wanted?: Wanted): Promise<Reply<T>>;
  /** Begins the worker if there is none, so that the first file need not wait for it. */
  begin(): void;
  end(): void;
}

interface Call {
  readonly id: number;
  readonly message: ToSlideWorker;
  readonly isDrawing: boolean;
  readonly urgency: () => number;
  readonly settle: (reply: Reply<SlideCallType>) => void;
  timer?: ReturnType<typeof setTimeout>;
}

/** How long a worker may take for one call, ms: an old laptop draws a heavy page in some seconds. */
const PATIENCE = 20_000;

/**
 * @param start begins a worker of our own build
 * @param patience ms
 */
export function slideWorkerHost(start: () => WorkerLike, patience = PATIENCE): SlideWorkerHost {
  let worker: WorkerLike | null = null;
  let generation = 0;
  let last = 0;
  /** Sent, and not answered. */
  const sent = new Map<number, Call>();
  /** Pages that wait until the one before them is drawn: what is wanted no more is never begun. */
  let waiting: Call[] = [];

  /** @param culprit the call that is answered with `broken`; the others lose only their worker */
  function endWorker(culprit: Call | null): void {
    worker?.terminate();
    worker = null;
    generation += 1;
    const lost = [...sent.values()];
    sent.clear();
    for (const call of lost) {
      clearTimeout(call.timer);
      call.settle({ ok: false, fault: call === culprit ? 'broken' : 'cancelled' });
    }
  }
  function workerNow(): WorkerLike {
    if (worker !== null) return worker;
    const own = start();
    worker = own;
    own.addEventListener('message', (event: Event) => {
      if (worker === own) answered((event as MessageEvent<FromSlideWorker>).data);
    });
    own.addEventListener('error', (event: Event) => {
      if (worker !== own) return;
      console.error('ekspose: the worker for slides ended', event);
      endWorker([...sent.values()].at(-1) ?? null);
      drawNext();
    });
    return own;
  }
  function send(call: Call): void {
    sent.set(call.id, call);
    call.timer = setTimeout(() => {
      console.warn('ekspose: a file of slides held up its worker, which is begun again', call.message);
      endWorker(call);
      drawNext();
    }, patience);
    workerNow().postMessage(call.message);
  }
  function answered(data: FromSlideWorker): void {
    const call = sent.get(data.call);
    // A picture that nobody waits for would be kept until it is collected.
    if (call === undefined) {
      if (data.ok && data.answer instanceof ImageBitmap) data.answer.close();
      return;
    }
    sent.delete(data.call);
    clearTimeout(call.timer);
    call.settle(
      data.ok ? { ok: true, answer: data.answer as AnswerTo<SlideCallType> } : { ok: false, fault: data.fault },
    );
    drawNext();
  }
  function drawNext(): void {
    if ([...sent.values()].some(({ isDrawing }) => isDrawing)) return;
    const next = waiting.toSorted((a, b) => a.urgency() - b.urgency() || a.id - b.id)[0];
    if (next === undefined) return;
    waiting = waiting.filter((call) => call !== next);
    send(next);
  }
  function drop(call: Call): void {
    if (sent.has(call.id)) {
      // It answers when it has stopped; the next page begins then.
      workerNow().postMessage({ cancel: call.id } satisfies ToSlideWorker);
      return;
    }
    if (!waiting.includes(call)) return;
    waiting = waiting.filter((one) => one !== call);
    call.settle({ ok: false, fault: 'cancelled' });
  }

  return {
    generation: () => generation,
    begin: () => void workerNow(),
    call<T extends SlideCallType>(type: T, query: QueryOf<T>, { signal, urgency = () => 0 }: Wanted = {}) {
      return new Promise<Reply<T>>((resolve) => {
        if (signal?.aborted === true) {
          resolve({ ok: false, fault: 'cancelled' });
          return;
        }
        last += 1;
        const id = last;
        const stop = (): void => drop(call);
        const call: Call = {
          id,
          message: { call: id, type, query },
          isDrawing: type === 'render',
          urgency,
          settle: (reply) => {
            signal?.removeEventListener('abort', stop);
            resolve(reply as Reply<T>);
          },
        };
        signal?.addEventListener('abort', stop);
        if (!call.isDrawing) {
          send(call);
          return;
        }
        waiting.push(call);
        drawNext();
      });
    },
    end() {
      for (const call of waiting.splice(0)) call.settle({ ok: false, fault: 'cancelled' });
      endWorker(null);
    },
  };
}

/** Starts the worker of our own build. */
export const startSlideWorker = (): Worker =>
  new Worker(new URL('./slide-worker.ts', import.meta.url), { type: 'module', name: 'slides' });
