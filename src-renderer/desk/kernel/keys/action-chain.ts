/** Actions that run one after another: each is judged by the result of the one before. */
export interface ActionChain {
  add(action: () => Promise<void>): void;
}

/** @param onError called with an action that failed; those after it are done all the same */
export function actionChain(onError: (error: unknown) => void): ActionChain {
  let last: Promise<void> = Promise.resolve();
  return {
    add: (action) => {
      last = last.then(action).catch(onError);
    },
  };
}
