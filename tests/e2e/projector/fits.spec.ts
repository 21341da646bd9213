import { LOCALES, type Locale } from '#core/text/format.ts';
import { IS_LONG } from '../../support/depth.ts';
import { layoutFaults } from '../../support/layout-probe.ts';
import { picture } from '../../support/pictures.ts';
import { expect, test } from '../../support/projector-page.ts';
import { pushView } from '../../support/projector-port.ts';
import { dressed, STATES } from '../../support/projector-views.ts';
import { resize } from '../../support/resize.ts';

const SIZES = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
/** English, whose words are shorter, is tried where there is least room, and everywhere in the long run. */
const sizesOf = (locale: Locale): readonly (typeof SIZES)[number][] =>
  locale === 'id' || IS_LONG ? SIZES : SIZES.slice(0, 2);

for (const locale of LOCALES) {
  test(`every state fits at its sizes in ${locale}`, async ({ page, openProjector }) => {
    test.setTimeout(240_000);
    await openProjector({ stage: 'idle', locale, theme: 'light' });
    for (const size of sizesOf(locale)) {
      const name = `${size.width}x${size.height}`;
      await resize(page, size);
      for (const [state, view] of Object.entries(STATES)) {
        await pushView(page, dressed(view, locale, 'light'));
        const faults = await layoutFaults(page, { ellipsis: state === 'running-at-every-limit' });
        await picture(page, `projector/${locale}/${name}-${state}.png`);
        expect.soft(faults, `${state} at ${name} in ${locale}`).toEqual([]);
      }
    }
  });
}

test('a window of another shape is filled as well, and refits when it is resized', async ({ page, openProjector }) => {
  await openProjector({ ...STATES['running-longest-many-notes'], locale: 'id' } as (typeof STATES)[string]);
  for (const size of [
    { width: 1280, height: 1024 },
    { width: 800, height: 600 },
    { width: 1920, height: 1200 },
    { width: 2560, height: 1080 },
  ]) {
    await resize(page, size);
    await expect.poll(() => layoutFaults(page), { message: JSON.stringify(size) }).toEqual([]);
  }
});
