import { useEffect } from 'react';

/**
 * Keeps the display from sleeping while `wanted`. On the browser host this window is the only one that can; in Electron
 * the main process does it and this window may not, which is as well.
 */
export function useKeepAwake(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let over = false;
    const hold = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      try {
        lock = await navigator.wakeLock.request('screen');
        if (over) await lock.release();
      } catch {
        // Refused (Electron, a battery saver): the room sees the screen as it is, and nothing can be done from here.
      }
    };
    const again = (): void => void hold();
    void hold();
    // The browser lets go of the lock whenever the window is hidden.
    document.addEventListener('visibilitychange', again);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, [wanted]);
}
