import type { Page } from '@playwright/test';
import { depth } from '../support/depth.ts';
import { callAgency } from './support/minutes-desk.ts';
import { expect, test } from './support/test.ts';

/** How long nobody acts, ms: nothing may wake a window during the longest pause in a meeting. */
const SILENCE = depth(4_000, 60_000);

/** How often a window has been laid out. */
async function layoutCounter(page: Page): Promise<() => Promise<number>> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  return async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'LayoutCount')?.value ?? Number.NaN;
  };
}

test('while a turn runs and nobody acts, no message goes to any window, and no second lays out the projector', async ({
  app,
}) => {
  const { desk } = app;
  await desk.getByRole('button', { name: 'Coba rakor contoh' }).click();
  const projector = await app.projector();
  await expect(projector.getByText('Rapat Koordinasi Ekspose SKPD').first()).toBeVisible();
  await callAgency(desk, 'Setda');
  await desk.keyboard.press('F8');
  await expect(desk.getByRole('button', { name: /^Jeda/ })).toBeVisible();
  await expect(desk.getByText('Semua tersimpan')).toBeVisible();
  // What the start itself set going (a window that opened, the last save) has come in when a question asked after it is answered.
  await desk.keyboard.press('F6');
  await expect(projector.getByText('Rapat Koordinasi Ekspose SKPD').first()).toBeHidden();
  await expect(desk.getByRole('button', { name: /dikosongkan/ })).toBeVisible();
  await desk.keyboard.press('F6');
  await expect(projector.getByText('Rapat Koordinasi Ekspose SKPD').first()).toBeVisible();
  await expect(desk.getByRole('button', { name: /dikosongkan/ })).toBeHidden();
  await expect(desk.getByText('Semua tersimpan')).toBeVisible();
  // The first backup is made once something is saved, and takes as long as the disk does.
  await expect(desk.getByText('Cadangan terakhir')).toBeVisible();

  const before = { desk: app.messagesTo('desk'), projector: app.messagesTo('projector') };
  expect(before.desk.length).toBeGreaterThan(0);
  expect(before.projector.length).toBeGreaterThan(0);
  const layouts = await layoutCounter(projector);
  const layoutsBefore = await layouts();
  const readClock = () => projector.getByRole('timer').textContent();
  const shown = await readClock();
  await new Promise((resolve) => setTimeout(resolve, SILENCE));
  expect({ desk: app.messagesTo('desk'), projector: app.messagesTo('projector') }).toEqual(before);
  expect(await readClock()).not.toBe(shown);
  // Where digits are laid out that is once a second; what a new minute changes is laid out once.
  const most = 2 + (4 * SILENCE) / 60_000;
  expect((await layouts()) - layoutsBefore).toBeLessThanOrEqual(most);
});
