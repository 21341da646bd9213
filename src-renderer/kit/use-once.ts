import { useRef, useState } from 'react';

export interface Once {
  /** Whether the answer is still awaited. */
  readonly isBusy: boolean;
  /** Does it, unless it is being done already. */
  once(work: () => Promise<void> | void): Promise<void>;
}

/** For what is done once, however often its button is pressed before the answer comes. */
export function useOnce(): Once {
  const isWorking = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const once = async (work: () => Promise<void> | void): Promise<void> => {
    if (isWorking.current) return;
    isWorking.current = true;
    setBusy(true);
    try {
      await work();
    } finally {
      isWorking.current = false;
      setBusy(false);
    }
  };
  return { isBusy, once };
}
