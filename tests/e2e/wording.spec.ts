import type { Locator } from '@playwright/test';
import { squeezed } from '../support/read-pdf.ts';
import {
  allSaved,
  createRakor,
  look,
  onlyPdf,
  preview,
  quiet,
  reopenRakor,
  wordingDialog,
  writeNotes,
} from './support/minutes-desk.ts';
import { expect, test } from './support/test.ts';

test('the paper says it in other words, the room and the notes keep what was said', async ({ launch }) => {
  test.setTimeout(180_000);
  const app = await launch();
  const { desk } = app;
  await createRakor(desk);
  const projector = await app.projector();
  await writeNotes(desk, ['Percepat puskesmas', 'tolong dokternya ditambah ya', 'Tes mikrofon']);
  await expect(projector.getByText('Tes mikrofon')).toBeVisible();

  const dialog = wordingDialog(desk);
  const row = (text: string): Locator => dialog.getByRole('listitem').filter({ hasText: text });
  const words = (text: string): Locator => row(text).getByRole('textbox');
  await test.step('by keys alone', async () => {
    await desk.keyboard.press('Alt+w');
    await expect(dialog).toBeVisible();
    await expect(words('tolong dokternya')).toHaveAccessibleName(/^Versi notula, Bupati/);
    await words('tolong dokternya').focus();
    await desk.keyboard.press('Control+a');
    await desk.keyboard.type('Jumlah dokter agar ditambah.');
    await desk.keyboard.press('Control+Enter');
    await expect(row('tolong dokternya').getByText('Diselaraskan')).toBeVisible();
    await row('Tes mikrofon').getByRole('checkbox').focus();
    await desk.keyboard.press('Space');
    await expect(row('Tes mikrofon').getByText('Tidak masuk notula')).toBeVisible();
    await words('tolong dokternya').focus();
    await desk.keyboard.press('Alt+ArrowUp');
    await expect(dialog.getByRole('listitem').first()).toContainText('tolong dokternya');
    await expect(words('tolong dokternya')).toBeFocused();
  });
  await look(app, 'wording-id');

  await test.step('what is typed is taken back by Escape, and only the next one closes', async () => {
    await words('Percepat puskesmas').focus();
    await desk.keyboard.type(' sekali');
    await desk.keyboard.press('Escape');
    await expect(words('Percepat puskesmas')).toHaveValue('Percepat puskesmas');
    await expect(dialog).toBeVisible();
    await desk.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await expect(desk.locator('[data-note-id]')).toHaveCount(3);
  await expect(desk.locator('[data-note-id]', { hasText: 'tolong dokternya ditambah ya' })).toBeVisible();
  await expect(projector.getByText('tolong dokternya ditambah ya')).toBeVisible();
  await desk.keyboard.press('Control+e');
  await expect(preview(desk).getByText('Jumlah dokter agar ditambah.')).toBeVisible();
  await desk.keyboard.press('Control+e');
  await expect(desk.getByText(/^Tersimpan:/)).toBeVisible({ timeout: 60_000 });
  const { text } = await onlyPdf(app);
  const [dokter, puskesmas] = ['Jumlah dokter agar ditambah.', 'Percepat puskesmas'].map((one) =>
    text.indexOf(squeezed(one)),
  );
  expect(dokter).toBeGreaterThan(0);
  expect(puskesmas).toBeGreaterThan(dokter ?? 0);
  expect(text).not.toContain(squeezed('tolong dokternya'));
  expect(text).not.toContain(squeezed('Tes mikrofon'));
  expect(app.messagesTo('projector').join(' ')).not.toContain('Jumlah dokter');
  await desk.keyboard.press('Escape');

  await test.step('a word being typed outlives a power cut', async () => {
    await desk.keyboard.press('Alt+w');
    await words('Percepat puskesmas').focus();
    await desk.keyboard.press('Control+a');
    await desk.keyboard.type('Pembangunan puskesmas agar diper');
    await expect(row('Percepat puskesmas').getByText('Sedang diketik')).toBeVisible();
    await expect
      .poll(() => app.messagesTo('desk').filter((message) => message.includes('agar diper')).length)
      .toBeGreaterThan(0);
    await allSaved(desk);
    quiet(app);
    await app.kill();
  });
  const again = await reopenRakor(launch, app);
  await again.desk.keyboard.press('Alt+w');
  const kept = wordingDialog(again.desk).getByRole('listitem').filter({ hasText: 'Percepat puskesmas' });
  await expect(kept.getByRole('textbox')).toHaveValue('Pembangunan puskesmas agar diper');
  await expect(kept.getByText('Sedang diketik')).toBeVisible();
});
