import { textContrasts } from '../../support/layout-probe.ts';
import { picture, TAKES_PICTURES } from '../../support/pictures.ts';
import { expect, test } from '../../support/projector-page.ts';
import { pushView } from '../../support/projector-port.ts';
import { dressed, STATES } from '../../support/projector-views.ts';
import { axeFaults } from '../support/axe.ts';

const THEMES = ['light', 'dark'] as const;

for (const theme of THEMES) {
  // The two themes differ in colours alone: axe reads each state once, the contrasts are measured in both.
  test(`${theme === 'light' ? 'axe finds nothing and ' : ''}every text has a contrast of 7:1 (${theme})`, async ({
    page,
    openProjector,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width: 1366, height: 768 });
    await openProjector({ stage: 'idle', locale: 'id', theme });
    // axe waits by the page's own timers.
    await page.clock.resume();
    for (const [state, view] of Object.entries(STATES)) {
      await pushView(page, dressed(view, 'id', theme));
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      const weak = (await textContrasts(page)).filter(({ ratio }) => ratio < 7);
      expect.soft(weak, `contrast in ${state}`).toEqual([]);
      if (theme === 'light') expect.soft(await axeFaults(page), `axe in ${state}`).toEqual([]);
    }
  });
}

// Nothing but pictures: what the dark theme looks like is held by the contrasts above.
if (TAKES_PICTURES)
  test('a picture of the dark theme in its main states', async ({ page, openProjector }) => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await openProjector({ stage: 'idle', locale: 'id', theme: 'dark' });
    for (const state of [
      'before',
      'called',
      'running',
      'wrapUp',
      'overtime',
      'paused',
      'break',
      'between',
      'finished',
    ]) {
      await pushView(page, dressed(STATES[state] ?? { stage: 'idle', locale: 'id', theme: 'dark' }, 'id', 'dark'));
      await picture(page, `projector/id/1366x768-dark-${state}.png`);
    }
  });

test('the phase is told by words and by shape, not by colour alone', async ({ page, openProjector }) => {
  await openProjector({ stage: 'idle', locale: 'id', theme: 'light' });
  const seen = new Map<string, string>();
  for (const state of ['called', 'running', 'wrapUp', 'overtime', 'paused', 'break']) {
    const view = STATES[state];
    if (view !== undefined) await pushView(page, view);
    const words = await page.locator('.sign-main').textContent();
    const shape = await page.locator('.sign-shape').innerHTML();
    seen.set(words ?? '', shape);
  }
  expect(seen.size).toBe(6);
  expect(new Set(seen.values()).size).toBe(6);
});

test('overtime breathes only where motion is welcome', async ({ page, openProjector }) => {
  await openProjector(STATES.overtime ?? { stage: 'idle', locale: 'id', theme: 'light' });
  const animation = () => page.locator('.sign-shape').evaluate((sign) => getComputedStyle(sign).animationName);
  expect(await animation()).toBe('none');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await animation()).toBe('breathe');
});
