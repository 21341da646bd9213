/** Carries out tasks one after the other, in the order in which they are given. */
export interface OneByOne {
  /** Resolves or rejects as the task does; a task that fails does not hold up the next. */
  <T>(task: () => Promise<T>): Promise<T>;
  /** Resolves when every task given so far has ended, however it ended. */
  idle(): Promise<void>;
}

export function oneByOne(): OneByOne {
  let last: Promise<void> = Promise.resolve();
  const run = <T>(task: () => Promise<T>): Promise<T> => {
    const done = last.then(task);
    last = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  };
  return Object.assign(run, { idle: () => last });
}
