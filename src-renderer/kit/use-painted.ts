import { startTransition, useEffect, useState } from 'react';
import { afterPaint } from './after-paint.ts';

/**
 * Whether a component has been painted once: false while it is drawn for the first time, so that it can draw first what is in
 * sight. What follows is drawn in pieces, and whatever is typed meanwhile goes before it.
 */
export function usePainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    const { soon, cancel } = afterPaint(() => startTransition(() => setPainted(true)));
    soon();
    return cancel;
  }, []);
  return isPainted;
}
