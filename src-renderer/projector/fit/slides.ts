import type { TextStep } from '#core/model/screen.ts';
import { holdPinned, letGo } from './held.ts';
import { choose, chooseTitle, find, fitFrame, holdsAll, pagesOf, SMALLEST, scaled } from './measure.ts';
import { fitScaled } from './scale.ts';

/** Sizes in hundredths of the screen's height: of the name in the strip, and of the notes beside the page. */
const NAME_SIZES = [3.8, 3.4, 3, SMALLEST];
const RAIL_SIZES = [4.2, 3.8, 3.4, 3.2, 3, 2.8, SMALLEST];
/** Three of the smallest are as high as the strip's own window, which does not grow. */
const SLIM_LINES = [1, 2, 3];
/** Two are enough for most names; the strip grows for the longest of an agency, which is never cut. */
const STRIP_LINES = [2, 3, 4, 5];

/** Sizes the name in a strip that is a window by itself. */
export function fitStrip(screen: HTMLElement): number {
  fitFrame(screen);
  const name = find(screen, 'name');
  const strip = find(screen, 'slides-strip');
  if (name !== null && strip !== null) {
    SLIM_LINES.some((lines) => chooseTitle(name, NAME_SIZES, () => holdsAll(strip), lines));
  }
  return 1;
}

/**
 * Sizes the strip and the notes beside a page. The page itself has what they leave, whatever their texts are.
 * @returns how many pages the notes fill
 */
export function fitSlides(screen: HTMLElement, step: TextStep): number {
  const name = find(screen, 'name');
  const pager = find(screen, 'pager');
  const list = find(screen, 'note-list');
  if (name === null) return 1;
  let pages = 1;
  fitScaled(screen, step, (scale) => {
    fitFrame(screen);
    // The strip stays slim at every text size.
    const sizes = scaled(NAME_SIZES, Math.min(1, scale));
    const heading = STRIP_LINES.some((lines) => chooseTitle(name, sizes, () => true, lines));
    if (pager === null || list === null) return heading;
    letGo(list);
    pages = choose(list, scaled(RAIL_SIZES, scale), () => pagesOf(list, pager) === 1) ? 1 : holdPinned(list, pager);
    return heading;
  });
  return pages;
}
