import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { picture } from '../support/pictures.ts';
import { axeFaults } from './support/axe.ts';
import { leaveFullScreen } from './support/full-screen.ts';
import { expect, test } from './support/test.ts';

const SIZES = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

test('in a room with one screen the desk becomes the room’s screen, and a strip to write and steer by', async ({
  app,
  host,
}) => {
  test.setTimeout(150_000);
  const { desk } = app;
  await desk.setViewportSize({ width: 1366, height: 768 });
  await desk.getByRole('button', { name: 'Coba rakor contoh' }).click();
  const box = desk.getByRole('textbox', { name: 'Catatan baru' });
  await expect(box).toBeVisible();
  await box.fill('Dimulai di meja');
  await desk.keyboard.press('F10');
  const room = desk.frameLocator('iframe');
  await expect(room.locator('.screen')).toBeVisible();
  // The text continues in the same box; the room cannot read what is not for it.
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('Dimulai di meja');
  const masked = () => box.evaluate((field) => getComputedStyle(field).getPropertyValue('-webkit-text-security'));
  expect(await masked()).toBe('disc');
  await desk.keyboard.press('Alt+p');
  expect(await masked()).toBe('disc');
  await desk.keyboard.press('Alt+l');
  await desk.keyboard.press('Alt+a');
  await expect.poll(masked).toBe('none');

  await desk.keyboard.press('F8');
  await expect(room.locator('.overline')).toHaveText('Sedang berlangsung');
  await desk.keyboard.press('Enter');
  await expect(room.locator('.note-text')).toHaveText(['Dimulai di meja']);
  await expect(box).toHaveValue('');
  await desk.keyboard.press('Control+3');
  await expect(room.locator('[data-layout="notes"]')).toBeVisible();
  await desk.keyboard.press('Control+1');

  if (host === 'browser') {
    await leaveFullScreen(desk);
    for (const size of SIZES) {
      await desk.setViewportSize(size);
      const fits = await desk.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        const frame = document.querySelector('iframe')?.getBoundingClientRect();
        return scrollWidth <= innerWidth && scrollHeight <= innerHeight && (frame?.width ?? 0) === innerWidth;
      });
      expect(fits, `${size.width}×${size.height}`).toBe(true);
      await picture(desk, `desk/one-screen/${size.width}x${size.height}.png`);
    }
    expect(await axeFaults(desk)).toEqual([]);
  }

  // What could show the room more than it may read does not open.
  await desk.keyboard.press('Alt+p');
  await desk.keyboard.insertText('RAHASIA');
  for (const key of ['Alt+j', 'Control+e', 'Control+k', 'Alt+w', 'Control+7', 'F1']) await desk.keyboard.press(key);
  await expect(desk.getByRole('dialog')).toHaveCount(0);
  await expect(box).toHaveValue('RAHASIA');
  await expect(desk.getByText('pribadi', { exact: false })).toHaveCount(0);
  await box.fill('');
  await desk.keyboard.insertText('Lanjut di meja');
  await expect.poll(masked).toBe('disc');

  // A reloaded page is still the projector, not the desk.
  await expect(desk.getByText('Semua tersimpan')).toHaveCount(0);
  await desk.reload();
  await expect(box).toHaveValue('Lanjut di meja');
  await expect(desk.locator('.d-shell')).toHaveCount(0);
  expect(await masked()).toBe('disc');
  await desk.keyboard.press('Escape');
  await expect(desk.locator('.d-shell')).toBeVisible();
  await expect(box).toHaveValue('Lanjut di meja');
  await expect(box).toBeFocused();
});

test('what goes wrong is told to a room that looks on without names, files or words', async ({ launch }) => {
  test.setTimeout(120_000);
  const app = await launch();
  const { desk } = app;
  await desk.getByRole('button', { name: 'Coba rakor contoh' }).click();
  const box = desk.getByRole('textbox', { name: 'Catatan baru' });
  await box.fill('');
  await expect(desk.getByText('Semua tersimpan')).toBeVisible();
  await desk.keyboard.press('F10');
  await expect(desk.getByText('tekan F10', { exact: false })).toHaveCount(0);

  const [id = ''] = readdirSync(join(app.dataFolder, 'meetings'));
  const folder = join(app.dataFolder, 'meetings', id);
  // Nothing more can be written there.
  renameSync(folder, `${folder}.away`);
  writeFileSync(folder, '');
  await desk.keyboard.press('F8');
  const trouble = desk.locator('.d-one-trouble');
  await expect(trouble).toContainText('Belum tersimpan.', { timeout: 30_000 });
  await expect(trouble).toContainText('tekan F10');
  await expect(desk.locator('body')).not.toContainText(app.dataFolder);

  await desk.keyboard.press('Alt+p');
  await desk.keyboard.insertText('RAHASIA');
  // What the page itself says when the application behind it has gone.
  await desk.evaluate(() => window.dispatchEvent(new Event('ekspose:disconnected')));
  await expect(desk.getByRole('alert')).toContainText('Ekspose sudah ditutup');
  await expect(desk.locator('body')).not.toContainText('RAHASIA');
  await desk.getByRole('button', { name: 'Perlihatkan tulisan yang belum tersimpan' }).click();
  await expect(desk.getByRole('region', { name: 'Tulisan yang belum tersimpan' })).toContainText('RAHASIA');
});
