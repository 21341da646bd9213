import { useCallback, useEffect, useRef } from 'react';

/** Whether a component is still on the screen, for an answer that comes late. */
export function useIsShown(): () => boolean {
  const isShown = useRef(false);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  return useCallback(() => isShown.current, []);
}
