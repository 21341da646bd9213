import { setText } from './set-text.ts';

/** Advance widths of Inter's bold tabular figures, in em, rounded up. */
const COLON = 0.255;
const DIGIT = 0.63;

/** How wide the digits of a clock are, in em. */
export const digitsWidth = (digits: string): number =>
  [...digits].reduce((sum, character) => sum + (character === ':' ? COLON : DIGIT), 0);

/**
 * Sets the digits of a clock into an element whose size does not follow from its text (`contain: size`), so that nothing
 * around them is laid out again. Another number of digits makes it another width.
 */
export function setDigits(element: HTMLElement | null, digits: string): void {
  if (element === null) return;
  const width = digitsWidth(digits);
  // By what stands there, and not by the style: with each second, reading that costs as much as everything else here.
  if (digitsWidth(element.textContent) !== width) element.style.inlineSize = `${String(width)}em`;
  setText(element, digits);
}

/** Steps of a bar: three pixels of a projector's. What fills a bar as before is not painted again. */
const STEPS = 400;

/** How large the one background image of a bar's fill is; full at its end only. @param progress 0 to 1 */
export const filledTo = (progress: number): string => `${String((Math.floor(progress * STEPS) * 100) / STEPS)}% 100%`;

/**
 * Fills a bar. Painted again and not moved: for what has moved, Chromium distributes the whole page to its layers once more.
 * @param progress 0 to 1
 */
export function setProgress(fill: HTMLElement | null, progress: number): void {
  if (fill !== null) fill.style.backgroundSize = filledTo(progress);
}
