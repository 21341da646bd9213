import type { TextStep } from '#core/model/screen.ts';

const SCALE: Record<TextStep, number> = { [-1]: 0.88, 0: 1, 1: 1.18, 2: 1.36 };

/** The requested scale, and those to try if the screen cannot hold it. */
const scalesFrom = (step: TextStep): number[] =>
  ([2, 1, 0] as const).filter((other) => other <= step).map((other) => SCALE[other]);

/**
 * Fits a screen with its texts at the scale of the step, or the largest smaller one with which everything fits.
 * @param fit sizes the screen for a scale, and returns whether everything fits
 */
export function fitScaled(screen: HTMLElement, step: TextStep, fit: (scale: number) => boolean): void {
  const scales = step < 0 ? [SCALE[step]] : scalesFrom(step);
  scales.some((scale) => {
    screen.style.setProperty('--text', String(scale));
    // The frame of a screen grows less than its content.
    screen.style.setProperty('--chrome', String(Math.sqrt(scale)));
    return fit(scale);
  });
}
