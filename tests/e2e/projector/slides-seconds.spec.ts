import type { Page } from '@playwright/test';
import { duration, mono } from '#core/time/units.ts';
import type { SlidesView } from '#core/views/projector.ts';
import { makePdf } from '../../support/make-pdf.ts';
import { expect, settled, test } from '../../support/projector-page.ts';
import { installProjectorPort } from '../../support/projector-port.ts';
import { slides } from '../../support/slides-views.ts';
import { threadWork } from '../../support/thread-work.ts';

const SECONDS = 5;
/** How late a second may be painted, ms; or later by as much than in a window in which nothing is drawn. */
const LATE = 25;
/** How often the notes beside the page change meanwhile, ms: the thread that shows the clock is busy, too. */
const NOTES_EVERY = 200;

/** Hundreds of thousands of strokes: both workers of the slides are busy for longer than the test looks. */
const heavy = (): string => {
  const at = (n: number, k: number, most: number): number => (n * k) % most;
  return Array.from(
    { length: 400_000 },
    (_, n) => `${at(n, 7, 900)} ${at(n, 11, 500)} m ${at(n, 13, 900)} ${at(n, 17, 500)} l S`,
  ).join('\n');
};

/** Of some seconds that the clock shows, while notes change: by how much each was late, ms, and whether the page was there. */
const secondsOf = (page: Page, views: readonly SlidesView[]) =>
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
    [views, SECONDS, NOTES_EVERY] as const,
  );

/** The middle one: a moment in which the machine does something else is not about the slides. */
const middle = (seen: readonly { late: number }[]): number =>
  seen.map(({ late }) => late).toSorted((a, b) => a - b)[SECONDS >> 1] ?? 0;

test('the digits change at the second while a heavy page is drawn and the notes beside it change', async ({
  page,
  renderer,
}) => {
  test.setTimeout(120_000);
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
  // A window of its own beside it, on which nothing is drawn: whatever the machine does, it does to both.
  const beside = (await page.context().browser()?.newContext()) ?? null;
  if (beside === null) throw new Error('no browser');
  const still = await beside.newPage();
  for (const window of [page, still]) {
    await installProjectorPort(window, light);
    await window.goto(`${renderer.origin}/projector.html`);
    await settled(window);
    await expect(window.locator('.slide-page:not([hidden])')).toBeAttached();
  }
  await page.evaluate((next) => window.projectorDouble.push(next), views('heavy')[0] ?? light);
  await expect(page.locator('.slide-page[hidden]')).toBeAttached();
  const { work, done } = await threadWork(page, () =>
    Promise.all([secondsOf(page, views('heavy')), secondsOf(still, views('light'))]),
  );
  await beside.close();
  const [busy, quiet] = done;
  expect(busy.filter(({ isDrawn }) => !isDrawn).length, 'seconds in which it was drawn').toBeGreaterThan(2);
  expect(busy.map(({ second }) => second - (busy[0]?.second ?? 0))).toEqual([...busy.keys()]);
  expect(middle(busy)).toBeLessThanOrEqual(Math.max(LATE, middle(quiet) + LATE));
  // At whatever moment a second begins, the thread that shows it is free as soon as without the page: in its own time,
  // since on a busy machine it may wait for a processor.
  const [drawing, other] = work;
  if (drawing === undefined || other === undefined) throw new Error('two windows in one process');
  expect(drawing.longest, 'ms at a stretch').toBeLessThanOrEqual(Math.max(LATE, other.longest + LATE));
  expect(drawing.shown, 'ms beside the workers').toBeLessThan(drawing.workers / 2);
});
