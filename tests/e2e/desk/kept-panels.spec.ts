import type { Page } from '@playwright/test';
import { isPending } from '#core/model/agenda-item.ts';
import { orderedItems } from '#core/model/meeting.ts';
import { openRoom, start } from '../../support/build-meeting.ts';
import { meetingInATurn, roomInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import { WORDS } from '../../support/locale-words.ts';
import { settled } from '../support/settled.ts';

const { desk: words, fields } = WORDS.id;

/** A meeting in the turn of an agency, an item without a sheet, and another agency. */
function roomWithABreak() {
  const room = roomInATurn();
  const meeting = room.meeting();
  const items = orderedItems(meeting);
  const first = meeting.current ?? '';
  const other = items.find(({ kind }) => kind !== 'agency')?.id ?? '';
  const second = items.findLast(({ kind, id }) => kind === 'agency' && id !== first)?.id ?? '';
  const followUp = (what: string, status: 'open' | 'done') =>
    room.send({ type: 'followUp.add', what, pics: [], due: null, noteId: null, itemId: null, status });
  followUp('Perbaiki jembatan', 'open');
  followUp('Kirim laporan', 'done');
  return { room, first, other, second };
}

test('a sheet that comes again after an item without one has its boxes still, and the words of its own item', async ({
  openDesk,
}) => {
  const { room, first, other, second } = roomWithABreak();
  room.send({ type: 'sheet.edit', itemId: second, fields: { vision: 'Sekolah layak' } });
  const { desk, double } = await openDesk(room.meeting());
  const go = async (id: string) => desk.locator(`[data-item-id="${id}"]`).click();
  const vision = desk.getByRole('textbox', { name: fields.sheet.vision, exact: true });
  const tab = desk.getByRole('tab', { name: words.tabs.sheet });
  await vision.focus();
  await desk.keyboard.type('Jalan mantap');
  const box = await vision.elementHandle();

  await go(other);
  await expect(tab).toHaveCount(0);
  await expect(vision).toHaveCount(0);
  // Nobody is in a box that is not seen.
  await desk.keyboard.type('Arahan');
  await expect(desk.getByRole('textbox', { name: words.noteBox.label, exact: true })).toHaveValue('Arahan');

  await go(second);
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await expect(vision).toHaveValue('Sekolah layak');
  expect(await box?.evaluate((element) => element.isConnected)).toBe(true);
  await vision.press('ControlOrMeta+z');
  await expect(vision).toHaveValue('Sekolah layak');

  await go(other);
  await double.send({ type: 'sheet.edit', itemId: second, fields: { vision: 'Guru cukup' } });
  await go(second);
  await expect(vision).toHaveValue('Guru cukup');
  await vision.fill('Guru cukup, buku juga');
  await go(first);
  await expect(vision).toHaveValue('Jalan mantap');
  await expect.poll(() => double.view().meeting?.agenda.items[second]?.sheet?.vision).toBe('Guru cukup, buku juga');
});

test('the list of follow-ups keeps its filter while a sheet is shown, and has what came meanwhile', async ({
  openDesk,
}) => {
  const { room } = roomWithABreak();
  const { desk, double } = await openDesk(room.meeting());
  const [sheet, list] = [
    desk.getByRole('tab', { name: words.tabs.sheet }),
    desk.getByRole('tab', { name: words.tabs.followUps }),
  ];
  const open = desk.getByRole('button', { name: new RegExp(`^${words.followUps.status.open} `) });
  const cards = desk.getByRole('tabpanel').locator('.d-follow-up');
  await list.click();
  await open.click();
  await expect(cards).toHaveCount(1);
  await sheet.click();
  await expect(desk.getByRole('tabpanel')).toHaveCount(1);
  await expect(open).toHaveCount(0);
  const asked = { pics: [] as string[], due: null, noteId: null, itemId: null, status: 'open' as const };
  await double.send({ type: 'followUp.add', what: 'Rapikan arsip', ...asked });
  await settled(desk);
  await list.click();
  await expect(open).toHaveAttribute('aria-pressed', 'true');
  await expect(cards).toHaveCount(2);
});

test('the list of follow-ups is filtered by an agency by keys and by pointer, and keeps that too', async ({
  openDesk,
}) => {
  const { room } = roomWithABreak();
  const pics = Object.values(room.meeting().agencies).flatMap(({ id, name }) =>
    name.includes('Pekerjaan') ? [id] : [],
  );
  const asked = { due: null, noteId: null, itemId: null, status: 'open' as const };
  room.send({ type: 'followUp.add', what: 'Tutup lubang jalan', pics, ...asked });
  const { desk } = await openDesk(room.meeting());
  const [sheet, list] = [
    desk.getByRole('tab', { name: words.tabs.sheet }),
    desk.getByRole('tab', { name: words.tabs.followUps }),
  ];
  const box = desk.getByRole('combobox', { name: words.followUps.agency });
  const cards = desk.getByRole('tabpanel').locator('.d-follow-up');
  await list.click();
  await expect(cards).toHaveCount(3);

  await desk.getByRole('button', { name: new RegExp(`^${words.followUps.status.late} `) }).focus();
  await desk.keyboard.press('Tab');
  await expect(box).toBeFocused();
  await expect(desk.getByRole('option')).toHaveCount(1);
  await desk.keyboard.type('pekerjaan');
  await desk.keyboard.press('Enter');
  await expect(cards).toHaveCount(1);
  const chosen = await box.inputValue();
  await sheet.click();
  await list.click();
  await expect(box).toHaveValue(chosen);
  await expect(cards).toHaveCount(1);

  await box.click();
  await expect(box).toBeFocused();
  await box.press('ControlOrMeta+a');
  await box.press('Backspace');
  await expect(cards).toHaveCount(3);
  await box.press('ControlOrMeta+z');
  await expect(cards).toHaveCount(1);
  await box.press('ControlOrMeta+a');
  await box.press('Backspace');
  await desk.keyboard.press('Tab');
  await expect(cards).toHaveCount(3);
  await box.hover();
  await desk.getByRole('tabpanel').getByRole('button', { name: WORDS.id.kit.showChoices }).click();
  await desk.getByRole('option').click();
  await expect(cards).toHaveCount(1);
});

test('the key to what comes back goes to nothing that is hidden', async ({ openDesk }) => {
  const { room } = roomWithABreak();
  const { desk } = await openDesk(room.meeting());
  // The whole list, which is not shown, has cards; this agency has none from an earlier rakor.
  await settled(desk);
  await desk.keyboard.press('Alt+f');
  await expect(desk.getByText(words.followUps.noneCarriedText)).toBeVisible();
  await expect(desk.locator('#turn-column')).toBeFocused();
});

test('the key to what comes back has the focus there before the next key', async ({ openDesk }) => {
  const { desk } = await openDesk(roomWithABreak().room.meeting());
  await settled(desk);
  await desk.locator('#note-composer').focus();
  // In one step, so that no frame is drawn.
  const at = await desk.evaluate(async () => {
    const key = { key: 'f', code: 'KeyF', altKey: true, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
    for (let n = 0; n < 50; n += 1) await Promise.resolve();
    return document.activeElement?.id;
  });
  expect(at).toBe('turn-column');
});

test('who has gone on while a key waited for the answer before it keeps the focus', async ({ openDesk }) => {
  const { desk } = await openDesk(roomWithABreak().room.meeting(), { latency: 300 });
  await settled(desk);
  await desk.keyboard.press('F7');
  await desk.keyboard.press('Alt+f');
  const menu = desk.getByRole('button', { name: words.menu.title, exact: true });
  await menu.focus();
  await expect(desk.getByText(words.followUps.noneCarriedText)).toBeVisible();
  await settled(desk);
  await expect(menu).toBeFocused();
});

test('the key to what comes back means the agency that was just selected', async ({ openDesk }) => {
  const { room, other, second } = roomWithABreak();
  const { desk } = await openDesk(room.meeting());
  await desk.locator(`[data-item-id="${other}"]`).click();
  await settled(desk);
  // In one step: the tabs of the agency are drawn after its turn.
  await desk.evaluate((itemId) => {
    document.querySelector<HTMLElement>(`[data-item-id="${itemId}"]`)?.click();
    const key = { key: 'f', code: 'KeyF', altKey: true, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
  }, second);
  await settled(desk);
  await expect(desk.getByText(words.followUps.noneCarriedText)).toBeVisible();
  await expect(desk.locator('#turn-column')).toBeFocused();
});

/** Leaves the item that is next after the present one, and no other before the last agency. */
function onlyNext(room: ReturnType<typeof roomInATurn>, next: string, after: string): void {
  for (const { id } of orderedItems(room.meeting()).filter(isPending))
    if (id !== next && id !== after) room.send({ type: 'turn.skip', itemId: id });
}

/** Notes who has the focus (`data-left` of the body) in the moment in which the shown panel is hidden: before the next key. */
const noteFocusWhenHidden = (desk: Page): Promise<void> =>
  desk.evaluate(() => {
    const panel = [...document.querySelectorAll('[role="tabpanel"]')].find((one) => one.checkVisibility());
    if (panel === undefined) throw new Error('no panel is shown');
    new MutationObserver(() => {
      document.body.dataset.left = document.activeElement?.tagName ?? '';
    }).observe(panel, { attributeFilter: ['style'] });
  });

test('whoever is in a box of a sheet that is hidden is put out of it before the next key', async ({ openDesk }) => {
  const { room, other, second } = roomWithABreak();
  onlyNext(room, other, second);
  const { desk } = await openDesk(room.meeting());
  await desk.getByRole('textbox', { name: fields.sheet.vision, exact: true }).focus();
  await noteFocusWhenHidden(desk);
  await desk.keyboard.press('F9');
  await expect(desk.locator('body')).toHaveAttribute('data-left', 'BODY');
});

test('a menu of a list that is hidden goes with it, and stands in no key’s way', async ({ openDesk }) => {
  const { room, other, second } = roomWithABreak();
  onlyNext(room, other, second);
  room.send({ type: 'turn.finish', callNext: false });
  room.send({ type: 'turn.call', itemId: other });
  room.send({ type: 'turn.start' });
  const { desk } = await openDesk(room.meeting());
  const menu = desk.locator('.d-follow-up-tools [aria-haspopup="menu"]');
  await menu.first().click();
  await expect(desk.getByRole('menu')).toBeVisible();
  await noteFocusWhenHidden(desk);
  await desk.keyboard.press('F9');
  await expect(desk.locator('body')).toHaveAttribute('data-left', 'BODY');
  await expect(desk.getByRole('tab', { name: words.tabs.sheet })).toHaveAttribute('aria-selected', 'true');
  await desk.keyboard.type('Arahan');
  await expect(desk.getByRole('textbox', { name: words.noteBox.label, exact: true })).toHaveValue('Arahan');
  await desk.locator(`[data-item-id="${other}"]`).click();
  await expect(menu.first()).toBeVisible();
  await expect(desk.getByRole('menu')).toHaveCount(0);
});

test('an empty place of a meeting that can only be looked at asks for nothing that cannot be done', async ({
  openDesk,
}) => {
  const room = openRoom();
  start(room, 'Dinas Kesehatan');
  const { desk, double } = await openDesk(room.meeting());
  const { notes, followUps, attendance } = words;
  const what = [notes.emptyWhat, followUps.noneText, attendance.noneText.replace('{{term}}', room.meeting().term)];
  const told = async (): Promise<string[]> => {
    const seen: string[] = [];
    for (const tab of [fields.followUps, words.tabs.attendance]) {
      await desk.getByRole('tab', { name: tab }).click();
      await expect(desk.locator('.k-empty-title:visible')).toBeVisible();
      const text = await desk.locator('.d-shell').innerText();
      seen.push(...what.filter((one) => text.includes(one)));
    }
    return [...new Set(seen)].toSorted();
  };
  expect(await told()).toEqual(what.toSorted());
  double.change((view) => {
    view.readOnly = true;
  });
  await expect(desk.getByText(notes.readOnly)).toBeVisible();
  await expect(desk.getByText(notes.empty.replace('{{name}}', 'Dinkes'))).toBeVisible();
  expect(await told()).toEqual([]);
});

test('what a search finds on the board is done in the meeting', async ({ openDesk }) => {
  const { desk } = await openDesk(meetingInATurn());
  const find = async (typed: string): Promise<void> => {
    await desk.keyboard.press('Control+Shift+T');
    await expect(desk.getByRole('heading', { level: 1, name: words.board.title })).toBeFocused();
    await desk.keyboard.press('Control+k');
    await desk.keyboard.type(typed);
    await expect(desk.getByRole('option').first()).toBeVisible();
    await desk.keyboard.press('Enter');
  };
  await find('satui');
  await expect(desk.getByRole('row', { name: /^Kec. Satui/ })).toHaveAttribute('data-selected');
  await find('ekspor');
  await expect(desk.getByRole('dialog', { name: words.exports.title })).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(desk.locator('#note-composer')).toBeVisible();
  await find('istirahat 25');
  await expect(desk.getByRole('timer', { name: /^Sisa istirahat/ })).toBeVisible();
});
