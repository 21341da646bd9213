import type { Locator, Page } from '@playwright/test';
import type { Command } from '#core/commands/apply.ts';
import { DEFAULT_OPTIONS, type DocumentOptions } from '#core/model/export-options.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { RequestOf, RequestType } from '#core/protocol/requests.ts';
import { agencyRows } from '../support/agency-rows.ts';
import { deskFaults } from '../support/desk-probe.ts';
import { layoutFaults } from '../support/layout-probe.ts';
import { picture } from '../support/pictures.ts';
import { resize } from '../support/resize.ts';
import { axeFaults } from './support/axe.ts';
import { holdFrames } from './support/hold-frames.ts';
import { sendRaw } from './support/raw.ts';
import { expect, test } from './support/test.ts';

const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
] as const;

/** 200 letters each: as long as a name may be, a sentence, and a word without a place to break. */
const NAME = `Dinas ${'Pemberdayaan Masyarakat Desa dan Pengendalian Penduduk '.repeat(4)}`.slice(0, 200).trim();
const ORDER = `Perbaiki ${'jembatan gantung di Kecamatan Satui dan Mantewe sebelum musim hujan '.repeat(4)}`.slice(
  0,
  200,
);
const WORD = 'Pertanggungjawabanpelaksanaan'.repeat(7).slice(0, 200);

const BROKEN = /^broken word "\w*(tanggungjawab|jawabanpelaks|pelaksanaan|sanaanPert)/;

function byMessage(desk: Page) {
  const ask = async <T extends RequestType>(type: T, payload: RequestOf<T>): Promise<unknown> => {
    const reply = (await sendRaw(desk, { kind: 'request', type, payload })) as { ok: boolean; value: unknown };
    expect(reply).toMatchObject({ ok: true });
    return reply.value;
  };
  return {
    ask,
    send: async (command: Command): Promise<void> => {
      expect(await sendRaw(desk, { kind: 'command', command })).toMatchObject({ ok: true });
    },
    meeting: async (): Promise<Meeting> =>
      ((await sendRaw(desk, { kind: 'hello' })) as { view: { meeting: Meeting } }).view.meeting,
    create: (title: string, date: string, agencies: string) =>
      ask('meeting.create', { title, date, agencies: agencyRows(agencies), carryFrom: null }),
  };
}

test('an archive in which nothing was said yet tells on each of its screens what to do', async ({ launch }) => {
  // One of its own: the register keeps the agencies of other tests.
  const app = await launch();
  const { desk } = app;
  const { keyboard } = desk;
  const dialog = desk.getByRole('dialog');
  // A key before that is nobody's.
  await expect(desk.getByRole('button', { name: 'Buat rakor' })).toBeVisible();
  await keyboard.press('Control+Shift+t');
  await expect(desk.getByText('Belum ada tindak lanjut', { exact: true })).toBeVisible();
  await expect(desk.getByText(/^Arahan yang dijadikan tindak lanjut di rakor mana pun/)).toBeVisible();
  await expect(desk.getByRole('complementary', { name: 'Rekapitulasi' })).toHaveCount(0);
  expect(await axeFaults(desk)).toEqual([]);
  await desk.getByRole('button', { name: /^Daftar SKPD/ }).click();
  await expect(dialog.locator('.k-empty')).toBeVisible();
  await keyboard.press('Escape');
  await keyboard.press('Control+k');
  await expect(dialog.getByText(/^Ketik dua huruf atau lebih/)).toBeVisible();
  await keyboard.type('jalan');
  await expect(dialog.getByText('Tidak ada yang cocok. Coba sebagian katanya saja.')).toBeVisible();
  await keyboard.press('Escape');
  await keyboard.press('Control+Shift+t');

  const { create, send, meeting } = byMessage(desk);
  await create('Rakor Pertama', '2026-01-05', 'Dinas Kesehatan; Dinkes');
  const { agenda } = await meeting();
  const [itemId = ''] = agenda.order.filter((id) => agenda.items[id]?.kind === 'agency');
  await send({ type: 'turn.call', itemId });
  await send({ type: 'turn.start' });
  await send({ type: 'screen.layout', layout: 'matters' });
  await expect((await app.projector()).locator('.screen')).toContainText('Dinas Kesehatan');
  await keyboard.press('Alt+v');
  await expect(dialog.getByRole('heading', { name: 'Dinas Kesehatan' })).toBeVisible();
  await expect(dialog.getByText('Belum ada tindak lanjut', { exact: true })).toBeVisible();
  await expect(dialog.getByText('Belum ada catatan.')).toBeVisible();
  expect(await axeFaults(desk, undefined, '[role=dialog]')).toEqual([]);
  await picture(desk, 'archive/empty-agency-page.png');
});

test('what is left of the term is on the title screen only if it is wished', async ({ app }) => {
  const { desk } = app;
  const { create, ask, send } = byMessage(desk);
  await create('Rakor Akhir Tahun', '2026-01-05', 'Dinas Kesehatan; Dinkes');
  await send({ type: 'screen.layout', layout: 'hold' });
  const title = (await app.projector()).locator('[data-layout="hold"]');
  await expect(title).toContainText('Rakor Akhir Tahun');
  await desk.keyboard.press('Control+k');
  await desk.keyboard.type('pengaturan');
  await expect(desk.getByRole('dialog').getByRole('option', { name: /^Pengaturan/ })).toBeVisible();
  await desk.keyboard.press('Enter');
  await desk.getByRole('tab', { name: 'Bawaan rakor' }).click();
  await ask('settings.edit', { fields: { termEnds: '2099-12-31' } });
  // Later than the end of the term, and on the projector by then.
  await send({ type: 'meeting.edit', fields: { title: 'Rakor Penutup Tahun' } });
  await expect(title).toContainText('Rakor Penutup Tahun');
  expect(await title.textContent()).not.toMatch(/masa jabatan/i);
  const wish = desk.getByRole('checkbox', { name: /layar judul/i });
  await wish.focus();
  await desk.keyboard.press('Space');
  await expect(wish).toBeChecked();
  await expect(title).toContainText(/masa jabatan/i);
  await desk.keyboard.press('Space');
  await expect(title).not.toContainText(/masa jabatan/i);
});

test('the minutes are signed with rank and number of whoever took them', async ({ app }) => {
  const { desk } = app;
  const { create, ask, send } = byMessage(desk);
  await create('Rakor Notulis', '2026-01-05', 'Dinas Kesehatan; Dinkes');
  const person = { minuteTaker: 'Siti Rahmah, S.Sos', minuteTakerOffice: 'Kepala Bagian Umum' };
  await send({
    type: 'meeting.edit',
    fields: { ...person, minuteTakerRank: 'Penata (III/c)', minuteTakerNip: '19850101 201001 2 003' },
  });
  const options: DocumentOptions = { ...DEFAULT_OPTIONS, signers: ['chair', 'minuteTaker'] };
  const minutes = (await ask('document.text', { document: 'minutes', options, agencyId: null, purpose: 'file' })) as {
    text: string;
  };
  expect(minutes.text).toMatch(/Siti Rahmah, S\.Sos\s+Penata \(III\/c\)\s+NIP\.? 19850101 201001 2 003/);
});

test('a meeting is deleted while another desk looks at the board, and the board tells what is left', async ({
  launch,
  host,
}) => {
  test.skip(host !== 'browser', 'Electron has one desk');
  const app = await launch();
  const { desk } = app;
  const { create, ask, send, meeting } = byMessage(desk);
  const add = { type: 'followUp.add', noteId: null, itemId: null, pics: null, due: null, status: 'open' } as const;
  const ids: string[] = [];
  for (const [title, what] of [
    ['Rakor Satu', 'Jembatan Satui'],
    ['Rakor Dua', 'Irigasi Mantewe'],
  ] as const) {
    await create(title, '2026-01-05', 'Dinas Kesehatan; Dinkes');
    await send({ ...add, what });
    ids.push((await meeting()).id);
  }
  await ask('meeting.close', {});
  const other = await desk.context().newPage();
  await other.goto(desk.url());
  await expect(other.getByText('Ekspose sedang dipakai di jendela meja lain.')).toBeVisible();
  await other.keyboard.press('Control+Shift+t');
  const rows = other.getByRole('region', { name: 'Daftar tindak lanjut' });
  await expect(rows.getByText('Jembatan Satui')).toBeVisible();
  await expect(rows.getByText('Irigasi Mantewe')).toBeVisible();
  await ask('meeting.discard', { meetingId: ids[0] ?? '', matters: 'keep' });
  await expect(rows.getByText('Jembatan Satui')).toBeHidden();
  await expect(rows.getByText('Irigasi Mantewe')).toBeVisible();
  await ask('meeting.discard', { meetingId: ids[1] ?? '', matters: 'hand' });
  await ask('meeting.restore', { meetingId: ids[0] ?? '' });
  // What comes back was read after the other was discarded, and its follow-up handed on.
  await expect(rows.getByText('Jembatan Satui')).toBeVisible();
  await expect(rows.getByText('Irigasi Mantewe')).toBeVisible();
});

test('a row that a key takes off the board leaves the focus to the row in its place', async ({ app }) => {
  const { desk } = app;
  const { keyboard } = desk;
  const { create, send } = byMessage(desk);
  const add = { type: 'followUp.add', noteId: null, itemId: null, pics: null, due: null, status: 'open' } as const;
  await create('Rakor Papan', '2026-01-05', 'Dinas Kesehatan; Dinkes');
  for (const what of ['Jembatan Kintap', 'Irigasi Kintap']) await send({ ...add, what });
  await expect(desk.getByRole('heading', { level: 1 })).toContainText('Rakor Papan');
  await keyboard.press('Control+Shift+t');
  const list = desk.getByRole('region', { name: 'Daftar tindak lanjut' });
  await list.getByRole('searchbox').fill('Kintap');
  await list.getByRole('button', { name: /^Perlu perhatian/ }).click();
  const rows = list.getByRole('listitem');
  await expect(rows).toHaveCount(2);
  const finish = async (row: Locator, left: number): Promise<void> => {
    await row.getByRole('button', { name: /^Belum/ }).focus();
    await keyboard.press('ArrowUp');
    await expect(desk.getByRole('menuitem').last()).toBeFocused();
    const frames = await holdFrames(desk);
    await keyboard.press('Enter');
    await expect(rows).toHaveCount(left);
    await frames.release();
  };
  await finish(rows.filter({ hasText: 'Jembatan' }), 1);
  await expect(rows.filter({ hasText: 'Irigasi' })).toBeFocused();
  await finish(rows.first(), 0);
  await expect(list).toBeFocused();
});

test('names and directives of 200 letters keep their places on board, agency page, search and projector', async ({
  app,
}) => {
  test.setTimeout(180_000);
  const { desk } = app;
  const { keyboard } = desk;
  const dialog = desk.getByRole('dialog');
  const { create, send, ask, meeting } = byMessage(desk);
  await create('Rakor Panjang', '2026-01-05', `${NAME}\nDinas Kesehatan; Dinkes`);
  const first = await meeting();
  const agencyOf = (one: Meeting) => Object.values(one.agencies).find(({ name }) => name === NAME)?.id ?? '';
  const itemOf = (one: Meeting) =>
    one.agenda.order.find((id) => one.agenda.items[id]?.agencyId === agencyOf(one)) ?? '';
  await send({ type: 'turn.call', itemId: itemOf(first) });
  await send({ type: 'turn.start' });
  const author = { kind: 'leader', role: 'bupati' } as const;
  for (const text of [ORDER, WORD]) {
    await send({
      type: 'note.add',
      itemId: itemOf(first),
      author,
      kind: 'directive',
      visibility: 'shown',
      text,
      concerns: null,
    });
    const noteId = Object.values((await meeting()).notes[itemOf(first)] ?? {}).find((note) => note.text === text)?.id;
    await send({
      type: 'followUp.add',
      noteId: noteId ?? '',
      itemId: null,
      what: text,
      pics: [agencyOf(first)],
      due: '2026-01-12',
      status: 'open',
      remark: text,
    });
  }
  await send({ type: 'turn.finish', callNext: false });
  await send({ type: 'meeting.finish' });
  await ask('meeting.continue', { meetingId: first.id, title: 'Rakor Lanjutan', date: '2026-01-19' });
  const second = await meeting();
  await send({ type: 'turn.call', itemId: itemOf(second) });
  await send({ type: 'turn.start' });
  await send({ type: 'screen.layout', layout: 'matters' });
  const projector = await app.projector();
  await expect(projector.locator('.matter').first()).toBeVisible();

  async function looked(name: string, page: Page, faults: (page: Page) => Promise<string[]>): Promise<void> {
    for (const size of SIZES) {
      await resize(page, size);
      // No line is as long as the word.
      const found = (await faults(page)).filter((fault) => !BROKEN.test(fault));
      expect.soft(found, `${name} at ${size.width}`).toEqual([]);
      await picture(page, `archive/long-${name}-${size.width}.png`);
    }
  }
  await looked('projector', projector, (page) => layoutFaults(page, { ellipsis: true }));
  await keyboard.press('Alt+v');
  await expect(dialog.locator('.d-agency-facts')).toBeVisible();
  await looked('agency-page', desk, deskFaults);
  await keyboard.press('Escape');
  await keyboard.press('Control+k');
  await keyboard.type('jembatan gantung');
  await expect(dialog.locator('[data-found="jembatan gantung"] mark').first()).toBeVisible();
  await looked('search', desk, deskFaults);
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await keyboard.press('Control+Shift+t');
  await expect(desk.locator('.d-board-list > *').first()).toBeVisible();
  await looked('board', desk, deskFaults);

  const { text } = (await ask('board.text', { agencyId: agencyOf(second) })) as { text: string };
  expect(text).toContain(NAME);
  expect(text).toContain(ORDER.trim());
  expect(text).toContain(WORD);
});
