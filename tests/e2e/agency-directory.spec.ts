import type { Page } from '@playwright/test';
import { agencyRows } from '../support/agency-rows.ts';
import { WORDS } from '../support/locale-words.ts';
import { picture, TAKES_PICTURES } from '../support/pictures.ts';
import { axeFaultsInFront } from './support/axe.ts';
import { sendRaw } from './support/raw.ts';
import { expect, test } from './support/test.ts';

const words = WORDS.id.desk.agencyDirectory;
const LONG = 'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana';

const rakor = (desk: Page, title: string, date: string, agencies: string): Promise<unknown> =>
  sendRaw(desk, {
    kind: 'request',
    type: 'meeting.create',
    payload: { title, date, agencies: agencyRows(agencies), carryFrom: null },
  });

test('two names of one agency are found, looked at and made one by keys, and undone', async ({ app }) => {
  const { desk } = app;
  const { keyboard } = desk;
  await rakor(desk, 'Rakor Lama', '2026-01-05', `Dinkes\n${LONG}; DP3AP2KB`);
  await rakor(desk, 'Rakor Baru', '2026-01-19', 'Dinas Kesehatan; Dinkes\nDinas Sosial; Dinsos');
  await expect(desk.getByRole('heading', { level: 1 })).toContainText('Rakor Baru');
  const list = desk.getByRole('dialog', { name: words.title.replace('{{term}}', 'SKPD') });
  const row = (name: string) =>
    list.getByRole('row').filter({ has: desk.locator('.d-directory-name').getByText(name, { exact: true }) });
  const form = desk.getByRole('dialog').last();
  const pictureOf = async (name: string): Promise<void> => {
    for (const width of [1024, 1366]) {
      await desk.setViewportSize({ width, height: 768 });
      await picture(desk, `desk/directory-${name}-${width}.png`);
    }
  };
  const open = async (): Promise<void> => {
    await keyboard.press('Control+Shift+T');
    const button = desk.getByRole('button', { name: words.title.replace('{{term}}', 'SKPD') });
    await button.focus();
    await keyboard.press('Enter');
    await expect(list.getByRole('searchbox')).toBeFocused();
  };

  await open();
  await list.getByRole('button', { name: /^Mungkin sama/ }).click();
  await expect(list.getByRole('row')).toHaveCount(3);
  await expect(row('Dinkes').getByText(words.alike.replace('{{name}}', 'Dinas Kesehatan'))).toBeVisible();
  expect(await axeFaultsInFront(desk)).toEqual([]);
  await pictureOf('list');

  await row('Dinkes')
    .getByRole('button', { name: /^Periksa/ })
    .focus();
  await keyboard.press('Enter');
  await expect(form.getByText(words.keepName)).toBeVisible();
  await expect(form.getByRole('radio', { name: /^Din/, checked: true })).toBeFocused();
  expect(await axeFaultsInFront(desk)).toEqual([]);
  await pictureOf('merge');
  await form.getByRole('radio', { name: /^Dinas Kesehatan/ }).focus();
  await keyboard.press('Space');
  await keyboard.press('Enter');
  await expect(desk.getByRole('dialog')).toHaveCount(1);
  await expect(row('Dinas Kesehatan').getByRole('cell').nth(2)).toHaveText('2');
  await expect(row('Dinkes')).toHaveCount(0);
  await expect(list.getByRole('searchbox')).toBeFocused();
  await expect(row('Dinas Kesehatan').getByText('Nama terdahulu: Dinkes')).toBeVisible();
  await desk.getByRole('button', { name: WORDS.id.domain.undo, exact: true }).click();
  await expect(row('Dinas Kesehatan').getByRole('cell').nth(2)).toHaveText('1');

  const actions = (name: string) => row(name).getByRole('button', { name: /^Tindakan untuk/ });
  await list.getByRole('button', { name: /^Mungkin sama/ }).click();
  await actions('Dinas Sosial').focus();
  await keyboard.press('Enter');
  await desk.getByRole('menuitem', { name: words.mergeEntry }).click();
  await form.getByRole('combobox').fill('dp3ap2kb');
  await expect(desk.getByRole('option', { name: LONG })).toBeVisible();
  await keyboard.press('Enter');
  await expect(form.getByRole('radio', { name: /DP3AP2KB/ })).toBeVisible();
  await form.getByRole('button', { name: WORDS.id.kit.cancel }).click();
  await actions('Dinas Sosial').focus();
  await keyboard.press('Enter');
  await desk.getByRole('menuitem', { name: words.edit }).click();
  await form.getByLabel('Nama', { exact: true }).fill('DINAS KESEHATAN');
  await expect(form.getByText(words.taken.replace('{{name}}', 'Dinas Kesehatan'))).toBeVisible();
  await form.getByLabel('Nama', { exact: true }).fill('Dinas Sosial dan PMD');
  await pictureOf('edit');
  await desk.reload();
  // The page that is loaded again goes back to it by itself.
  await expect(form.getByLabel('Nama', { exact: true })).toHaveValue('Dinas Sosial dan PMD');
  await form.getByLabel('Nama', { exact: true }).press('Enter');
  await expect(row('Dinas Sosial dan PMD').getByText('Nama terdahulu: Dinas Sosial')).toBeVisible();
  await pictureOf('after');
  if (TAKES_PICTURES) {
    await sendRaw(desk, { kind: 'request', type: 'settings.edit', payload: { fields: { locale: 'en' } } });
    await pictureOf('english');
  }
});
