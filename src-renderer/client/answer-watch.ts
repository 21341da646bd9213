/** Calls to the application without an answer yet, and whether one is overdue. */
export interface AnswerWatch {
  /** Counts a call until it ends. @returns the same promise */
  watch<T>(call: Promise<T>): Promise<T>;
  /** How many calls wait for an answer once the oldest is overdue; otherwise 0. */
  late(): number;
  subscribe(listener: () => void): () => void;
}

/** A healthy application answers in milliseconds; a laptop under load in one or two seconds. */
export const ANSWER_LIMIT = 3000;

export function answerWatch(
  now: () => number = () => performance.now(),
  later: (run: () => void, ms: number) => void = (run, ms) => void setTimeout(run, ms),
): AnswerWatch {
  const listeners = new Set<() => void>();
  const since = new Map<object, number>();
  let late = 0;
  let looking = false;

  const look = (): void => {
    const [oldest] = since.values();
    const waited = oldest === undefined ? 0 : now() - oldest;
    const next = waited >= ANSWER_LIMIT ? since.size : 0;
    if (oldest !== undefined && next === 0 && !looking) {
      looking = true;
      later(() => {
        looking = false;
        look();
      }, ANSWER_LIMIT - waited);
    }
    if (next === late) return;
    late = next;
    for (const listener of [...listeners]) listener();
  };

  return {
    watch: (call) => {
      const mark = {};
      since.set(mark, now());
      look();
      const end = (): void => {
        since.delete(mark);
        look();
      };
      call.then(end, end);
      return call;
    },
    late: () => late,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
