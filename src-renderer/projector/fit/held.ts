import { find, pagesOf } from './measure.ts';

/** What the other notes need beside a fixed one: an author and three lines, and half of the place. */
const LEAST_LINES = 4;
const LINE = 1.3;

/** All notes turn with the pages: this is how they are sized first. */
export function letGo(list: HTMLElement): void {
  list.dataset.held = 'false';
  list.style.removeProperty('--held');
}

/**
 * Keeps the pinned note fixed above the pages of the others, unless that would leave them too little space; then it
 * turns with them.
 * @returns how many pages there are
 */
export function holdPinned(list: HTMLElement, pager: HTMLElement): number {
  const pinned = find(list, 'note-pinned');
  if (pinned === null) return pagesOf(list, pager);
  const place = pager.clientHeight;
  const line = Number.parseFloat(getComputedStyle(list).fontSize) * LINE;
  list.dataset.held = 'true';
  const held = pinned.offsetHeight;
  if (place - held < Math.max(place / 2, LEAST_LINES * line)) letGo(list);
  else list.style.setProperty('--held', `${held}px`);
  return pagesOf(list, pager);
}
