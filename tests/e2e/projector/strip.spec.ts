import { LOCALES } from '#core/text/format.ts';
import { layoutFaults, textContrasts } from '../../support/layout-probe.ts';
import { picture } from '../../support/pictures.ts';
import { expect, test } from '../../support/projector-page.ts';
import { pushView } from '../../support/projector-port.ts';
import { dressed } from '../../support/projector-views.ts';
import { resize } from '../../support/resize.ts';
import { STRIP_STATES } from '../../support/strip-views.ts';
import { axeFaults } from '../support/axe.ts';

/** The strip's window on a display of 1024×768, 1366×768, 1920×1080, and 1080×1920 (`src-core/displays/strip.ts`). */
const SIZES = [
  { width: 1024, height: 84 },
  { width: 1366, height: 84 },
  { width: 1920, height: 119 },
  { width: 1080, height: 89 },
];
/** Its height in hundredths of the display's. */
const SHARE = 11;
const THEMES = ['light', 'dark'] as const;

test('the strip above other programs fits its window in every state, legible from the room', async ({
  page,
  openProjector,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1366, height: 84 });
  await openProjector({ stage: 'idle', locale: 'id', theme: 'light' });
  await page.clock.resume();
  for (const [n, locale] of LOCALES.entries()) {
    for (const size of SIZES) {
      await resize(page, size);
      for (const [state, view] of Object.entries(STRIP_STATES)) {
        const theme = THEMES[n] ?? 'light';
        const where = `${state}, ${size.width}x${size.height}, ${locale}`;
        await pushView(page, dressed(view, locale, theme));
        await expect(page.locator('.slides-strip')).toBeVisible();
        // Who speaks is never cut; the next one may be, beside one of the longest.
        expect
          .soft(
            await layoutFaults(page, {
              ellipsis: state.includes('longest') || state.includes('overtime') || state.includes('hour'),
            }),
            where,
          )
          .toEqual([]);
        expect.soft(await page.locator('.name').getAttribute('data-break'), where).toBe('words');
        const letters = await page
          .locator('.slides-strip :is(.name, .foot-next, .strip-words)')
          .evaluateAll((texts) => texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize)));
        expect.soft(Math.min(...letters), where).toBeGreaterThanOrEqual((size.height / SHARE) * 2.6 - 0.05);
        for (const digits of await page.locator('.strip-digits').all()) {
          // Figures of Inter are 0.727 of its size: a twentieth of the display's height.
          const letter = await digits.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
          expect.soft(letter * 0.727, where).toBeGreaterThanOrEqual((size.height / SHARE) * 5);
        }
        await picture(page, `projector/${locale}/strip-${size.width}-${state}.png`);
      }
    }
  }
});

test('every text of the strip has a contrast of 7:1, its phase a shape and words of its own', async ({
  page,
  openProjector,
}) => {
  await page.setViewportSize({ width: 1366, height: 84 });
  await openProjector({ stage: 'idle', locale: 'id', theme: 'light' });
  await page.clock.resume();
  const phases = new Set<string>();
  for (const theme of THEMES) {
    for (const [state, view] of Object.entries(STRIP_STATES)) {
      await pushView(page, dressed(view, 'id', theme));
      await expect(page.locator('.slides-strip')).toBeVisible();
      const weak = (await textContrasts(page)).filter(({ ratio }) => ratio < 7);
      expect.soft(weak, `${state}, ${theme}`).toEqual([]);
      if (view.floor === null) continue;
      const shape = await page.locator('.sign-shape').getAttribute('data-shape');
      phases.add(`${shape}: ${await page.locator('.strip-words').textContent()}`);
    }
    expect.soft(await axeFaults(page), theme).toEqual([]);
  }
  // Called, running, the last minutes, overtime, paused, a break and one that is over.
  expect(phases.size).toBe(7);
});
