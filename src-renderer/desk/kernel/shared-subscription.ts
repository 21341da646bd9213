/** Subscribes a listener. @returns ends it */
export type Subscribe = (listener: () => void) => () => void;

/**
 * One source for many listeners, which runs only while somebody listens.
 * @param begin starts the source with the function that tells all listeners; @returns ends it
 */
export function sharedSubscription(begin: (tell: () => void) => () => void): Subscribe {
  const listeners = new Set<() => void>();
  let end: (() => void) | null = null;
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  return (listener) => {
    listeners.add(listener);
    end ??= begin(tell);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      end?.();
      end = null;
    };
  };
}
