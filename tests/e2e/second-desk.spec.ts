import type { Page, WebSocketRoute } from '@playwright/test';
import { composer, createRakor } from './support/minutes-desk.ts';
import { expect, test } from './support/test.ts';

test.skip(({ host }) => host !== 'browser', 'Electron has one desk, and no line that could break');

const told = (desk: Page) => desk.getByText('Ekspose sedang dipakai di jendela meja lain.');
const takeOver = (desk: Page) => desk.getByRole('button', { name: 'Ambil alih' });
const aside = (desk: Page) => desk.getByLabel(/^Ketikan di jendela ini yang belum sempat tersimpan/);
const reconnecting = (desk: Page) => desk.getByText('Menyambung kembali…');

/** A second desk over a line that the test can hold up and cut. */
async function secondDesk(first: Page) {
  const desk = await first.context().newPage();
  const line = { deaf: false, down: false, cut: (): Promise<void> => Promise.resolve() };
  await desk.routeWebSocket(/\/socket\?/, (page: WebSocketRoute) => {
    if (line.down) return void page.close({ code: 1011 });
    const server = page.connectToServer();
    page.onMessage((message) => {
      if (!line.deaf) server.send(message);
    });
    line.cut = async () => {
      await page.close({ code: 1011 });
      await server.close();
    };
  });
  await desk.goto(first.url());
  return { desk, line };
}

test('of two desks one writes, no word of the other is lost, and a broken line comes back', async ({ launch }) => {
  const app = await launch();
  const first = app.desk;
  await createRakor(first);
  await composer(first).fill('Ruas jalan');
  await expect(first.getByText('tersimpan', { exact: true })).toBeVisible();

  const { desk: second, line } = await secondDesk(first);
  await expect(told(second)).toBeVisible();
  await expect(composer(second)).toBeHidden();
  await expect(second.getByText('Ruas jalan', { exact: true })).toBeVisible();
  await takeOver(second).click();
  await expect(composer(second)).toHaveValue('Ruas jalan');
  await expect(told(first)).toBeVisible();
  await expect(composer(first)).toBeHidden();

  // What is typed here does not reach the application before the first desk takes over again.
  line.deaf = true;
  await composer(second).pressSequentially(' Mantewe');
  await expect(second.getByText('menyimpan…', { exact: true })).toBeVisible();
  await takeOver(first).click();
  await expect(composer(first)).toHaveValue('Ruas jalan');
  await expect(aside(second)).toHaveValue('Ruas jalan Mantewe');
  await expect(second.getByText('tersimpan', { exact: true })).toBeHidden();
  line.deaf = false;
  await second.reload();
  await expect(aside(second)).toHaveValue('Ruas jalan Mantewe');
  await expect(told(second)).toBeVisible();
  await second.getByRole('button', { name: 'Sudah, tutup' }).click();
  await expect(aside(second)).toBeHidden();

  // The line breaks; what happens meanwhile is there when it is back.
  line.down = true;
  await line.cut();
  await expect(reconnecting(second)).toBeVisible();
  await composer(first).press('Enter');
  await expect(first.locator('[data-note-id]')).toContainText('Ruas jalan');
  await expect(second.locator('[data-note-id]')).toHaveCount(0);
  line.down = false;
  await expect(second.locator('[data-note-id]')).toContainText('Ruas jalan');
  await expect(reconnecting(second)).toBeHidden();
  await expect(told(second)).toBeVisible();

  // The holder's page closes; the read-only one gets the seat after a while.
  await first.close();
  await expect(composer(second)).toBeVisible();
  await composer(second).fill('Selesai');
  await expect(second.getByText('tersimpan', { exact: true })).toBeVisible();
});
