/** Runs tasks one after the other, in the order in which they are given. */
export interface OneByOne {
  /** Resolves or rejects like the task; a failed task does not delay the next. */
  <T>(task: () => Promise<T>): Promise<T>;
  /** Resolves when every task given so far has ended, with or without success. */
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
