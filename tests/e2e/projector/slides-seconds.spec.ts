import type { Page } from '@playwright/test';
import { duration, mono } from '#core/time/units.ts';
import { makePdf } from '../../support/make-pdf.ts';
import { expect, settled, test } from '../../support/projector-page.ts';
import { installProjectorPort } from '../../support/projector-port.ts';
import { slides } from '../../support/slides-views.ts';

const SECONDS = 5;
/** How late a second may be painted, ms; or later by as much as beside a page on which nothing is drawn. */
const LATE = 25;

/** Hundreds of thousands of strokes: both workers of the slides are busy for longer than the test looks. */
const heavy = (): string => {
  const at = (n: number, k: number, most: number): number => (n * k) % most;
  return Array.from(
    { length: 400_000 },
    (_, n) => `${at(n, 7, 900)} ${at(n, 11, 500)} m ${at(n, 13, 900)} ${at(n, 17, 500)} l S`,
  ).join('\n');
};

/** Of some seconds that the clock shows: by how much each was late, ms, and whether the page was there. */
const secondsOf = (page: Page) =>
  page.evaluate(async (count) => {
    const { anchor } = window.projectorDouble;
    const changes: { late: number; second: number; isDrawn: boolean }[] = [];
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
    return changes;
  }, SECONDS);

/** The middle one: a moment in which the machine does something else is not about the slides. */
const middle = (seen: readonly { late: number }[]): number =>
  seen.map(({ late }) => late).toSorted((a, b) => a - b)[SECONDS >> 1] ?? 0;

test('the digits change at the second while a heavy page is drawn', async ({ page, renderer }) => {
  test.setTimeout(120_000);
  renderer.slides.set('heavy', makePdf({ pages: 1, content: heavy }));
  renderer.slides.set('light', makePdf({ pages: 1 }));
  const { floor } = slides;
  if (floor === null) throw new Error('no clock');
  const view = (name: string) => ({
    ...slides,
    notes: [],
    floor: { ...floor, clock: { spent: duration(276_000), anchor: mono(0), added: 0 } },
    slides: { address: `/slides/${name}.pdf`, page: 1, pages: 1 },
  });
  await installProjectorPort(page, view('light'));
  await page.goto(`${renderer.origin}/projector.html`);
  await settled(page);
  await expect(page.locator('.slide-page:not([hidden])')).toBeAttached();
  const still = await secondsOf(page);

  await page.evaluate((next) => window.projectorDouble.push(next), view('heavy'));
  await expect(page.locator('.slide-page[hidden]')).toBeAttached();
  const busy = await secondsOf(page);
  expect(busy.filter(({ isDrawn }) => !isDrawn).length, 'seconds in which it was drawn').toBeGreaterThan(2);
  expect(busy.map(({ second }) => second - (busy[0]?.second ?? 0))).toEqual([...busy.keys()]);
  expect(middle(busy)).toBeLessThanOrEqual(Math.max(LATE, middle(still) + LATE));
});
