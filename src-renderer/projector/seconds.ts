import { createContext, useContext, useLayoutEffect, useRef } from 'react';
import type { ClockReading } from '#core/time/units.ts';
import type { Frames } from './frames.ts';

/** Where the parts of a screen hear of each second. */
export const FramesContext = createContext<Frames | null>(null);

/** Calls `paint` before each paint of what it stands in, and with each second of the clock between those. */
export function useSecondPaint(paint: (beat: ClockReading) => void): void {
  const frames = useContext(FramesContext);
  if (frames === null) throw new Error('useSecondPaint outside FramesContext');
  const latest = useRef(paint);
  useLayoutEffect(() => {
    latest.current = paint;
    paint(frames.now().beat);
  });
  useLayoutEffect(() => frames.onSecond(() => latest.current(frames.now().beat)), [frames]);
}
