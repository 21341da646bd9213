import { expect, test } from './support/test.ts';

test('breaks of any length, places that are seen, and a sheet that is read from its top', async ({ app, host }) => {
  test.skip(host !== 'browser', 'the pages are the same on every host');
  const { desk } = app;
  const { keyboard } = desk;
  await desk.setViewportSize({ width: 1366, height: 768 });
  await desk.getByRole('button', { name: 'Coba rakor contoh' }).click();
  await expect(desk.getByRole('textbox', { name: 'Catatan baru' })).toBeVisible();

  await test.step('the arrows alone reach "Acara lain", and the place is told between its neighbours', async () => {
    await desk.getByRole('button', { name: 'Ubah susunan acara' }).click();
    await desk.getByRole('menuitem', { name: /^Tambah acara/ }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('radio', { checked: true }).focus();
    await keyboard.press('ArrowRight');
    if (!(await dialog.getByRole('radio', { name: 'Acara lain' }).isChecked())) await keyboard.press('ArrowRight');
    await expect(dialog.getByRole('radio', { name: 'Acara lain' })).toBeChecked();
    await dialog.getByRole('textbox', { name: 'Judul' }).fill('Penyerahan penghargaan');
    await dialog.getByRole('button', { name: /Letak/ }).click();
    await desk.getByRole('option', { name: 'Sesudah 2. Indonesia Raya' }).click();
    await expect(dialog.getByRole('listitem')).toHaveText(['Indonesia Raya', 'Penyerahan penghargaan', 'Doa']);
    await dialog.getByRole('button', { name: 'Tambahkan' }).click();
    await expect(desk.getByText('Penyerahan penghargaan ditambahkan sesudah Indonesia Raya.')).toBeVisible();
    await expect(desk.locator('[data-item-id]').nth(2)).toContainText('Penyerahan penghargaan');
  });

  await test.step('a break of 25 minutes is one search away, and counts down', async () => {
    await keyboard.press('Control+k');
    await keyboard.type('istirahat 25');
    await expect(desk.getByRole('option', { name: 'Istirahat 25 menit sekarang' })).toBeVisible();
    await keyboard.press('Enter');
    await expect(desk.getByRole('timer', { name: /^Sisa istirahat 2[45]:/ })).toBeVisible();
  });

  await test.step('the next agency’s sheet opens at its top', async () => {
    const look = async (name: string) => {
      await keyboard.press('Control+k');
      await keyboard.type(name);
      await keyboard.press('Enter');
      await expect(desk.getByRole('dialog')).toBeHidden();
      await expect(desk.getByRole('tab', { name: 'Lembar paparan' })).toBeVisible();
    };
    const panel = desk.getByRole('tabpanel');
    await look('Setda');
    expect(
      await panel.evaluate(async (element) => {
        const scrolled = new Promise((resolve) => element.addEventListener('scroll', resolve, { once: true }));
        element.scrollTop = 200;
        await scrolled;
        return element.scrollTop;
      }),
    ).toBeGreaterThan(0);
    await look('Setwan');
    await expect.poll(() => panel.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  });
});
