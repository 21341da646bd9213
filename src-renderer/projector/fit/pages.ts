import type { TextStep } from '#core/model/screen.ts';
import { holdPinned, letGo } from './held.ts';
import { choose, chooseTitle, find, fitFrame, pagesOf, SMALLEST, scaled } from './measure.ts';
import { fitScaled } from './scale.ts';

/** Sizes of full-screen notes: in one column, then in two. The last is the smallest before paging. */
const LARGE_SIZES = [7, 6.4, 5.9, 5.4, 5, 4.6];
const TWO_COLUMN_SIZES = [4.4, 4.1, 3.8, 3.6];
const HEADING_SIZES = [5, 4.6, 4.2, 3.8, 3.4, 3, SMALLEST];
/** Rows in one column, then in two; the last is the smallest before paging. */
const LARGE_ROW_SIZES = [4.8, 4.5, 4.2, 3.9];
const ROW_SIZES = [3.7, 3.5, 3.3, 3.1, 2.9];

/** The element that is paged, and its first page. */
export interface Pages {
  readonly pages: number;
  /** The page that is shown first, from 0. */
  readonly first: number;
}

export const ONE_PAGE: Pages = { pages: 1, first: 0 };

/** Sizes full-screen notes: as large as fits on one page, otherwise readable on several. */
export function fitNotesScreen(screen: HTMLElement, step: TextStep): Pages {
  const pager = find(screen, 'pager');
  const list = find(screen, 'note-list');
  const name = find(screen, 'name');
  if (name === null) return ONE_PAGE;
  let pages = 1;
  fitScaled(screen, step, (scale) => {
    fitFrame(screen);
    const heading = chooseTitle(name, scaled(HEADING_SIZES, Math.min(1, scale)), () => true, 2);
    if (pager === null || list === null) return heading;
    const onePage = () => pagesOf(list, pager) === 1;
    letGo(list);
    list.dataset.columns = '1';
    if (choose(list, scaled(LARGE_SIZES, scale), onePage)) return heading;
    list.dataset.columns = '2';
    pages = choose(list, scaled(TWO_COLUMN_SIZES, scale), onePage) ? 1 : holdPinned(list, pager);
    return heading;
  });
  return { pages, first: 0 };
}

/** Sizes the rows of the agenda; the page with the current item is shown first. */
export function fitAgenda(screen: HTMLElement, step: TextStep): Pages {
  const pager = find(screen, 'pager');
  const list = find(screen, 'rows');
  if (pager === null || list === null) return ONE_PAGE;
  let pages = 1;
  fitScaled(screen, step, (scale) => {
    fitFrame(screen);
    const onePage = () => pagesOf(list, pager) === 1;
    list.dataset.columns = '1';
    if (choose(list, scaled(LARGE_ROW_SIZES, scale), onePage)) return true;
    list.dataset.columns = '2';
    choose(list, scaled(ROW_SIZES, scale), onePage);
    pages = pagesOf(list, pager);
    return true;
  });
  const row = list.querySelector('[data-state="now"], [data-state="next"]') ?? list.firstElementChild;
  if (row === null || pages === 1) return { pages, first: 0 };
  const gap = Number.parseFloat(getComputedStyle(list).columnGap) || 0;
  // Measured relative to the list, which may be at another page at this moment.
  const across = row.getBoundingClientRect().left - list.getBoundingClientRect().left;
  return { pages, first: Math.min(pages - 1, Math.floor((across + 1) / (pager.clientWidth + gap))) };
}
