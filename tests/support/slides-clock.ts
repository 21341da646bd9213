import type { Browser, Page } from '@playwright/test';
import { duration, mono } from '#core/time/units.ts';
import type { SlidesView } from '#core/views/projector.ts';
import { makePdf } from './make-pdf.ts';
import { expect, settled } from './projector-page.ts';
import { installProjectorPort } from './projector-port.ts';
import { slides } from './slides-views.ts';
import type { StaticRenderer } from './static-renderer.ts';
import { type ThreadWork, threadWork } from './thread-work.ts';

/** How late a second may be shown, ms; or later by as much than in a window in which nothing is drawn. */
export const LATE = 25;
/** How often the notes beside the page change meanwhile, ms: the thread that shows the clock is busy, too. */
const NOTES_EVERY = 200;

/** Hundreds of thousands of strokes: both workers of the slides are busy for longer than a test looks. */
const heavy = (): string => {
  const at = (n: number, k: number, most: number): number => (n * k) % most;
  return Array.from(
    { length: 400_000 },
    (_, n) => `${at(n, 7, 900)} ${at(n, 11, 500)} m ${at(n, 13, 900)} ${at(n, 17, 500)} l S`,
  ).join('\n');
};

/** A second that the clock showed: by how much it was late, ms, and whether the page was on the screen already. */
export interface ShownSecond {
  readonly late: number;
  readonly second: number;
  readonly isDrawn: boolean;
}

/** Some seconds that the clock shows while notes change. */
const secondsOf = (page: Page, views: readonly SlidesView[], most: number): Promise<ShownSecond[]> =>
  page.evaluate(
    async ([given, count, every]) => {
      const { anchor, push } = window.projectorDouble;
      const changes: { late: number; second: number; isDrawn: boolean }[] = [];
      let pushed = 0;
      const notes = setInterval(() => {
        pushed += 1;
        push(given[pushed % given.length], true);
      }, every);
      await new Promise<void>((resolve) => {
        new MutationObserver(() => {
          const past = performance.now() - anchor;
          const isDrawn = document.querySelector('.slide-page:not([hidden])') !== null;
          changes.push({ late: past % 1000, second: Math.floor(past / 1000), isDrawn });
          if (changes.length === count) resolve();
        }).observe(document.querySelector('.strip-digits') ?? document.body, {
          ...{ subtree: true, childList: true, characterData: true },
        });
      });
      clearInterval(notes);
      return changes;
    },
    [views, most, NOTES_EVERY] as const,
  );

export interface SlidesClock {
  /** While a heavy page is drawn, and in a window beside it, at the same time, in which nothing is. */
  readonly busy: readonly ShownSecond[];
  readonly quiet: readonly ShownSecond[];
  readonly drawing: ThreadWork;
  readonly other: ThreadWork;
}

/** The clock of the projector beside a heavy page of slides, over so many seconds. */
export async function clockBesideHeavyPage(
  browser: Browser,
  renderer: StaticRenderer,
  seconds: number,
): Promise<SlidesClock> {
  renderer.slides.set('heavy', makePdf({ pages: 1, content: heavy }));
  renderer.slides.set('light', makePdf({ pages: 1 }));
  const { floor } = slides;
  if (floor === null) throw new Error('no clock');
  /** The same page beside one note, and beside two. */
  const views = (name: string): SlidesView[] =>
    [1, 2].map((notes) => ({
      ...slides,
      notes: slides.notes.slice(0, notes),
      floor: { ...floor, clock: { spent: duration(276_000), anchor: mono(0), added: 0 } },
      slides: { address: `/slides/${name}.pdf`, page: 1, pages: 1 },
    }));
  const [light] = views('light');
  if (light === undefined) throw new Error('no view');
  // Two windows, whatever the machine does, it does to both. Contexts of their own: in a shared one a test may have
  // stopped the clock.
  const contexts = [await browser.newContext(), await browser.newContext()];
  const [page, still] = await Promise.all(contexts.map((context) => context.newPage()));
  if (page === undefined || still === undefined) throw new Error('no windows');
  for (const window of [page, still]) {
    await installProjectorPort(window, light);
    await window.goto(`${renderer.origin}/projector.html`);
    await settled(window);
    await expect(window.locator('.slide-page:not([hidden])')).toBeAttached();
  }
  await page.evaluate((next) => window.projectorDouble.push(next), views('heavy')[0] ?? light);
  await expect(page.locator('.slide-page[hidden]')).toBeAttached();
  const { work, done } = await threadWork(page, () =>
    Promise.all([secondsOf(page, views('heavy'), seconds), secondsOf(still, views('light'), seconds)]),
  );
  await Promise.all(contexts.map((context) => context.close()));
  const [busy, quiet] = done;
  const [drawing, ...rest] = work;
  // The one beside it is drawn as often; further windows of the browser do nothing.
  const [other] = rest.toSorted((a, b) => b.shown - a.shown);
  if (drawing === undefined || other === undefined) throw new Error('two windows in one process');
  return { busy, quiet, drawing, other };
}

/** That every second was shown in its turn, and the thread that shows them was always free in time. */
export function expectFreeThread({ busy, drawing, other }: SlidesClock): void {
  expect(busy.map(({ second }) => second - (busy[0]?.second ?? 0))).toEqual([...busy.keys()]);
  // At whatever moment a second begins, the thread that shows it is free as soon as without the page: in its own time,
  // since on a busy machine it may wait for a processor.
  expect(drawing.longest, 'ms at a stretch').toBeLessThanOrEqual(Math.max(LATE, other.longest + LATE));
  expect(drawing.shown, 'ms beside the workers').toBeLessThan(drawing.workers / 2);
}
