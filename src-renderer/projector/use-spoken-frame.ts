import { useEffect, useRef, useState } from 'react';
import { learn, speaks } from '#renderer/kit/i18n-projector.ts';
import type { Frame } from './frames.ts';

/**
 * The frame that can be drawn: one in a language whose words are on their way waits for them, and the one before it stays.
 * @returns `null` if there is none yet
 */
export function useSpokenFrame(frame: Frame): Frame | null {
  const [, drawAgain] = useState(0);
  const last = useRef<Frame | null>(null);
  const { locale } = frame.view;
  const isSpoken = speaks(locale);
  if (isSpoken) last.current = frame;
  useEffect(() => {
    if (isSpoken) return;
    let isStale = false;
    void learn(locale).then(() => {
      if (!isStale) drawAgain((count) => count + 1);
    });
    return () => {
      isStale = true;
    };
  }, [locale, isSpoken]);
  return last.current;
}
