import type { TextStep } from '#core/model/screen.ts';
import { holdPinned, letGo } from './held.ts';
import { choose, chooseBreaking, find, fitFrame, holdsAll, linesOf, pagesOf, SMALLEST, scaled } from './measure.ts';
import { fitScaled } from './scale.ts';

/** Sizes to try, in hundredths of the screen's height. */
export const NAME_SIZES = [8.8, 8.2, 7.6, 7, 6.6, 6.2, 5.8, 5.4, 5, 4.6, 4.2, 3.8, 3.4, 3, SMALLEST];
export const PRESENTER_SIZES = [3.5, 3.2, 2.9, SMALLEST];
export const NOTE_SIZES = [3.4, 3.2, 3, 2.8, SMALLEST];
const NAME_LINES = 3;
/** Two lines of the presenter read well; four, in the smallest letters, still say everything. */
const PRESENTER_STEPS = [
  { lines: 2, most: Number.POSITIVE_INFINITY },
  { lines: 4, most: SMALLEST },
];
/** Space for the notes below the clock while the name is sized: an author and two lines. */
const LEAST_PAGER = 10.6;
/**
 * The clock card shrinks for long names step by step: its minimum height, and how far the name shrinks before the next
 * step.
 */
const CARD_STEPS = [
  { card: 34, name: 5.4 },
  { card: 29, name: 4.2 },
  { card: 24, name: SMALLEST },
];

function fitNotes(pager: HTMLElement, list: HTMLElement, card: HTMLElement, unit: number, scale: number): number {
  letGo(list);
  const sizes = scaled(NOTE_SIZES, scale);
  // Beside the clock the panel has its height; below it, it may use what the clock can spare.
  const [taken, height] = [pager.offsetHeight, card.offsetHeight];
  let tried = Number.NaN;
  for (const step of CARD_STEPS) {
    const room = Math.floor(taken + Math.max(0, height - step.card * unit));
    list.style.setProperty('--pager-room', `${room}px`);
    // A panel beside the clock is equally high at every step: what did not fit then does not fit now.
    const given = pager.offsetHeight;
    if (given === tried) continue;
    tried = given;
    if (choose(list, sizes, () => pagesOf(list, pager) === 1)) return 1;
  }
  return holdPinned(list, pager);
}

/**
 * Sizes title, name, presenter and notes of the active item's screen to the window: the largest letters that fit, none
 * below the minimum.
 * @returns how many pages the notes fill
 */
export function fitMinimum(screen: HTMLElement, step: TextStep): number {
  const unit = Number.parseFloat(getComputedStyle(screen).fontSize);
  const stage = find(screen, 'stage');
  const body = find(screen, 'floor');
  const name = find(screen, 'name');
  const presenter = find(screen, 'presenter');
  const card = find(screen, 'card');
  const pager = find(screen, 'pager');
  const list = find(screen, 'note-list');
  if (stage === null || body === null || name === null || card === null) return 1;

  let pages = 1;
  fitScaled(screen, step, (scale) => {
    fitFrame(screen);
    const leastPager = LEAST_PAGER * Math.max(1, scale);
    list?.style.setProperty('--pager-room', `${leastPager * unit}px`);
    list?.style.setProperty('--size', String(Math.max(SMALLEST, SMALLEST * scale)));
    if (presenter !== null) {
      chooseBreaking(presenter, scaled(PRESENTER_SIZES, scale), (sizes) =>
        PRESENTER_STEPS.some(({ lines, most }) => {
          const given = sizes.filter((size) => size <= most);
          return choose(presenter, given.length > 0 ? given : [SMALLEST], () => linesOf(presenter) <= lines);
        }),
      );
    }
    const roomy = (least: number) => holdsAll(stage) && holdsAll(body) && card.offsetHeight >= least * unit - 1;
    const fits = chooseBreaking(name, scaled(NAME_SIZES, scale), (sizes) =>
      CARD_STEPS.some(({ card: least, name: smallest }) =>
        choose(
          name,
          sizes.filter((size) => size >= smallest),
          () => linesOf(name) <= NAME_LINES && roomy(least),
        ),
      ),
    );
    pages = pager === null || list === null ? 1 : fitNotes(pager, list, card, unit, scale);
    return fits;
  });
  return pages;
}
