import { TEXT_STEPS } from '#core/model/screen.ts';
import { LOCALES } from '#core/text/format.ts';
import { layoutFaults } from '../support/layout-probe.ts';
import { picture } from '../support/pictures.ts';
import { expect, test } from '../support/projector-page.ts';
import { pushView } from '../support/projector-port.ts';
import { type Dress, hardCases, roomViews } from '../support/projector-states.ts';

const SIZES = [
  { width: 1024, height: 768 },
  { width: 1280, height: 800 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
];

for (const { width, height } of SIZES) {
  const dresses: Dress[] = LOCALES.flatMap((locale) =>
    (['light', 'dark'] as const).map((theme): Dress => ({ locale, theme, step: 0 })),
  );
  // Other sizes of the letters change the layout, not its words and colours.
  for (const step of TEXT_STEPS) if (step !== 0) dresses.push({ locale: 'id', theme: 'light', step });
  for (const dress of dresses) {
    const name = `${width}x${height}-${dress.locale}-${dress.theme}-step${dress.step}`;
    test(name, async ({ page, openProjector }) => {
      test.setTimeout(600_000);
      await page.setViewportSize({ width, height });
      await openProjector({ stage: 'idle', locale: dress.locale, theme: dress.theme });
      for (const [state, view] of [...roomViews(dress), ...hardCases(dress)]) {
        await pushView(page, view);
        const faults = await layoutFaults(page);
        await picture(page, `matrix/${name}/${state}.jpg`);
        expect.soft(faults, state).toEqual([]);
      }
    });
  }
}
