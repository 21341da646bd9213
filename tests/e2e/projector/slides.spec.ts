import type { Page } from '@playwright/test';
import type { SlidesView } from '#core/views/projector.ts';
import { layoutFaults, textContrasts } from '../../support/layout-probe.ts';
import { makePdf } from '../../support/make-pdf.ts';
import { picture } from '../../support/pictures.ts';
import { expect, test } from '../../support/projector-page.ts';
import { pushView } from '../../support/projector-port.ts';
import { dressed } from '../../support/projector-views.ts';
import { resize } from '../../support/resize.ts';
import { SLIDES_STATES, slides } from '../../support/slides-views.ts';
import { axeFaults } from '../support/axe.ts';

const SIZES = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
/** Points: as PowerPoint makes them, and a page of A4. */
const SHAPES = { wide: [960, 540], narrow: [720, 540], a4: [595, 842] } as const;

const LONGEST_NEXT = SLIDES_STATES['slides-longest']?.next;

test.beforeEach(({ renderer }) => {
  for (const [name, size] of Object.entries(SHAPES)) renderer.slides.set(name, makePdf({ pages: 3, size }));
  renderer.slides.set('broken', Buffer.from('%PDF-1.7 no more'));
});

const at = (view: SlidesView, address: string, page = 1): SlidesView => ({
  ...view,
  slides: { ...view.slides, address: `/slides/${address}.pdf`, page },
});
/** Waits for what a view ends with: its page, or the sentence. */
async function drawn(page: Page, { slides: { address, page: number } }: SlidesView): Promise<void> {
  if (address.includes('broken')) await expect(page.locator('.slides-sentence')).toBeVisible();
  else await expect(page.locator(`.slide-page[data-page="${number}"] canvas`)).toBeVisible();
}

test('every state fits with slides of every shape at every size, and is readable in both themes', async ({
  page,
  openProjector,
}) => {
  test.setTimeout(300_000);
  await openProjector({ stage: 'idle', locale: 'id', theme: 'light' });
  await page.clock.resume();
  for (const size of SIZES) {
    await resize(page, size);
    for (const [state, view] of Object.entries(SLIDES_STATES)) {
      // Each shape with a quiet and a full rail; the other states differ in the strip alone.
      const shapes = ['slides', 'slides-quiet', 'slides-many-notes'].includes(state) ? Object.keys(SHAPES) : ['wide'];
      for (const shape of shapes) {
        const shown = state === 'slides-broken' ? view : at(view, shape);
        const where = `${state}, ${shape}, ${size.width}x${size.height}`;
        await pushView(page, shown);
        await drawn(page, shown);
        // The agency's own name is never cut; of two of the longest, the next one may be.
        expect.soft(await layoutFaults(page, { ellipsis: shown.next === LONGEST_NEXT }), where).toEqual([]);
        expect.soft(await page.locator('.slides-strip .name').getAttribute('data-break'), where).toBe('words');
        await picture(page, `projector/id/${size.width}x${size.height}-${state}-${shape}.png`);
        if (state !== 'slides-broken') {
          // As large as it can be: it touches two opposite edges of its place.
          const gap = (): Promise<number> =>
            page.locator('.slide-page:not([hidden]) canvas').evaluate((canvas) => {
              const box = canvas.getBoundingClientRect();
              const place = canvas.closest('.slides-place')?.getBoundingClientRect() ?? box;
              return Math.min(place.width - box.width, place.height - box.height);
            });
          // Its place takes the page's shape a moment after the page is there.
          await expect.poll(gap, { message: where }).toBeLessThan(3);
        }
      }
      // The other language where there is least room.
      if (size.width === 1024) {
        const shown = dressed(view, 'en', 'dark') as SlidesView;
        const where = `${state}, en, ${size.width}x${size.height}`;
        await pushView(page, shown);
        await drawn(page, shown);
        expect.soft(await layoutFaults(page, { ellipsis: shown.next === LONGEST_NEXT }), where).toEqual([]);
        await picture(page, `projector/en/1024x768-dark-${state}.png`);
      }
      if (size.width !== 1366) continue;
      for (const theme of ['light', 'dark'] as const) {
        const shown = dressed(view, 'en', theme) as SlidesView;
        await pushView(page, shown);
        await drawn(page, shown);
        const weak = (await textContrasts(page)).filter(({ ratio }) => ratio < 7);
        expect.soft(weak, `contrast in ${state}, ${theme}`).toEqual([]);
        if (theme === 'dark') await picture(page, `projector/en/1366x768-dark-${state}.png`);
      }
      expect.soft(await axeFaults(page), `axe in ${state}`).toEqual([]);
    }
  }
});

test('the digits of the strip are a twentieth of the height, and the rail is gone with its notes', async ({
  page,
  openProjector,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await openProjector(slides);
  await drawn(page, slides);
  const size = await page
    .locator('.strip-digits')
    .evaluate((digits) => Number.parseFloat(getComputedStyle(digits).fontSize));
  // Figures of Inter are 0.727 of its size.
  expect(size * 0.727).toBeGreaterThanOrEqual(768 * 0.05);
  const width = () => page.locator('.slides-place').evaluate((place) => place.clientWidth);
  const beside = await width();
  await pushView(page, { ...slides, rail: false, notes: [] });
  await expect.poll(width).toBeGreaterThan(beside);
  await expect(page.locator('.notes')).toHaveCount(0);
});

test('a turned page stays until the next is drawn, and another agency never shows the page of the one before', async ({
  page,
  openProjector,
  renderer,
}) => {
  await openProjector(slides);
  await page.clock.resume();
  await drawn(page, slides);
  // The next one is there already, on a canvas of its own.
  await expect(page.locator('.slide-page[data-page="2"] canvas[style]')).toBeAttached();
  const seen = await page.evaluate(
    ([next]) => {
      window.projectorDouble.push(next);
      return new Promise<string[]>((resolve) => {
        const shown: string[] = [];
        const look = (): void => {
          const pages = [...document.querySelectorAll<HTMLElement>('.slide-page:not([hidden])')];
          shown.push(pages.map(({ dataset }) => dataset.page).join());
          if (shown.length === 3) resolve(shown);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
    },
    [at(slides, 'wide', 2)],
  );
  expect(seen.at(-1)).toBe('2');
  expect(seen).not.toContain('');

  renderer.slides.delete('a4');
  await pushView(page, at({ ...slides, item: { kind: 'agency', title: 'Dinas Kesehatan' } }, 'a4'));
  await expect(page.getByRole('heading', { name: 'Dinas Kesehatan' })).toBeVisible();
  await expect(page.locator('.slide-page')).toHaveCount(0);
  await expect(page.locator('.slides-sentence')).toBeVisible();
  await expect(page.locator('.strip-digits')).toBeVisible();
});
