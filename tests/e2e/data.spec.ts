import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { MEETING_SCHEMA } from '#core/model/meeting.ts';
import { snapshotFrom, snapshotText, snapshotValue } from '#main/meeting/snapshot-text.ts';
import { picture } from '../support/pictures.ts';
import type { AppUnderTest } from './support/app-under-test.ts';
import { axeFaultsInFront } from './support/axe.ts';
import { createRakor } from './support/minutes-desk.ts';
import { expect, test } from './support/test.ts';

const TITLE = 'Rakor Uji Data';
const SIZES = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

const composer = (desk: Page): Locator => desk.getByRole('textbox', { name: 'Catatan baru' });
const allSaved = (desk: Page) => expect(desk.getByText('Semua tersimpan')).toBeVisible();

async function note(desk: Page, text: string): Promise<void> {
  await composer(desk).fill(text);
  await composer(desk).press('Enter');
  await expect(desk.locator('[data-note-id]', { hasText: text })).toBeVisible();
  await allSaved(desk);
}

async function menu(desk: Page, entry: string): Promise<void> {
  await desk.getByRole('button', { name: 'Rakor', exact: true }).click();
  await desk.getByRole('menuitem', { name: entry }).click();
}

async function backUp(desk: Page): Promise<void> {
  await menu(desk, 'Cadangkan sekarang');
  await expect(desk.getByText(/^Cadangan dibuat pukul/)).toBeVisible();
}

const dialog = (desk: Page): Locator => desk.getByRole('dialog', { name: 'Pulihkan dari cadangan' });

/** Opens the backup at a place in the list, looks inside and restores it. */
async function restore(desk: Page, index: number, notes: string): Promise<void> {
  const row = dialog(desk).getByRole('listitem').nth(index);
  await row.getByRole('button', { name: /^Lihat isinya/ }).click();
  await expect(row.getByText(TITLE)).toBeVisible();
  await expect(row.locator('dl > div', { hasText: /^Catatan/ }).locator('dd')).toHaveText(notes);
  await row.getByRole('button', { name: 'Pulihkan keadaan ini' }).click();
  const question = desk.getByRole('alertdialog');
  await expect(question).toContainText('Keadaan sekarang dicadangkan dahulu');
  await question.getByRole('button', { name: 'Pulihkan', exact: true }).click();
  await expect(dialog(desk)).toBeHidden();
}

/** Takes the screen at every size, holds it to fit, and lets axe read it. */
async function look(app: AppUnderTest, name: string): Promise<void> {
  const { desk } = app;
  if (app.host !== 'browser') return;
  for (const size of SIZES) {
    await desk.setViewportSize(size);
    await picture(desk, `desk/data/${size.width}x${size.height}-${name}.png`);
    expect(
      await desk.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      `${name} at ${size.width}`,
    ).toBeLessThanOrEqual(0);
  }
  await desk.setViewportSize(SIZES[1]);
  expect(await axeFaultsInFront(desk), name).toEqual([]);
}

const meetingFolders = ({ dataFolder }: AppUnderTest): string[] =>
  readdirSync(join(dataFolder, 'meetings')).map((id) => join(dataFolder, 'meetings', id));
function onlyMeeting(app: AppUnderTest): string {
  const [folder, ...others] = meetingFolders(app);
  if (folder === undefined || others.length > 0) throw new Error('not one meeting');
  return folder;
}

test('a backup is looked into and restored; what it replaced is a backup itself', async ({ launch }) => {
  const app = await launch();
  const { desk } = app;
  await createRakor(desk, TITLE);
  await note(desk, 'Sebelum cadangan');
  await backUp(desk);
  await expect(desk.getByText(/^Cadangan terakhir \d\d\.\d\d$/)).toBeVisible();
  await note(desk, 'Sesudah cadangan');
  await composer(desk).fill('Sedang diketik');

  await menu(desk, 'Pulihkan dari cadangan');
  await expect(dialog(desk).getByRole('listitem')).toHaveCount(1);
  await dialog(desk)
    .getByRole('button', { name: /^Lihat isinya/ })
    .click();
  await expect(dialog(desk).getByText('Pulihkan keadaan ini')).toBeVisible();
  await look(app, 'restore');
  await dialog(desk)
    .getByRole('button', { name: /^Tutup isinya/ })
    .click();
  await restore(desk, 0, '1');
  await expect(desk.locator('[data-note-id]')).toHaveCount(1);
  await expect(desk.locator('[data-note-id]')).toContainText('Sebelum cadangan');
  await expect(composer(desk)).toHaveValue('');
  await allSaved(desk);

  await menu(desk, 'Pulihkan dari cadangan');
  await expect(dialog(desk).getByRole('listitem')).toHaveCount(2);
  await restore(desk, 0, '2');
  await expect(desk.locator('[data-note-id]')).toHaveCount(2);
  await expect(composer(desk)).toHaveValue('Sedang diketik');
  await allSaved(desk);
  expect(app.complaints()).toEqual([]);

  expect(await app.close()).toBe(0);
  const again = await launch({ dataFolder: app.dataFolder });
  await again.desk.getByRole('button', { name: `Pulihkan ${TITLE} dari cadangan` }).click();
  // Newest first: the last of the list is the one that was requested above.
  const rows = dialog(again.desk).getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  await restore(again.desk, (await rows.count()) - 1, '1');
  await expect(again.desk.locator('[data-note-id]')).toHaveCount(1);
});

test('the page about the data tells where it is and checks it', async ({ launch, host }) => {
  const app = await launch({ env: { PATH: '/nonexistent' } });
  const { desk } = app;
  await desk.getByRole('button', { name: 'Tentang data' }).click();
  await expect(desk.getByText(app.dataFolder, { exact: true })).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Periksa berkas sekarang' })).toBeDisabled();
  await look(app, 'about-closed');
  if (host === 'browser') {
    // No program for folders on that path: said, and nothing else happens.
    await desk.getByRole('button', { name: 'Buka folder' }).click();
    await expect(desk.getByRole('alert')).toContainText(`Buka sendiri dengan pengelola berkas: ${app.dataFolder}`);
  }
  await desk.getByRole('button', { name: 'Kembali' }).click();

  await createRakor(desk, TITLE);
  await note(desk, 'Catatan yang diperiksa');
  await menu(desk, 'Tentang data');
  await expect(desk.getByText(onlyMeeting(app))).toBeVisible();
  await desk.getByRole('button', { name: 'Cadangkan sekarang' }).click();
  await expect(desk.getByText(/^Cadangan dibuat pukul/)).toBeVisible();
  await desk.getByRole('button', { name: 'Periksa berkas sekarang' }).click();
  await expect(desk.getByText(/^Berkas rakor ini utuh: \d+ perubahan/)).toBeVisible();
  await look(app, 'about-open');

  const journal = join(onlyMeeting(app), 'journal.ndjson');
  const sound = readFileSync(journal, 'utf8');
  writeFileSync(journal, sound.replace('Catatan yang diperiksa', 'Catatan yang diperiksx'));
  await desk.getByRole('button', { name: 'Periksa berkas sekarang' }).click();
  await expect(desk.getByRole('alert').filter({ hasText: 'Buat cadangan sekarang' })).toBeVisible();
  await look(app, 'about-damaged');
  writeFileSync(journal, sound);
});

test('backups go to a folder of the user’s choice as well', async ({ launch, host }) => {
  const chosen = test.info().outputPath('flash disk');
  if (host !== 'browser') mkdirSync(chosen);
  const app = await launch({ env: { EKSPOSE_DOUBLE_OPEN: chosen } });
  const { desk } = app;
  await createRakor(desk, TITLE);
  await menu(desk, 'Tentang data');
  if (host === 'browser') {
    const box = desk.getByRole('textbox', { name: 'Folder cadangan tambahan' });
    await box.fill('bukan folder');
    await desk.getByRole('button', { name: 'Pakai folder ini' }).click();
    await expect(desk.getByText(/^Tulis letak folder selengkapnya/)).toBeVisible();
    await box.fill(chosen);
    await desk.getByRole('button', { name: 'Pakai folder ini' }).click();
    // Not there yet, like a flash disk that is not plugged in: said at once.
    await expect(
      desk.getByRole('alert').filter({ hasText: `Cadangan belum dapat ditulis ke ${chosen}.` }),
    ).toBeVisible();
    await expect(desk.getByText(`Cadangan belum dapat ditulis: ${chosen} tidak dapat dijangkau.`)).toBeVisible();
    mkdirSync(chosen);
    await box.fill(chosen);
    await desk.getByRole('button', { name: 'Pakai folder ini' }).click();
  } else {
    await desk.getByRole('button', { name: 'Pilih folder' }).click();
  }
  await expect(desk.getByText(`Cadangan kini juga ditulis ke ${chosen}.`)).toBeVisible();
  const [mine = ''] = readdirSync(chosen).filter((name) => name.endsWith('.json'));
  const theirs = mine.replace(/-[0-9a-f]{16}-(?=\d{8}T)/, `-${'0'.repeat(16)}-`);
  copyFileSync(join(chosen, mine), join(chosen, theirs));
  await desk.getByRole('button', { name: 'Pulihkan…' }).click();
  await expect(dialog(desk).getByText('folder tambahan')).toBeVisible();
  const another = dialog(desk).getByRole('listitem').filter({ hasText: 'komputer lain' });
  await another.getByRole('button', { name: /^Lihat isinya/ }).click();
  await another.getByRole('button', { name: 'Pulihkan keadaan ini' }).click();
  await expect(desk.getByRole('alertdialog')).toContainText('Cadangan ini dibuat di komputer lain.');
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('alertdialog')).toBeHidden();
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: 'Jangan pakai lagi' }).click();
  await expect(desk.getByText('Folder tambahan tidak dipakai lagi', { exact: false })).toBeVisible();
});

test('a backup of another computer opens as a meeting here, and a wrong file is refused by name', async ({
  launch,
  host,
}) => {
  const take = async ({ desk }: AppUnderTest, path: string): Promise<void> => {
    await desk.getByRole('button', { name: 'Tentang data' }).click();
    if (host === 'browser') {
      const asked = desk.waitForEvent('filechooser');
      await desk.getByRole('button', { name: 'Buka berkas cadangan' }).click();
      await (await asked).setFiles(path);
    } else {
      await desk.getByRole('button', { name: 'Buka berkas cadangan' }).click();
    }
  };
  const wrong = test.info().outputPath('bukan-cadangan.json');
  writeFileSync(wrong, '{"format":"lain"}');
  const there = await launch({ env: { EKSPOSE_DOUBLE_OPEN: wrong } });
  await take(there, wrong);
  await expect(there.desk.getByRole('alert')).toContainText(/bukan-cadangan\.json bukan cadangan Ekspose/);

  await there.desk.getByRole('button', { name: 'Kembali' }).click();
  await createRakor(there.desk, 'Rakor dari komputer lain');
  await note(there.desk, 'Dibawa dengan flash disk');
  await backUp(there.desk);
  const backups = join(there.dataFolder, 'backups');
  const [id = ''] = readdirSync(backups);
  const file = join(backups, id, readdirSync(join(backups, id)).find((name) => name.endsWith('.json')) ?? '');

  const here = await launch({ env: { EKSPOSE_DOUBLE_OPEN: file } });
  await take(here, file);
  await expect(here.desk.getByRole('heading', { level: 1 })).toContainText('Rakor dari komputer lain');
  await expect(here.desk.locator('[data-note-id]', { hasText: 'Dibawa dengan flash disk' })).toBeVisible();
});

test('after a restart the desk still names what it would undo, and undoes it; what a later version wrote may only be looked at', async ({
  launch,
}) => {
  const first = await launch();
  await createRakor(first.desk, TITLE);
  await note(first.desk, 'Dapat dibaca');
  await note(first.desk, 'Diurungkan nanti');
  expect(await first.close()).toBe(0);
  const second = await launch({ dataFolder: first.dataFolder });
  await second.desk.getByRole('button', { name: new RegExp(`^${TITLE}`) }).click();
  await expect(second.desk.locator('[data-note-id]')).toHaveCount(2);
  await second.desk.getByRole('button', { name: 'Urungkan: catatan baru Bupati' }).click();
  await expect(second.desk.locator('[data-note-id]')).toHaveCount(1);
  await expect(second.desk.locator('[data-note-id]')).toContainText('Dapat dibaca');
  await allSaved(second.desk);
  expect(await second.close()).toBe(0);
  const file = join(onlyMeeting(first), 'meeting.json');
  const { seq, at, mono, stored } = snapshotFrom(JSON.parse(readFileSync(file, 'utf8')));
  const future = snapshotText(snapshotValue({ seq, at, mono, meeting: stored, schema: MEETING_SCHEMA + 1 }));
  writeFileSync(file, future);

  const app = await launch({ dataFolder: first.dataFolder });
  const { desk } = app;
  await desk.getByRole('button', { name: new RegExp(`^${TITLE}`) }).click();
  const banner = desk.getByText('hanya dapat dilihat. Berkasnya tidak diubah.');
  await expect(banner).toHaveCount(1);
  await expect(desk.getByRole('button', { name: 'Tutup pesan' })).toHaveCount(0);
  await expect(desk.locator('[data-note-id]')).toContainText('Dapat dibaca');
  await expect(composer(desk)).toHaveCount(0);
  for (const name of [/^Panggil/, /^Mulai/, /^Tunda/, /^Urungkan/, /^Ubah susunan acara/, /^Tambah tindak lanjut/]) {
    await expect(desk.getByRole('button', { name }).first()).toBeDisabled();
  }
  await expect(desk.getByRole('button', { name: 'Ubah catatan' })).toHaveCount(0);
  const fixed = (field: Locator) => expect(field).toHaveAttribute('readonly');
  await desk.locator('[data-item-id]', { hasText: 'Dinsos' }).click();
  await fixed(desk.getByRole('textbox', { name: 'Visi dan misi' }));
  await expect(desk.getByRole('button', { name: 'Tambah target' })).toBeDisabled();
  await menu(desk, 'Keterangan rakor');
  const details = desk.getByRole('dialog', { name: 'Keterangan rakor' });
  await fixed(details.getByRole('textbox').first());
  await expect(details.getByRole('button', { name: 'Simpan' })).toHaveCount(0);
  await look(app, 'read-only-details');
  await details.getByRole('button', { name: 'Tutup' }).last().click();
  await expect(details).toHaveCount(0);
  await look(app, 'read-only');
  await desk.keyboard.press('F9');
  await expect(desk.getByRole('alert').filter({ hasText: 'Perbarui Ekspose untuk mengubahnya' })).toBeVisible();
  expect(await app.close()).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe(future);
});
