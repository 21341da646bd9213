/** Sizes that are tried, in hundredths of the screen's height. No text is smaller than the last. */
const SMALLEST = 2.6;
const NAME_SIZES = [8.8, 8.2, 7.6, 7, 6.6, 6.2, 5.8, 5.4, 5, 4.6, 4.2, 3.8, 3.4, 3, SMALLEST];
/** A quiet screen has nothing else to say. */
const TITLE_SIZES = [11, 10.2, 9.5, ...NAME_SIZES];
const PRESENTER_SIZES = [3.5, 3.2, 2.9, SMALLEST];
const NOTE_SIZES = [3.4, 3.2, 3, 2.8, SMALLEST];
const NAME_LINES = 3;
/** Two lines of the presenter read well; four, in the smallest letters, still say everything. */
const PRESENTER_STEPS = [
  { lines: 2, most: 3.5 },
  { lines: 4, most: SMALLEST },
];
/** Room for the notes under the clock while the name is being sized: an author and two lines. */
const LEAST_PAGER = 10.6;
/** The clock card gives way to long names step by step: its least height, and how far the name shrinks before the next. */
const CARD_STEPS = [
  { card: 34, name: 5.4 },
  { card: 29, name: 4.2 },
  { card: 24, name: SMALLEST },
];

const find = (root: ParentNode, name: string): HTMLElement | null => root.querySelector<HTMLElement>(`.${name}`);

/** True when no word sticks out of the element's width. */
const holdsWords = (element: HTMLElement): boolean => element.scrollWidth <= element.clientWidth;
const holdsAll = (element: HTMLElement): boolean => element.scrollHeight <= element.clientHeight;

function linesOf(element: HTMLElement): number {
  return Math.round(element.clientHeight / Number.parseFloat(getComputedStyle(element).lineHeight));
}

/** Sets the first size at which `fits` holds and no word sticks out; else leaves the last. */
function choose(element: HTMLElement, sizes: readonly number[], fits: () => boolean): boolean {
  return sizes.some((size) => {
    element.style.setProperty('--size', String(size));
    return holdsWords(element) && fits();
  });
}

/** Only when no size holds the longest word may it break anywhere; only when that is too long as well is it cut. */
function chooseBreaking(
  element: HTMLElement,
  sizes: readonly number[],
  fit: (sizes: readonly number[]) => boolean,
): void {
  for (const step of ['words', 'anywhere', 'ellipsis']) {
    element.dataset.break = step;
    if (fit(step === 'ellipsis' ? [SMALLEST] : sizes)) return;
  }
}

function pagesOf(list: HTMLElement, pager: HTMLElement): number {
  const gap = Number.parseFloat(getComputedStyle(list).columnGap) || 0;
  return Math.max(1, Math.round((list.scrollWidth + gap) / (pager.clientWidth + gap)));
}

function fitNotes(screen: HTMLElement, unit: number): number {
  const pager = find(screen, 'pager');
  const list = find(screen, 'note-list');
  const card = find(screen, 'card');
  if (pager === null || list === null || card === null) return 1;
  // Beside the clock the panel has its height; under it, it may take what the clock can spare.
  const [taken, height] = [pager.offsetHeight, card.offsetHeight];
  for (const step of CARD_STEPS) {
    const room = Math.floor(taken + Math.max(0, height - step.card * unit));
    screen.style.setProperty('--pager-room', `${room}px`);
    if (choose(list, NOTE_SIZES, () => pagesOf(list, pager) === 1)) return 1;
  }
  return pagesOf(list, pager);
}

/** Title and next item in at most two lines each; the theme is left out before a word of the title is. */
function fitFrame(screen: HTMLElement): void {
  for (const element of [find(screen, 'top-title'), find(screen, 'foot-next')]) {
    for (const step of ['large', 'small', 'main-only', 'ellipsis']) {
      if (element === null) break;
      element.dataset.fit = step;
      if (linesOf(element) <= 2) break;
    }
  }
}

/**
 * Sizes title, name, presenter and notes of the floor screen to the window: the largest letters that fit, none under the
 * floor.
 * @returns how many pages the notes fill
 */
export function fitFloor(screen: HTMLElement): number {
  const unit = Number.parseFloat(getComputedStyle(screen).fontSize);
  const stage = find(screen, 'stage');
  const body = find(screen, 'floor');
  const name = find(screen, 'name');
  const presenter = find(screen, 'presenter');
  const card = find(screen, 'card');
  if (stage === null || body === null || name === null || card === null) return 1;

  fitFrame(screen);
  screen.style.setProperty('--pager-room', `${LEAST_PAGER * unit}px`);
  find(screen, 'note-list')?.style.setProperty('--size', String(SMALLEST));
  if (presenter !== null) {
    chooseBreaking(presenter, PRESENTER_SIZES, (sizes) =>
      PRESENTER_STEPS.some((step) =>
        choose(
          presenter,
          sizes.filter((size) => size <= step.most),
          () => linesOf(presenter) <= step.lines,
        ),
      ),
    );
  }
  const roomy = (least: number) => holdsAll(stage) && holdsAll(body) && card.offsetHeight >= least * unit - 1;
  chooseBreaking(name, NAME_SIZES, (sizes) =>
    CARD_STEPS.some((step) =>
      choose(
        name,
        sizes.filter((size) => size >= step.name),
        () => linesOf(name) <= NAME_LINES && roomy(step.card),
      ),
    ),
  );
  return fitNotes(screen, unit);
}

/** Sizes the title of a quiet screen: before, between, finished. */
export function fitTitle(screen: HTMLElement): void {
  const body = find(screen, 'quiet');
  const name = find(screen, 'name');
  if (body === null || name === null) return;
  fitFrame(screen);
  chooseBreaking(name, TITLE_SIZES, (sizes) =>
    choose(name, sizes, () => linesOf(name) <= NAME_LINES && holdsAll(body)),
  );
}
