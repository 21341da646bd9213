/** Actions that go one after another: each is judged by what the one before it has done. */
export interface ActionChain {
  add(action: () => Promise<void>): void;
}

/** @param onError told of an action that failed; those behind it are done all the same */
export function actionChain(onError: (error: unknown) => void): ActionChain {
  let last: Promise<void> = Promise.resolve();
  return {
    add: (action) => {
      last = last.then(action).catch(onError);
    },
  };
}
