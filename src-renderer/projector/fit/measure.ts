import { largestFitting } from './largest.ts';

/** The smallest letters that a room can read, in hundredths of the screen's height. No text is smaller. */
export const SMALLEST = 2.6;
const NAME_LINES = 3;

export const find = (root: ParentNode, name: string): HTMLElement | null => root.querySelector<HTMLElement>(`.${name}`);

/** True if no word exceeds the element's width. */
const holdsWords = (element: HTMLElement): boolean => element.scrollWidth <= element.clientWidth;
export const holdsAll = (element: HTMLElement): boolean => element.scrollHeight <= element.clientHeight;

export function linesOf(element: HTMLElement): number {
  return Math.round(element.clientHeight / Number.parseFloat(getComputedStyle(element).lineHeight));
}

/** The sizes at another scale, none below the minimum. */
export const scaled = (sizes: readonly number[], scale: number): number[] => [
  ...new Set(sizes.map((size) => Math.max(SMALLEST, size * scale))),
];

/** Sets the largest size at which `fits` holds and no word is too wide; otherwise the last, which is the smallest. */
export function choose(element: HTMLElement, sizes: readonly number[], fits: () => boolean): boolean {
  const set = (index: number): void => element.style.setProperty('--size', String(sizes[index]));
  const last = sizes.indexOf(Number(element.style.getPropertyValue('--size')));
  const found = largestFitting(
    sizes.length,
    (index) => {
      set(index);
      return holdsWords(element) && fits();
    },
    last,
  );
  if (found !== null) set(found);
  return found !== null;
}

/**
 * A word may break anywhere only if no size holds it; it is cut only if that is too long as well.
 * @returns whether it fits uncut
 */
export function chooseBreaking(
  element: HTMLElement,
  sizes: readonly number[],
  fit: (sizes: readonly number[]) => boolean,
): boolean {
  for (const step of ['words', 'anywhere']) {
    element.dataset.break = step;
    if (fit(sizes)) return true;
  }
  element.dataset.break = 'ellipsis';
  fit([SMALLEST]);
  return false;
}

/** The largest size at which the words need no more than their lines and `fits` holds. */
export function chooseTitle(
  element: HTMLElement,
  sizes: readonly number[],
  fits: () => boolean,
  lines = NAME_LINES,
): boolean {
  return chooseBreaking(element, sizes, (given) => choose(element, given, () => linesOf(element) <= lines && fits()));
}

/** How many pages a list in columns fills; each is as wide as the pager. */
export function pagesOf(list: HTMLElement, pager: HTMLElement): number {
  const gap = Number.parseFloat(getComputedStyle(list).columnGap) || 0;
  return Math.max(1, Math.round((list.scrollWidth + gap) / (pager.clientWidth + gap)));
}

/** How title and next item are shortened, step by step. */
const FRAME_STEPS = ['large', 'small', 'main-only', 'ellipsis'];

/** Title and next item in at most two lines each; the theme is left out before a word of the title is. */
export function fitFrame(screen: HTMLElement): void {
  let open = [find(screen, 'top-title'), find(screen, 'foot-next')].filter((element) => element !== null);
  for (const step of FRAME_STEPS) {
    // All are set before any is measured: each measurement after a change lays out the page.
    for (const element of open) element.dataset.fit = step;
    open = open.filter((element) => linesOf(element) > 2);
  }
}
