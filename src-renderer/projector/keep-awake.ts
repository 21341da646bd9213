import { useEffect } from 'react';

/**
 * Keeps the display from sleeping while `wanted`. On the browser host only this window can do it; in Electron the main
 * process does it and this window may not.
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
        // Refused (Electron, a battery saver): the projector still shows the screen, and nothing else can be done here.
      }
    };
    const again = (): void => void hold();
    void hold();
    // The browser releases the lock whenever the window is hidden.
    document.addEventListener('visibilitychange', again);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, [wanted]);
}
