import type { Page } from '@playwright/test';
import type { Meeting } from '#core/model/meeting.ts';
import { itemTitle, orderedItems } from '#core/model/meeting.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { noteOf, openRoom } from '../../support/build-meeting.ts';
import { expect, type OpenedDesk, test } from '../../support/desk-page.ts';
import { holdBack } from '../../support/desk-port.ts';

/** Answers take longer than a hand needs from one key to the next. */
const LATENCY = 90;
const FAST = 30;

/** What a rakor has come to, without its times and identifiers. */
const outcome = (meeting: Meeting) => ({
  items: orderedItems(meeting).map((item) => ({
    title: itemTitle(meeting, item) || item.kind,
    status: item.status,
    added: item.turn.added,
    did: item.turn.ledger.map(({ what }) => what),
    notes: item.noteIds.length,
  })),
  notes: allNotes(meeting).map(({ author, kind, visibility, text }) => ({ author, kind, visibility, text })),
  screen: [meeting.blank, meeting.screen.layout, meeting.screen.liveTyping],
});

/** A whole rakor by keys; `hold` presses one again and again. */
async function rakor(desk: Page, press: (key: string, times?: number) => Promise<void>): Promise<void> {
  await press('Alt+g');
  await press('ArrowDown', 2);
  await press('Alt+ArrowDown', 4);
  await press('Alt+ArrowUp');
  await press('Alt+n');
  await press('Alt+Home');
  await press('F8');
  await press('F7', 5);
  await press('Shift+F7', 2);
  for (const text of ['Satu', 'Dua', 'Tiga']) {
    await press('Alt+1');
    await press('Alt+a');
    for (const letter of text) await press(letter);
    await press('Enter');
  }
  await press('F9');
  await press('F8');
  await press('F6', 3);
  await press('Control+8', 2);
  await press('Control+3');
  await press('F8', 3);
  await press('F4');
  await press('F9');
  await press('F8');
  await press('Alt+z', 2);
  await press('Alt+y');
  await expect(desk.getByText('Semua tersimpan')).toBeVisible();
}

test('a whole rakor by keys that are pressed fast ends as one that is pressed slowly', async ({ openDesk }) => {
  test.setTimeout(300_000);
  const outcomes: ReturnType<typeof outcome>[] = [];
  const histories: string[][] = [];
  for (const isFast of [false, true]) {
    const { desk, double } = await openDesk(openRoom().meeting(), { latency: isFast ? LATENCY : 0 });
    /** Nothing is on its way, and nothing waits in the page. */
    const settle = async (): Promise<void> => {
      let sent = -1;
      while (sent !== double.sent.length + double.asked.length) {
        sent = double.sent.length + double.asked.length;
        await desk.evaluate(() => new Promise((resolve) => setTimeout(resolve, 40)));
      }
    };
    await rakor(desk, async (key, times = 1) => {
      for (let n = 0; n < times; n += 1) {
        await desk.keyboard.press(key);
        if (isFast) await desk.waitForTimeout(FAST);
        else await settle();
      }
    });
    const came = (): ReturnType<typeof outcome> => outcome(double.view().meeting ?? openRoom().meeting());
    // The last keys are among these; before they are done, the meeting may look as it will at the end.
    const history = (): string[] => double.asked.map(({ type }) => type).filter((type) => type.startsWith('history.'));
    if (isFast) await expect.poll(history).toEqual(histories[0]);
    histories.push(history());
    // What is still on its way comes, however slow the machine is; and nothing after it.
    if (isFast) await expect.poll(came).toEqual(outcomes[0]);
    await settle();
    outcomes.push(came());
  }
  expect(outcomes[1]).toEqual(outcomes[0]);
});

test('a key is about the note that had the focus when it was pressed', async ({ openDesk }) => {
  const room = openRoom();
  const { id: itemId } = room.item('Dinas Kesehatan');
  room.send({ type: 'turn.call', itemId });
  for (const text of ['Satu', 'Dua', 'Tiga']) room.send(noteOf(itemId, text, { visibility: 'shown' }));
  const { desk, double } = await openDesk(room.meeting());
  const cards = desk.locator('[data-note-id]');
  await cards.filter({ hasText: 'Dua' }).focus();
  const start = holdBack(double, 'turn.start');
  for (const key of ['F8', 'Alt+q', 'ArrowDown', 'Alt+x', 'Alt+n']) await desk.keyboard.press(key);
  start();
  const shown = () => allNotes(double.view().meeting ?? room.meeting());
  await expect.poll(() => shown().map(({ pinned }) => pinned)).toEqual([false, true, false]);
  await expect.poll(() => shown().map(({ visibility }) => visibility)).toEqual(['internal', 'shown', 'shown']);
});

/** A desk whose active item has slides of four pages, with its field for a page. */
async function withSlides(openDesk: (meeting: Meeting, options: { latency: number }) => Promise<OpenedDesk>) {
  const room = openRoom();
  const { id: itemId } = room.item('Dinas Kesehatan');
  const slides = { hash: 'c'.repeat(64), name: 'bahan.pdf', bytes: 1, pages: 4 };
  room.send({ type: 'slides.attach', itemId, slides });
  room.send({ type: 'screen.layout', layout: 'slides' });
  room.send({ type: 'turn.call', itemId });
  const opened = await openDesk(room.meeting(), { latency: LATENCY });
  const field = opened.desk.locator('#slides-page');
  await expect(field).toHaveValue('1');
  await opened.desk.keyboard.press('Control+g');
  await expect(field).toBeFocused();
  return { ...opened, field, itemId };
}

test('a page that is being typed stays when another one comes that was on its way', async ({ openDesk }) => {
  const { desk, double, field, itemId } = await withSlides(openDesk);
  await desk.keyboard.type('4');
  await double.send({ type: 'slides.page', itemId, page: 2 });
  await expect(desk.locator('.d-slides').getByRole('button', { name: 'Halaman sebelumnya' })).toBeEnabled();
  await expect(field).toHaveValue('4');
  await desk.keyboard.press('Enter');
  await expect.poll(() => double.sent.at(-1)).toMatchObject({ type: 'slides.page', page: 4 });
});

test('the page that is shown already, typed while another one was on its way, stays and is gone to', async ({
  openDesk,
}) => {
  const { desk, double, field, itemId } = await withSlides(openDesk);
  await desk.keyboard.type('1');
  await double.send({ type: 'slides.page', itemId, page: 2 });
  await expect(desk.locator('.d-slides').getByRole('button', { name: 'Halaman sebelumnya' })).toBeEnabled();
  await expect(field).toHaveValue('1');
  await desk.keyboard.press('Enter');
  await expect.poll(() => double.sent.at(-1)).toMatchObject({ type: 'slides.page', page: 1 });
});

test('a page is gone to though the desk still shows it, since another one is on its way', async ({ openDesk }) => {
  const { desk, double } = await withSlides(openDesk);
  for (const key of ['2', 'Enter', '1', 'Enter']) await desk.keyboard.press(key);
  await expect
    .poll(() => double.sent.filter(({ type }) => type === 'slides.page'))
    .toMatchObject([{ page: 2 }, { page: 1 }]);
});

test('a page is turned from the one that was typed before, which is on its way', async ({ openDesk }) => {
  const { desk, double } = await withSlides(openDesk);
  for (const key of ['3', 'Enter', 'PageDown']) await desk.keyboard.press(key);
  await expect
    .poll(() => double.sent.filter(({ type }) => type === 'slides.page'))
    .toMatchObject([{ page: 3 }, { page: 4 }]);
});

test('no key waits for a paper that is being written', async ({ openDesk }) => {
  const { desk, double } = await openDesk(openRoom().meeting());
  const { ask } = double;
  const isPaper = /^document\./;
  Object.assign(double, {
    ask: (...asked: Parameters<typeof ask>) => (isPaper.test(asked[0]) ? new Promise(() => undefined) : ask(...asked)),
  });
  await desk.keyboard.press('Control+8');
  await desk.keyboard.press('Control+Shift+E');
  await desk.keyboard.press('Control+Shift+C');
  await desk.keyboard.press('F6');
  await expect.poll(() => double.sent.map(({ type }) => type)).toEqual(['screen.liveTyping', 'screen.blank']);
});

test('a button of a dialog that is pressed twice before the answer does once what it does', async ({ openDesk }) => {
  const { desk, double } = await openDesk(openRoom().meeting(), { latency: 6 * LATENCY });
  const dialog = desk.getByRole('dialog');
  const sent = (type: string): number => double.sent.filter((command) => command.type === type).length;
  const fromAgenda = async (entry: RegExp): Promise<void> => {
    await desk.getByRole('button', { name: 'Ubah susunan acara' }).click();
    await desk.getByRole('menuitem', { name: entry }).click();
  };
  await fromAgenda(/^Tempel susunan acara/);
  await dialog.getByRole('textbox', { name: 'Susunan acara' }).fill('08.00–08.10; Sambutan; MC');
  await dialog.getByText('Tambahkan di akhir').click();
  await dialog.getByRole('button', { name: /^Isi dengan/ }).dblclick();
  await expect(dialog).toHaveCount(0);
  expect(sent('agenda.fill')).toBe(1);

  await fromAgenda(/^Tambah acara/);
  await dialog.getByText('SKPD baru', { exact: true }).click();
  await dialog.getByRole('textbox', { name: /^Nama/ }).fill('Dinas Pariwisata');
  for (const key of ['Enter', 'Enter']) await desk.keyboard.press(key);
  await expect(dialog).toHaveCount(0);
  expect(sent('agenda.addAgency')).toBe(1);
});
