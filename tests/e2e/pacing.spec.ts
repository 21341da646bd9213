import type { Page } from '@playwright/test';
import type { Command } from '#core/commands/apply.ts';
import type { AgendaItem } from '#core/model/agenda-item.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { instant, MINUTE } from '#core/time/units.ts';
import { civilDateAt } from '#core/time/zone.ts';
import { agencyRows } from '../support/agency-rows.ts';
import { axeFaultsInFront } from './support/axe.ts';
import { sendAllRaw, sendRaw } from './support/raw.ts';
import { expect, test } from './support/test.ts';

const AGENCIES = ['Dinas Kesehatan; Dinkes', 'Dinas Sosial; Dinsos', 'Inspektorat Daerah; Inspektorat', 'RSUD; RSUD'];

const send = async (desk: Page, command: Command): Promise<void> => {
  expect(await sendRaw(desk, { kind: 'command', command })).toMatchObject({ ok: true });
};

async function meetingOf(desk: Page): Promise<Meeting> {
  const { view } = (await sendRaw(desk, { kind: 'hello' })) as { view: { meeting: Meeting | null } };
  if (view.meeting === null) throw new Error('no meeting is open');
  return view.meeting;
}

/** The turn of the agency with this short name. */
async function turnOf(desk: Page, short: string): Promise<AgendaItem> {
  const { agenda, agencies } = await meetingOf(desk);
  const found = Object.values(agenda.items).find(({ agencyId }) => agencies[agencyId ?? '']?.short === short);
  if (found === undefined) throw new Error(`no turn of ${short}`);
  return found;
}

/** A rakor of four agencies with nothing before them. */
async function openRakor(desk: Page): Promise<void> {
  const payload = {
    title: 'Rakor Kendali Waktu',
    date: civilDateAt(instant(Date.now()), 'WITA'),
    agencies: agencyRows(AGENCIES.join('\n')),
    carryFrom: null,
  };
  expect(await sendRaw(desk, { kind: 'request', type: 'meeting.create', payload })).toMatchObject({ ok: true });
  const others = Object.values((await meetingOf(desk)).agenda.items).filter(({ kind }) => kind !== 'agency');
  const removals = others.map(({ id }) => ({ type: 'agenda.remove', itemId: id }) as const);
  await sendAllRaw(
    desk,
    removals.map((command) => ({ kind: 'command', command })),
  );
  await expect(desk.getByRole('heading', { name: /Rakor Kendali Waktu/ })).toBeVisible();
}

async function readByAxe(desk: Page): Promise<void> {
  expect(await axeFaultsInFront(desk)).toEqual([]);
}

test('the rest of the day is fitted by one command, undone by one, and outlives a restart', async ({ launch }) => {
  const app = await launch();
  const { desk } = app;
  const { keyboard } = desk;
  const dialog = desk.getByRole('dialog', { name: 'Sesuaikan sisa waktu' });
  await openRakor(desk);
  const before = await meetingOf(desk);

  await keyboard.press('F3');
  await expect(dialog).toBeVisible();
  const time = dialog.getByLabel('Pukul', { exact: true });
  await time.focus();
  await keyboard.press('Control+a');
  // However early it is, there is no time left by then: every turn comes down to the floor.
  await keyboard.type('00.01');
  await expect(dialog.getByText(/Tidak cukup: dengan paling singkat 5 menit/)).toBeVisible();
  await expect(dialog.getByRole('row', { name: /Dinkes.*10 \/ 12.*4:10 \/ 5/ })).toBeVisible();
  await readByAxe(desk);
  await keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  expect((await turnOf(desk, 'Dinsos')).adjusted).toEqual({ soft: 250_000, hard: 5 * MINUTE });

  await keyboard.press('Alt+z');
  await expect.poll(async () => (await turnOf(desk, 'Dinsos')).adjusted).toBeNull();
  expect(await meetingOf(desk)).toEqual(before);
  await keyboard.press('Alt+y');
  await expect.poll(async () => (await turnOf(desk, 'Dinsos')).adjusted).not.toBeNull();
  await send(desk, { type: 'turn.start' });
  await send(desk, { type: 'turn.finish', callNext: false });
  const { plans, agenda } = await meetingOf(desk);
  expect((await turnOf(desk, 'Dinkes')).turn.plan?.length).toBe(5 * MINUTE);
  await expect(desk.getByText('Semua tersimpan')).toBeVisible();
  await app.close();

  const again = await launch({ dataFolder: app.dataFolder });
  const { id } = before;
  await sendRaw(again.desk, { kind: 'request', type: 'meeting.open', payload: { meetingId: id } });
  const after = await meetingOf(again.desk);
  expect([after.plans, after.agenda]).toEqual([plans, agenda]);
});

test('a start and a finish that were forgotten are asked after, and entered as they were', async ({ app }) => {
  const { desk } = app;
  await openRakor(desk);
  const bar = desk.getByRole('status').filter({ hasText: 'waktunya belum dimulai' });
  // The first turn began ten minutes ago and ended five minutes ago; since then the second has been called.
  await send(desk, { type: 'turn.start', ago: 10 * MINUTE });
  await expect(bar).toBeHidden();
  await send(desk, { type: 'turn.finish', callNext: true, ago: 5 * MINUTE });
  await expect(bar).toContainText(/Dinsos sudah dipanggil [5-9] menit/);
  await readByAxe(desk);
  const started = bar.getByRole('button', { name: /^Mulai [4-8] menit lalu$/ });
  await started.focus();
  const minutesAgo = Number(/\d/.exec(await started.innerText())?.[0]);
  await desk.keyboard.press('Enter');
  await expect(bar).toBeHidden();
  const { turn } = await turnOf(desk, 'Dinsos');
  expect(turn.ledger.at(-1)).toMatchObject({ what: 'start', spent: 0, by: minutesAgo * MINUTE });
  await expect(desk.getByRole('timer').first()).toHaveText(/^0[2-8]:\d\d$/);

  await test.step('“Cukup” leaves a minute; pressed again it asks', async () => {
    await desk.keyboard.press('Shift+F9');
    await expect(desk.getByRole('timer').first()).toHaveText(/^0(1:00|0:\d\d)$/);
    await desk.keyboard.press('Shift+F9');
    const question = desk.getByRole('alertdialog', { name: 'Akhiri giliran ini?' });
    await expect(question.getByRole('button', { name: 'Batal' })).toBeFocused();
    await readByAxe(desk);
    await desk.keyboard.press('Escape');
    await expect(question).toBeHidden();
    expect((await turnOf(desk, 'Dinsos')).status).toBe('running');
  });

  await test.step('far over, the finish is asked after', async () => {
    await send(desk, { type: 'turn.finish', callNext: true });
    await send(desk, { type: 'turn.start' });
    await send(desk, { type: 'turn.finish', callNext: false });
    await send(desk, { type: 'turn.bringBack', itemId: (await turnOf(desk, 'Dinkes')).id });
    await send(desk, { type: 'turn.start' });
    // It has spent five minutes already; with a limit of one second it is over by almost five.
    await send(desk, { type: 'turn.addTime', by: -20 * MINUTE });
    const late = desk.getByRole('status').filter({ hasText: 'dari batasnya. Sudah selesai?' });
    await expect(late).toBeHidden();
    await send(desk, {
      type: 'draft.set',
      key: 'compose',
      draft: {
        itemId: (await turnOf(desk, 'RSUD')).id,
        author: { kind: 'leader', role: 'bupati' },
        kind: 'note',
        visibility: 'auto',
        text: 'Catatan untuk yang lain',
      },
    });
    await expect(late).toContainText(/Dinkes sudah lewat [4-9] menit/);
    await late.getByRole('button', { name: 'Selesai sekarang' }).press('Enter');
    await expect.poll(async () => (await turnOf(desk, 'Dinkes')).status).toBe('done');
  });
});

test('a late agency changes places with another, by the keyboard', async ({ app }) => {
  const { desk } = app;
  const { keyboard } = desk;
  await openRakor(desk);
  await send(desk, { type: 'turn.call', itemId: (await turnOf(desk, 'Dinkes')).id });
  const { order } = (await meetingOf(desk)).agenda;
  await desk.getByRole('button', { name: 'Tindakan lain untuk giliran' }).press('Enter');
  await expect(desk.getByRole('menuitem', { name: 'Tukar giliran…' })).toBeFocused();
  await keyboard.press('Enter');
  const dialog = desk.getByRole('dialog', { name: 'Tukar giliran Dinkes' });
  await expect(dialog.getByRole('combobox', { name: 'Tukar dengan' })).toBeFocused();
  await keyboard.type('rsud');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await readByAxe(desk);
  await dialog.getByRole('button', { name: 'Tukar', exact: true }).press('Enter');
  await expect(dialog).toBeHidden();
  const [dinkes, rsud] = [await turnOf(desk, 'Dinkes'), await turnOf(desk, 'RSUD')];
  expect([dinkes.status, rsud.status]).toEqual(['waiting', 'called']);
  const after = (await meetingOf(desk)).agenda.order;
  expect(after).toEqual(order.map((id) => (id === dinkes.id ? rsud.id : id === rsud.id ? dinkes.id : id)));
  await keyboard.press('Alt+z');
  await expect.poll(async () => (await turnOf(desk, 'Dinkes')).status).toBe('called');
});

test('the agenda is put in another order by the keyboard, and says how in the user’s language', async ({ app }) => {
  const { desk, complaints } = app;
  const { keyboard } = desk;
  await openRakor(desk);
  const order = async () => (await meetingOf(desk)).agenda.order;
  const [first, second, ...others] = await order();
  const handle = (name: string) => desk.getByRole('button', { name: `Pindahkan ${name}` });
  await desk.locator(`[data-item-id="${first}"]`).focus();
  await keyboard.press('ArrowRight');
  await expect(handle('Dinkes')).toBeFocused();
  await expect(handle('Dinkes')).toHaveAccessibleDescription('Tekan Enter untuk mulai memindahkan.');
  await keyboard.press('Enter');
  await expect(desk.getByText(/^Sebelum Dinsos\. Tekan Enter/)).toBeAttached();
  await keyboard.press('ArrowDown');
  await expect(desk.getByText(/^Di antara Dinsos dan Inspektorat\. Tekan Enter/)).toBeAttached();
  await keyboard.press('Escape');
  await expect(desk.getByText('Batal dipindahkan.')).toBeAttached();
  await keyboard.press('Enter');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect.poll(order).toEqual([second, first, ...others]);
  await expect(handle('Dinkes')).toBeFocused();
  await keyboard.press('Alt+z');
  await expect.poll(order).toEqual([first, second, ...others]);
  await sendRaw(desk, { kind: 'request', type: 'settings.edit', payload: { fields: { locale: 'en' } } });
  await expect(desk.getByRole('button', { name: 'Move Dinkes' })).toHaveAccessibleDescription(
    'Press Enter to begin moving.',
  );
  expect(complaints()).toEqual([]);
});

test('the day is drawn, and told in a table', async ({ app }) => {
  const { desk } = app;
  await openRakor(desk);
  await send(desk, { type: 'turn.start', ago: 20 * MINUTE });
  await send(desk, { type: 'turn.finish', callNext: true });
  await desk.keyboard.press('Shift+F3');
  const dialog = desk.getByRole('dialog', { name: 'Gambaran hari' });
  const picture = dialog.getByRole('img', { name: /4 acara, 1 lewat waktu/ });
  await expect(picture).toBeVisible();
  await expect(picture.locator('.k-chart-over')).toHaveCount(1);
  await expect(picture.locator('.k-chart-hatch').first()).toBeAttached();
  await readByAxe(desk);
  await dialog.getByRole('radio', { name: 'Gambar' }).focus();
  await desk.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('row', { name: /Dinkes.*20:0\d.*\+08:0\d/ })).toBeVisible();
  await readByAxe(desk);
  await desk.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
