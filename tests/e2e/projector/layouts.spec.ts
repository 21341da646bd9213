import { LAYOUTS } from '#core/model/screen.ts';
import { layoutFaults, textContrasts } from '../../support/layout-probe.ts';
import { expect, test } from '../../support/projector-page.ts';
import { pushView } from '../../support/projector-port.ts';
import { type Dress, hardCases, roomIn, roomViews, viewIn } from '../../support/projector-states.ts';
import { axeFaults } from '../support/axe.ts';

/** A telling part of what `npm run matrix` looks at whole: the narrowest room, the usual one, the largest letters, the dark. */
const PART: readonly (Dress & { readonly width: number; readonly height: number })[] = [
  { width: 1024, height: 768, locale: 'id', theme: 'light' },
  { width: 1366, height: 768, locale: 'en', theme: 'dark', step: 2 },
];

for (const { width, height, ...dress } of PART) {
  test(`every state in every layout fits ${width}x${height} in ${dress.locale}, ${dress.theme}`, async ({
    page,
    openProjector,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height });
    await openProjector({ stage: 'idle', locale: dress.locale, theme: dress.theme });
    for (const [name, view] of [...roomViews(dress), ...hardCases(dress)]) {
      await pushView(page, view);
      expect.soft(await layoutFaults(page), name).toEqual([]);
    }
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`${theme === 'light' ? 'axe finds nothing in any layout, and ' : ''}every text has a contrast of 7:1 (${theme})`, async ({
    page,
    openProjector,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width: 1366, height: 768 });
    await openProjector({ stage: 'idle', locale: 'id', theme });
    // axe waits by the page's own timers.
    await page.clock.resume();
    const room = roomIn('running');
    for (const layout of LAYOUTS) {
      await pushView(page, viewIn(room, layout, { locale: 'id', theme }));
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      const weak = (await textContrasts(page)).filter(({ ratio }) => ratio < 7);
      expect.soft(weak, `contrast in ${layout}`).toEqual([]);
      if (theme === 'light') expect.soft(await axeFaults(page), layout).toEqual([]);
    }
  });
}
