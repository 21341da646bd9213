import type { Page } from '@playwright/test';
import type { Command } from '#core/commands/apply.ts';
import { DEFAULT_OPTIONS } from '#core/model/export-options.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { RequestOf, RequestType } from '#core/protocol/requests.ts';
import { agencyRows } from '../support/agency-rows.ts';
import { WORDS } from '../support/locale-words.ts';
import { axeFaults } from './support/axe.ts';
import { sendRaw } from './support/raw.ts';
import { expect, test } from './support/test.ts';

const BRIDGE = 'Perbaiki jembatan gantung Satui';
const ROADS = 'Serahkan daftar jalan rusak';
const SHELTER = 'Bangun posko banjir';
const AID = 'Cocokkan data penerima bantuan';
const MACHINES = 'Alat berat hanya dua';
const RENAMED = 'Dinas Bina Marga dan Cipta Karya';

/** What is not tried here by its keys: how the first meeting is made, and that one ends. */
function byMessage(desk: Page) {
  const meeting = async (): Promise<Meeting> =>
    ((await sendRaw(desk, { kind: 'hello' })) as { view: { meeting: Meeting } }).view.meeting;
  return {
    meeting,
    ask: <T extends RequestType>(type: T, payload: RequestOf<T>) => sendRaw(desk, { kind: 'request', type, payload }),
    send: (command: Command) => sendRaw(desk, { kind: 'command', command }),
    minutes: async (): Promise<string> => {
      const options = { ...DEFAULT_OPTIONS };
      const payload = { document: 'minutes', options, agencyId: null, purpose: 'file' } as const;
      const reply = (await sendRaw(desk, { kind: 'request', type: 'document.text', payload })) as {
        value: { text: string };
      };
      return reply.value.text.replace(/\s+/g, ' ');
    },
  };
}

test('three rakor: what was said comes back until it is done, and everything that became of it is found', async ({
  app,
}) => {
  const { desk } = app;
  const { keyboard } = desk;
  const { ask, send, meeting, minutes } = byMessage(desk);
  const card = (what: string) => desk.locator('[data-follow-up-id]:visible').filter({ hasText: what });
  const saved = () => expect(desk.getByText('Semua tersimpan')).toBeVisible();
  const note = async (kind: string, text: string): Promise<void> => {
    await keyboard.press('Alt+n');
    await keyboard.press(kind);
    await keyboard.type(text);
    await keyboard.press('Enter');
    await expect(desk.locator('[data-note-id]', { hasText: text })).toBeVisible();
  };
  const followUp = async (text: string, due: string): Promise<void> => {
    await note('Alt+a', text);
    await keyboard.press('Alt+j');
    await expect(desk.getByRole('dialog', { name: 'Tindak lanjut baru' })).toBeVisible();
    await keyboard.type(due);
    await keyboard.press('Control+Enter');
    await expect(desk.getByRole('dialog')).toBeHidden();
  };
  /** The next meeting, from the desk of the finished one. */
  const next = async (date: string, shown: string): Promise<void> => {
    await send({ type: 'meeting.finish' });
    await desk.getByRole('region', { name: 'Giliran' }).getByRole('button', { name: 'Susun rakor lanjutan' }).focus();
    await keyboard.press('Enter');
    await expect(desk.getByRole('dialog', { name: 'Rakor lanjutan' })).toBeVisible();
    await keyboard.press('Tab');
    await keyboard.type(date);
    await keyboard.press('Enter');
    await expect(desk.getByRole('heading', { level: 1, name: shown })).toBeVisible();
    // It stands over the new meeting until it is answered.
    await expect(desk.getByRole('dialog')).toBeHidden();
  };
  /** Shows an agency's turn. */
  const show = async (agency: string): Promise<void> => {
    await keyboard.press('Control+k');
    await keyboard.type(agency);
    await expect(desk.getByRole('dialog').getByRole('option').first()).toContainText(agency);
    await keyboard.press('Enter');
    await expect(desk.getByRole('dialog')).toBeHidden();
  };
  /** @param isFirst before it the desk asks about the meeting's date, which is not today's */
  const presents = async (agency: string, isFirst = true): Promise<void> => {
    await show(agency);
    await keyboard.press('Alt+Enter');
    if (isFirst) {
      await desk.getByRole('button', { name: /^Tetap mulai/ }).focus();
      await keyboard.press('Enter');
      await expect(desk.getByRole('dialog')).toBeHidden();
    }
    await keyboard.press('F8');
    await expect(desk.getByRole('button', { name: 'Jeda' })).toBeVisible();
  };

  await test.step('the first: four directives become follow-ups, one problem is kept open', async () => {
    const agencies = agencyRows('Dinas Kesehatan; Dinkes\nDinas Pekerjaan Umum; PUPR\nDinas Sosial; Dinsos');
    await ask('meeting.create', { title: 'Rakor Dua Pekanan', date: '2026-01-05', agencies, carryFrom: null });
    await send({ type: 'meeting.edit', fields: { place: 'Ruang Rapat Bupati', minuteTaker: 'Siti' } });
    await presents('PUPR');
    for (const text of [BRIDGE, ROADS, SHELTER, AID]) await followUp(text, '12012026');
    await note('Alt+m', MACHINES);
    await keyboard.press('Alt+o');
    await expect(desk.getByText('Masalah disimpan dan akan muncul lagi sampai teratasi.')).toBeVisible();
    await send({ type: 'turn.finish', callNext: false });
  });

  await test.step('the second: one is finished, one extended, one handed on, the problem is there again', async () => {
    await next('19012026', 'Senin, 19 Januari 2026');
    const now = await meeting();
    expect([now.date, now.place, now.minuteTaker]).toEqual(['2026-01-19', 'Ruang Rapat Bupati', 'Siti']);
    await show('PUPR');
    await desk.locator('.d-presenter').first().focus();
    await keyboard.press('Enter');
    const turn = desk.getByRole('dialog', { name: 'Ubah giliran' });
    await expect(turn.getByRole('textbox', { name: 'Nama penyaji' })).toBeFocused();
    await keyboard.type('Ir. Rahmat');
    await turn.getByRole('radio', { name: 'Definitif' }).focus();
    await keyboard.press('ArrowRight');
    await expect(turn.getByRole('radio', { name: 'Plt.' })).toBeChecked();
    await turn.getByRole('textbox', { name: 'Nama lengkap' }).focus();
    await keyboard.press('Control+a');
    await keyboard.type(RENAMED);
    await keyboard.press('Control+Enter');
    await expect(turn).toBeHidden();
    await presents('PUPR');
    await keyboard.press('Control+9');
    const said = (await app.projector()).locator('.matter[data-state="said"]');
    await expect(said).toHaveText([BRIDGE, ROADS, SHELTER, AID].map((text) => new RegExp(text)));
    await keyboard.press('Control+1');
    await keyboard.press('Alt+f');
    await expect(card(BRIDGE).getByRole('radio', { name: 'Belum' })).toBeFocused();
    await keyboard.press('Alt+d');
    await keyboard.press('Alt+d');
    await expect(card(BRIDGE).getByRole('radio', { name: 'Selesai' })).toBeChecked();
    await card(SHELTER).getByRole('radio', { name: 'Belum' }).focus();
    await keyboard.press('Alt+e');
    await expect(card(SHELTER)).toContainText('diperpanjang sampai');
    await card(AID)
      .getByRole('button', { name: /^Ubah tindak lanjut/ })
      .focus();
    await keyboard.press('Enter');
    const dialog = desk.getByRole('dialog', { name: 'Ubah tindak lanjut' });
    await dialog.getByRole('combobox', { name: 'Penanggung jawab' }).focus();
    await keyboard.type('dinsos');
    await keyboard.press('Enter');
    await keyboard.press('Escape');
    await dialog.getByRole('button', { name: /PUPR/ }).focus();
    await keyboard.press('Enter');
    await keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(card(AID)).toBeHidden();
    await desk.getByRole('button', { name: 'Muncul lagi' }).focus();
    await keyboard.press('Enter');
    await expect(desk.getByText('berulang 2 kali')).toBeVisible();
    await send({ type: 'turn.finish', callNext: false });
    const text = await minutes();
    expect(text).toContain('Permasalahan Berulang');
  });

  await test.step('the third: the problem comes up once more and is solved', async () => {
    await next('02022026', 'Senin, 2 Februari 2026');
    await presents('PUPR');
    await keyboard.press('Alt+f');
    await expect(card(ROADS)).toContainText('terlambat');
    await expect(card(BRIDGE)).toBeHidden();
    await desk.getByRole('button', { name: 'Muncul lagi' }).focus();
    await keyboard.press('Enter');
    await expect(desk.getByText('berulang 3 kali')).toBeVisible();
    await desk.getByRole('button', { name: 'Sudah teratasi' }).focus();
    await keyboard.press('Enter');
    await expect(desk.getByText(/^teratasi /)).toBeVisible();
    await expect(desk.getByText('5 Januari 2026').first()).toBeVisible();
    expect(await axeFaults(desk)).toEqual([]);
    await send({ type: 'turn.finish', callNext: false });
    await presents('Dinsos', false);
    await keyboard.press('Alt+f');
    await expect(card(AID)).toBeVisible();
    const text = await minutes();
    expect(text).toMatch(new RegExp(`${MACHINES}.*3 kali.*dinyatakan selesai`));
    expect(text).toMatch(new RegExp(`${ROADS}.*12 Januari 2026 \\(terlambat\\)`));
    expect(text).toMatch(new RegExp(`${SHELTER}.*semula 12 Januari 2026`));
    expect(text).toMatch(new RegExp(`${AID}.*Dinsos`));
    expect(text).not.toContain(BRIDGE);
    expect(text).toContain(RENAMED);
    expect(text).toMatch(/Plt\. .*Ir\. Rahmat|Ir\. Rahmat.*Plt\./);
    await saved();
  });

  await test.step('the board, the agency’s page and the search say so', async () => {
    await keyboard.press('Control+Shift+t');
    const row = (what: string) => desk.locator('.d-board-row').filter({ hasText: what });
    await expect(row(BRIDGE)).toContainText('Tuntas');
    await expect(row(ROADS)).toContainText('Terlambat');
    await expect(row(SHELTER)).toContainText('diperpanjang sampai');
    await expect(row(AID)).toContainText('Dinsos');
    const agency = desk.getByRole('combobox', { name: WORDS.id.fields.inCharge, exact: true });
    await agency.fill('pupr');
    await expect(desk.getByRole('option', { name: RENAMED })).toBeVisible();
    await agency.press('Enter');
    await expect(row(AID)).toHaveCount(0);
    await agency.fill('');
    await agency.press('Tab');
    await expect(row(AID)).toHaveCount(1);
    await row(BRIDGE)
      .getByRole('button', { name: /^Perkembangan/ })
      .focus();
    await keyboard.press('Enter');
    await expect(row(BRIDGE)).toContainText('sedang dalam proses');
    expect(await axeFaults(desk)).toEqual([]);
    await desk.getByRole('button', { name: 'Cetak dan ekspor' }).focus();
    await keyboard.press('Enter');
    await desk.getByRole('menuitem', { name: /Excel$/ }).focus();
    await keyboard.press('Enter');
    await expect(desk.getByText(/^Tersimpan: .*\.xlsx$/)).toBeVisible();
    await row(ROADS).getByRole('button', { name: 'PUPR' }).focus();
    await keyboard.press('Enter');
    const page = desk.getByRole('dialog', { name: RENAMED });
    await expect(page).toContainText('Nama terdahulu: Dinas Pekerjaan Umum');
    await expect(page).toContainText('Ir. Rahmat');
    await expect(page).toContainText(MACHINES);
    await expect(page).toContainText('dinyatakan selesai');
    expect(await axeFaults(desk, undefined, '[role=dialog]')).toEqual([]);
    await keyboard.press('Escape');
    await keyboard.press('Control+Shift+t');
    await keyboard.press('Control+k');
    await keyboard.type('memperbaiki jembatan');
    const found = desk.getByRole('dialog').getByRole('option', { name: new RegExp(BRIDGE) });
    await expect(found.first()).toBeVisible();
  });

  await test.step('between meetings it is entered on the board, taken back, and known to the next', async () => {
    await keyboard.press('Escape');
    await expect(desk.getByRole('dialog')).toBeHidden();
    await ask('meeting.close', {});
    await expect(desk.getByRole('heading', { name: 'Rakor terdahulu' })).toBeVisible();
    await keyboard.press('Control+Shift+t');
    const row = desk.locator('.d-board-row').filter({ hasText: ROADS });
    const become = async (status: string): Promise<void> => {
      await row.getByRole('button', { name: /^(Belum|Proses|Selesai)$/ }).focus();
      await keyboard.press('Enter');
      await desk.getByRole('menuitem', { name: status }).focus();
      await keyboard.press('Enter');
    };
    await become('selesai');
    await expect(row).toContainText('Tuntas');
    await desk.getByRole('button', { name: 'Urungkan' }).focus();
    await keyboard.press('Enter');
    await expect(row).toContainText('Terlambat');
    await become('sedang dalam proses');
    await expect(row.getByRole('button', { name: 'Proses', exact: true })).toBeVisible();
    await keyboard.press('Control+Shift+t');
    await desk.getByRole('button', { name: /^Rakor Dua Pekanan.*2 Februari 2026/ }).focus();
    await keyboard.press('Enter');
    await expect(desk.getByRole('heading', { level: 1, name: 'Senin, 2 Februari 2026' })).toBeVisible();
    await expect.poll(async () => Object.values((await meeting()).entries).at(-1)?.fields.status).toBe('inProgress');
  });
});
