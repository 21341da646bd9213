import type { TextStep } from '#core/model/screen.ts';
import { holdPinned, letGo } from './held.ts';
import { choose, chooseBreaking, find, fitFrame, holdsAll, linesOf, pagesOf, SMALLEST, scaled } from './measure.ts';
import { NOTE_SIZES, PRESENTER_SIZES } from './minimum.ts';
import { TITLE_SIZES } from './quiet.ts';
import { fitScaled } from './scale.ts';

const NAME_LINES = 3;
/** Below the title the notes have this share of the place; beside it they have its height. */
const NOTES_SHARE = 0.36;
const PRESENTER_LINES = 2;
/** The emblem shrinks for a long name step by step: its height, and how far the name shrinks before the next step. */
const EMBLEM_STEPS = [
  { emblem: 28, name: 6.2 },
  { emblem: 18, name: 4.2 },
  { emblem: 9, name: SMALLEST },
  { emblem: 0, name: SMALLEST },
];

function fitNotes(screen: HTMLElement, body: HTMLElement, scale: number): number {
  const pager = find(screen, 'pager');
  const list = find(screen, 'note-list');
  if (pager === null || list === null) return 1;
  list.style.setProperty('--pager-room', `${Math.floor(body.clientHeight * NOTES_SHARE)}px`);
  letGo(list);
  return choose(list, scaled(NOTE_SIZES, scale), () => pagesOf(list, pager) === 1) ? 1 : holdPinned(list, pager);
}

/**
 * Sizes the title slide of an item without a clock: emblem, title and notes, if any.
 * @returns how many pages the notes fill
 */
export function fitTitleSlide(screen: HTMLElement, step: TextStep): number {
  const body = find(screen, 'floor');
  const stage = find(screen, 'stage');
  const name = find(screen, 'name');
  if (body === null || stage === null || name === null) return 1;
  let pages = 1;
  fitScaled(screen, step, (scale) => {
    fitFrame(screen);
    pages = fitNotes(screen, body, scale);
    for (const line of stage.querySelectorAll<HTMLElement>('.presenter')) {
      choose(line, scaled(PRESENTER_SIZES, scale), () => linesOf(line) <= PRESENTER_LINES);
    }
    return chooseBreaking(name, scaled(TITLE_SIZES, scale), (sizes) =>
      EMBLEM_STEPS.some(({ emblem, name: smallest }) => {
        screen.style.setProperty('--emblem', String(emblem));
        const given = sizes.filter((size) => size >= smallest);
        return choose(name, given, () => linesOf(name) <= NAME_LINES && holdsAll(stage) && holdsAll(body));
      }),
    );
  });
  return pages;
}
