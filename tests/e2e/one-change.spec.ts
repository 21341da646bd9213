import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

interface Seen {
  readonly name: string;
  readonly digits: string;
  readonly layout: string;
}

declare global {
  interface Window {
    shown: Seen[];
  }
}

/** Records what the projector shows after every batch of changes of its page. */
const record = (projector: Page): Promise<void> =>
  projector.evaluate(() => {
    const text = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
    const look = (): Seen => ({
      name: text('.name'),
      digits: text('.digits'),
      layout: document.querySelector<HTMLElement>('.screen')?.dataset.layout ?? 'floor',
    });
    window.shown = [look()];
    new MutationObserver(() => window.shown.push(look())).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });

/** Makes an agency active, whatever is called at the moment. */
async function call(desk: Page, name: string): Promise<void> {
  await desk.keyboard.press('Control+k');
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('combobox').or(dialog.getByRole('searchbox')).fill(name);
  // The list follows the letters a moment later; Enter takes what is first in it.
  await expect(dialog.getByRole('option').first()).toContainText(name);
  await desk.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  // Called is what is in sight: it must be there before the key is struck.
  await expect(desk.getByRole('region', { name: 'Giliran' }).getByRole('heading', { name })).toBeVisible();
  await desk.keyboard.press('Alt+Enter');
  await expect(desk.getByText('Belum dimulai', { exact: true })).toBeVisible();
}

test.skip(({ host }) => host === 'browser', 'projector-one-change.spec.ts looks at the same there, and at more');

test('whatever the desk does, the projector never shows the new beside the old', async ({ app }) => {
  test.setTimeout(120_000);
  const { desk, projector: open } = app;
  await desk.getByLabel('Judul rapat').fill('Rakor Satu Perubahan');
  await desk.getByRole('button', { name: 'Tempel daftar lain' }).click();
  await desk.getByLabel('Daftar SKPD untuk rakor ini').fill('Dinas Satu\nDinas Dua\nDinas Tiga\nDinas Empat');
  await desk.getByRole('button', { name: 'Buat rakor' }).click();
  await expect(desk.getByRole('textbox', { name: 'Catatan baru' })).toBeVisible();
  await call(desk, 'Dinas Satu');
  const projector = await open();
  await expect(projector.locator('.name')).toHaveText('Dinas Satu');
  await record(projector);
  const turn = desk.getByRole('region', { name: 'Giliran' });

  // The double needs one of them: it has the pages and the rules of the browser host, where the other spec tries them all.
  const called = app.host === 'electron' ? ['Dinas Dua', 'Dinas Tiga', 'Dinas Empat'] : ['Dinas Dua'];
  for (const next of called) {
    await desk.keyboard.press('F8');
    await expect(projector.locator('.card')).toHaveAttribute('data-tone', 'running');
    // The clock must have moved, or the old one could not be distinguished from the new one.
    await expect(projector.locator('.digits')).not.toHaveText('12:00');
    await expect(desk.getByRole('button', { name: /^Jeda/ })).toBeVisible();
    for (const [key, layout] of [
      ['Control+3', 'notes'],
      ['Control+4', 'agenda'],
      ['Control+5', 'hold'],
    ] as const) {
      await desk.keyboard.press(key);
      await expect(projector.locator('.screen')).toHaveAttribute('data-layout', layout);
    }
    await desk.keyboard.press('Control+1');
    await expect(projector.locator('.digits')).toBeVisible();
    await desk.keyboard.press('F9');
    await expect(projector.locator('.name')).toHaveText('Pembukaan');
    await expect(turn.getByRole('heading', { name: 'Pembukaan' })).toBeVisible();
    await call(desk, next);
    await expect(projector.locator('.name')).toHaveText(next);
  }

  const shown = await projector.evaluate(() => window.shown);
  // A clock belongs to the screens that have one, and to no other: an opening has a title slide.
  const hasClock = ({ layout, name }: Seen): boolean => layout === 'floor' && name !== 'Pembukaan';
  const torn = shown.filter((one) => hasClock(one) !== (one.digits !== ''));
  expect(torn).toEqual([]);
  // Called, not started: the whole time is there from the first change that names the agency on.
  for (const name of called) {
    const first = shown.find((one) => one.name === name && one.layout === 'floor');
    expect(first).toEqual({ name, digits: '12:00', layout: 'floor' });
  }
  expect(new Set(shown.map(({ layout }) => layout))).toEqual(new Set(['floor', 'notes', 'agenda', 'hold']));
});
