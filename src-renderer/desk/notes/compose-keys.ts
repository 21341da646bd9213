import { type KeyboardEvent, useEffect } from 'react';
import type { Composer } from './compose.ts';

/** Sends what waits to be saved whenever the window may be about to go, and when the box does. */
export function useFlushOnLeave(composer: Composer): void {
  useEffect(() => {
    const flush = (): void => composer.flush();
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      flush();
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
    };
  }, [composer]);
}

/** Enter keeps the note; with Shift it begins a new line, and while an input method composes a word it belongs to that. */
export const commitOnEnter =
  (composer: Composer) =>
  (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { key, shiftKey, altKey, ctrlKey, nativeEvent } = event;
    if (key !== 'Enter' || shiftKey || altKey || ctrlKey || nativeEvent.isComposing) return;
    event.preventDefault();
    void composer.commit();
  };
