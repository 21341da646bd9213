import type { Page } from '@playwright/test';
import type { Command } from '#core/commands/apply.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { agencyRows } from '../support/agency-rows.ts';
import { axeFaults } from './support/axe.ts';
import { sendRaw } from './support/raw.ts';
import { expect, test } from './support/test.ts';

const OLDER = 'Jembatan gantung Satui diperbaiki sebelum musim hujan';

const noteFor = (itemId = '') =>
  ({
    type: 'note.add',
    itemId,
    author: { kind: 'leader', role: 'bupati' },
    kind: 'directive',
    visibility: 'internal',
    text: '',
    concerns: null,
  }) satisfies Command;

/** A meeting of two agencies, made by messages, with a note in the turn of the second. @returns their turns */
async function rakor(desk: Page, title: string, date: string, text: string): Promise<{ items: string[] }> {
  const agencies = agencyRows('Dinas Kesehatan; Dinkes\nDinas Pekerjaan Umum; PUPR');
  await sendRaw(desk, {
    kind: 'request',
    type: 'meeting.create',
    payload: { title, date, agencies, carryFrom: null },
  });
  const { view } = (await sendRaw(desk, { kind: 'hello' })) as { view: { meeting: Meeting } };
  const { agenda } = view.meeting;
  const items = agenda.order.filter((itemId) => agenda.items[itemId]?.kind === 'agency');
  await sendRaw(desk, { kind: 'command', command: { ...noteFor(items[1]), text } });
  return { items };
}

/** From now on counts what the window asks its workers. @returns how often it did, after some frames in which nothing is pressed */
async function countCalls(desk: Page): Promise<() => Promise<number>> {
  await desk.evaluate(() => {
    const { postMessage } = Worker.prototype;
    Object.assign(window, { calls: 0 });
    Worker.prototype.postMessage = function (...given: [unknown]) {
      Object.assign(window, { calls: (window as unknown as { calls: number }).calls + 1 });
      postMessage.apply(this, given);
    };
  });
  return () =>
    desk.evaluate(async () => {
      for (let n = 0; n < 20; n += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      return (window as unknown as { calls: number }).calls;
    });
}

test('what was said in an older rakor is found by its words, and opened where it was said', async ({ app }) => {
  // On the double only what passes through the host: what the archive's worker finds, and the meeting that is opened.
  const inPages = app.host === 'electron-double' ? async () => undefined : test.step;
  const { desk } = app;
  const { keyboard } = desk;
  const dialog = desk.getByRole('dialog');
  const option = dialog.getByRole('option');
  const older = await rakor(desk, 'Rakor Lama', '2026-01-05', OLDER);
  const newer = await rakor(desk, 'Rakor Baru', '2026-01-19', 'Stunting turun tahun ini');

  const calls = await countCalls(desk);
  await test.step('from another meeting: by a word akin to it, marked, and below the agenda', async () => {
    await expect(desk.getByRole('heading', { name: /Rakor Baru/ })).toBeVisible();
    await keyboard.press('Control+k');
    await keyboard.type('pupr');
    await expect(option.first()).toContainText('PUPR');
    await expect(option.first()).toHaveAttribute('aria-selected', 'true');
    await expect(dialog.getByRole('group', { name: 'Catatan' }).getByRole('option')).toHaveCount(2);
    await expect(option.first()).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('Control+a');
    await keyboard.type('perbaikan jembat');
    const found = dialog.getByRole('group', { name: 'Catatan' }).getByRole('option');
    // That one alone; those of the word before may be there yet.
    await expect(found).toHaveText([new RegExp(OLDER)]);
    await expect(found).toContainText('PUPR · Bupati, arahan · Rakor Lama · 5 Januari 2026');
    await expect(found.locator('mark')).toHaveText(['Jembatan', 'diperbaiki']);
    await inPages('which is accessible', async () => {
      expect(await axeFaults(desk, undefined, '[role=dialog]')).toEqual([]);
    });
    // A question is asked once, and not again with its answer.
    expect(await calls()).toBe(await calls());
    await keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(desk.getByRole('heading', { name: /Rakor Lama/ })).toBeVisible();
    await expect(desk.locator('[data-note-id]', { hasText: OLDER })).toBeFocused();
  });

  await inPages('in the middle of a turn no other meeting is opened, and the desk says why', async () => {
    await sendRaw(desk, { kind: 'command', command: { type: 'turn.call', itemId: older.items[0] ?? '' } });
    await expect(
      desk.getByRole('region', { name: 'Giliran' }).getByText('Belum dimulai', { exact: true }),
    ).toBeVisible();
    await keyboard.press('Control+k');
    await keyboard.type('stunting');
    // Enter at once: it waits for what is found.
    await keyboard.press('Enter');
    await expect(desk.getByText(/^Giliran .* belum selesai/)).toBeVisible();
    await expect(desk.getByRole('heading', { name: /Rakor Lama/ })).toBeVisible();
    // What was called is called no more.
    await sendRaw(desk, { kind: 'request', type: 'history.undo', payload: {} });
  });

  await inPages('from the start screen', async () => {
    await sendRaw(desk, { kind: 'request', type: 'meeting.close', payload: {} });
    await expect(desk.getByRole('button', { name: 'Buat rakor' })).toBeVisible();
    await keyboard.press('Control+k');
    await expect(dialog.getByText(/^Ketik dua huruf/)).toBeVisible();
    await keyboard.type('rakor baru');
    await expect(dialog.getByRole('group', { name: 'Rakor' }).getByRole('option').first()).toContainText('Rakor Baru');
    await keyboard.press('Control+a');
    await keyboard.type('pupr');
    await expect(dialog.getByRole('group', { name: 'SKPD' }).locator('mark').first()).toHaveText('PUPR');
    await keyboard.press('Enter');
    await expect(dialog.getByRole('searchbox')).toBeHidden();
    await expect(dialog).toContainText('Dinas Pekerjaan Umum');
    await keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await keyboard.press('Control+k');
    await keyboard.type('stuntng');
    // One letter is missing; what was found on the way to it is gone.
    await expect(option.filter({ hasNotText: 'Stunting turun' })).toHaveCount(0);
    await expect(option).toContainText(['Stunting turun']);
    await keyboard.press('Enter');
    await expect(desk.locator('[data-note-id]', { hasText: 'Stunting' })).toBeFocused();
  });

  await inPages('below many newer notes, of which only those in sight are built', async () => {
    for (let n = 1; n <= 20; n += 1) {
      await sendRaw(desk, { kind: 'command', command: { ...noteFor(newer.items[1]), text: `Catatan ${n}` } });
    }
    const card = desk.locator('[data-note-id]', { hasText: 'Stunting' });
    await desk.locator(`[data-item-id="${newer.items[0]}"]`).click();
    await expect(card).toHaveCount(0);
    await desk.locator(`[data-item-id="${newer.items[1]}"]`).click();
    await expect(desk.locator('[data-note-id]').first()).toContainText('Catatan 20');
    await expect(card).toHaveCount(0);
    await desk.locator(`[data-item-id="${newer.items[0]}"]`).click();
    await keyboard.press('Control+k');
    await keyboard.type('stunting');
    await keyboard.press('Enter');
    await expect(card).toBeFocused();
  });
});
