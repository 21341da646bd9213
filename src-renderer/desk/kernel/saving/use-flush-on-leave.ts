import { useEffect } from 'react';

/** Sends what waits to be saved whenever the window may be about to close, and when the box unmounts. */
export function useFlushOnLeave(saver: { flush(): void }): void {
  useEffect(() => {
    const flush = (): void => saver.flush();
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      flush();
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
    };
  }, [saver]);
}
