import { expect, type Page } from '@playwright/test';
import type { ProjectorView } from '#core/views/projector.ts';
import { makePng } from './make-png.ts';
import { installProjectorPort } from './projector-port.ts';
import { EMBLEM, NOW } from './projector-views.ts';
import { windowTest } from './renderer-fixture.ts';

interface Fixtures {
  /** Opens the projector's window on a view, its clocks standing at `NOW`. */
  openProjector(view: ProjectorView): Promise<void>;
}

export const test = windowTest('projector').extend<Fixtures>({
  openProjector: async ({ page, renderer }, use) => {
    await use(async (view) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      // The clocks belong to the context: an earlier test has left them where it ended, or running.
      await page.clock.install({ time: new Date(Date.parse(NOW) - 60_000) });
      await page.clock.pauseAt(new Date(NOW));
      // Opaque, so that screenshots show where it is. Served, not put in its place: for that the browser would store nothing.
      if (!renderer.pictures.has(EMBLEM)) renderer.pictures.set(EMBLEM, makePng({ width: 24, height: 32, colour: 2 }));
      await installProjectorPort(page, view);
      await page.goto(`${renderer.origin}/projector.html`);
      await settled(page);
    });
  },
});

/** Waits until the window shows something and its fonts are loaded. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main')).toHaveCount(1);
  await page.evaluate(async () => document.fonts.ready);
}

export { expect };
