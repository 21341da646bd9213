import { useSyncExternalStore } from 'react';

/** From this width on the desk has space for the preview; the style sheet says the same. */
const WIDE = '(min-width: 1181px)';

/** Whether the desk's window is wide. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => window.matchMedia(WIDE).matches,
  );
}
