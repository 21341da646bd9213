import type { Page } from '@playwright/test';
import { followUpsNow } from '#core/model/meeting-matters.ts';
import { meetingInATurn, roomInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import { WORDS } from '../../support/locale-words.ts';
import { openSettings } from './desk-places.ts';

const idDesk = WORDS.id.desk;
const idKit = WORDS.id.kit;

const box = (desk: Page, name: string) => desk.getByRole('textbox', { name, exact: true });
const month = (desk: Page) =>
  desk.getByRole('group', { name: idDesk.details.date }).getByRole('spinbutton', { name: /bulan|month/i });

test('what is typed as a time, a date or an amount and is none yet is there after a reload, and only there', async ({
  openDesk,
}) => {
  const { desk, double } = await openDesk(meetingInATurn());
  // On the sheet, which is saved as it is typed.
  await box(desk, idDesk.sheet.money.ceiling).fill('sekian');
  await desk.reload();
  await expect(box(desk, idDesk.sheet.money.ceiling)).toHaveValue('sekian');
  await desk.getByRole('row', { name: /^Kec. Satui/ }).click();
  await expect(box(desk, idDesk.sheet.money.ceiling)).toHaveValue('');
  await box(desk, idDesk.sheet.money.ceiling).fill('-500');
  await box(desk, idDesk.sheet.money.realised).fill('1250,5');
  await expect(desk.getByText(idKit.negativeAmount)).toBeVisible();
  await box(desk, idDesk.sheet.money.ceiling).focus();
  await expect(box(desk, idDesk.sheet.money.realised)).toHaveValue('1.250,50');

  // In a form, which is open again; once it is discarded nothing of it comes back.
  const open = async (): Promise<void> => {
    await desk.getByRole('button', { name: idDesk.menu.title, exact: true }).click();
    await desk.getByRole('menuitem', { name: idDesk.details.dialogTitle }).click();
  };
  await open();
  await box(desk, idDesk.details.endAt).fill('xx');
  await box(desk, idDesk.details.changeover).fill('31.99');
  await month(desk).focus();
  await desk.keyboard.press('Backspace');
  await desk.keyboard.press('Backspace');
  await expect(month(desk)).toHaveAttribute('aria-valuetext', /./);
  const emptied = await month(desk).textContent();
  await desk.reload();
  await expect(box(desk, idDesk.details.endAt)).toHaveValue('xx');
  await expect(box(desk, idDesk.details.changeover)).toHaveValue('31.99');
  await expect(month(desk)).toHaveText(emptied ?? '');
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: idKit.discard }).click();
  await open();
  await expect(box(desk, idDesk.details.endAt)).not.toHaveValue('xx');
  await expect(month(desk)).not.toHaveText(emptied ?? '');
  await desk.keyboard.press('Escape');

  await openSettings('defaults')(desk);
  await box(desk, idDesk.details.startAt).fill('pagi');
  await desk.reload();
  await openSettings('defaults')(desk);
  await expect(box(desk, idDesk.details.startAt)).toHaveValue('pagi');
  await box(desk, idDesk.details.startAt).fill('08.15');
  await expect.poll(() => double.view().settings.defaults.startAt).toBe('08:15');
  await desk.reload();
  await openSettings('defaults')(desk);
  await expect(box(desk, idDesk.details.startAt)).toHaveValue('08.15');
});

test('a form with a field that cannot be read does nothing, and goes to that field', async ({ openDesk }) => {
  // Half past eight, so that the turns to come would not end at nine.
  const { meeting, clock } = roomInATurn();
  const { desk, double } = await openDesk(meeting(), { now: () => clock.at(), mono: () => clock.mono() });
  const dialog = desk.getByRole('dialog');
  for (const [entry, field] of [
    [idDesk.pacing.break.other, idDesk.addItem.planned],
    [idDesk.agenda.add, idDesk.addItem.fixedStart],
  ] as const) {
    await desk.getByRole('button', { name: idDesk.agenda.change }).click();
    await desk.getByRole('menuitem', { name: entry }).click();
    if (entry === idDesk.agenda.add) await desk.getByText(idDesk.addItem.other, { exact: true }).click();
    await box(desk, field).fill('xx');
    await desk.keyboard.press('Enter');
    await expect(box(desk, field)).toBeFocused();
    await expect(dialog).toBeVisible();
    expect(double.sent).toEqual([]);
    await box(desk, field).fill('');
    await desk.keyboard.press('Escape');
    const discard = desk.getByRole('button', { name: idKit.discard });
    if (await discard.isVisible()) await discard.click();
    await expect(dialog).toBeHidden();
  }

  // What is no time begins as one: it is not the time that was meant.
  await desk.keyboard.press('F3');
  await desk.getByText(idDesk.pacing.until.time, { exact: true }).click();
  const time = box(desk, WORDS.id.fields.timeOfDay);
  await time.fill('');
  await time.pressSequentially('1560');
  for (const key of ['Enter', 'Control+Enter']) {
    await desk.keyboard.press(key);
    await expect(time).toBeFocused();
    await expect(dialog.getByText(idKit.notATime)).toBeVisible();
    expect(double.sent).toEqual([]);
  }
  await dialog.locator('button[type="submit"]').click();
  await expect(time).toBeFocused();
  expect(double.sent).toEqual([]);
  await time.fill('09.00');
  // Once, however often it is pressed before the answer: each would be a step of undo.
  await Promise.all([desk.keyboard.press('Enter'), desk.keyboard.press('Enter')]);
  await expect(dialog).toBeHidden();
  expect(double.sent.map(({ type }) => type)).toEqual(['agenda.adjust']);
});

test('what is typed into the settings is there after a reload that came before the answer, and is saved then', async ({
  openDesk,
}) => {
  const { desk, double } = await openDesk(meetingInATurn());
  await openSettings('letterhead')(desk);
  const government = box(desk, idDesk.settings.government);
  // From now on nothing that the page says arrives.
  await desk.evaluate(() => Object.assign(window, { deskAsk: () => new Promise(() => undefined) }));
  await government.fill('PEMERINTAH KABUPATEN TANAH BUMBU');
  await desk.reload();
  await openSettings('letterhead')(desk);
  await expect(government).toHaveValue('PEMERINTAH KABUPATEN TANAH BUMBU');
  await expect.poll(() => double.view().settings.letterhead.government).toBe('PEMERINTAH KABUPATEN TANAH BUMBU');
  await expect.poll(() => desk.evaluate(() => sessionStorage.getItem('ekspose.form/settings'))).toBeNull();
});

test('a list that replaces one that cannot be saved is the one that is shown, and undo brings back the saved one', async ({
  openDesk,
}) => {
  const { desk, double } = await openDesk(meetingInATurn());
  const saved = (): string[] => double.view().settings.agencies.map(({ name }) => name);
  const before = saved();
  const names = desk.getByRole('textbox', { name: /^Nama, baris/ });
  const shown = (): Promise<string[]> => names.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  const term = 'SKPD';
  await openSettings('agencies')(desk);
  await desk.getByRole('button', { name: idDesk.agencies.add.replace('{{term}}', term) }).click();
  await expect(names).toHaveCount(before.length + 1);
  await desk.getByRole('button', { name: idDesk.agencies.replace, exact: true }).click();
  await desk.getByRole('dialog').getByLabel(idDesk.agencies.replaceLabel).fill('Dinas Sosial\nDinas Perikanan');
  await desk.getByRole('button', { name: idDesk.agencies.replaceSave.replace('{{count}}', '2') }).click();
  await expect.poll(saved).toEqual(['Dinas Sosial', 'Dinas Perikanan']);
  await expect.poll(shown).toEqual(['Dinas Sosial', 'Dinas Perikanan']);
  // A row begun since does not stand in the way of undo either.
  await desk.getByRole('button', { name: idDesk.agencies.add.replace('{{term}}', term) }).click();
  await desk.getByRole('button', { name: WORDS.id.domain.undo, exact: true }).click();
  await expect.poll(shown).toEqual(before);
  expect(saved()).toEqual(before);
});

test('a day that no calendar has is neither saved nor made another, and stays to be corrected', async ({
  openDesk,
}) => {
  const room = roomInATurn();
  const itemId = room.item('Dinas Pekerjaan Umum dan Penataan Ruang').id;
  const due = '2026-12-15';
  room.send({
    type: 'followUp.add',
    noteId: null,
    itemId,
    what: 'Perbaiki jalan',
    pics: ['pupr'],
    due,
    status: 'open',
  });
  const { desk, double } = await openDesk(room.meeting());
  const dues = (): (string | null)[] => {
    const { meeting } = double.view();
    return meeting === null ? [] : followUpsNow(meeting).map((one) => one.due);
  };
  const dialog = desk.getByRole('dialog');
  const parts = dialog.getByRole('spinbutton');
  const refused = dialog.getByText(idKit.noSuchDate);
  await desk.getByRole('tab', { name: idDesk.tabs.followUps }).click();
  await desk
    .getByRole('button', { name: /Perbaiki jalan/ })
    .last()
    .click();
  await parts.first().click();
  await desk.keyboard.type('31112026');
  await desk.keyboard.press('Control+Enter');
  await expect(refused).toBeVisible();
  await expect(parts).toHaveText(['31', '11', '2026']);
  // Also when somebody goes on to another box, and back.
  await dialog.getByRole('textbox').first().click();
  await expect(parts).toHaveText(['31', '11', '2026']);
  await expect(refused).toBeVisible();
  await desk.keyboard.press('Control+Enter');
  await expect(dialog).toBeVisible();
  expect(dues()).toEqual(['2026-12-15']);
  await parts.first().click();
  await desk.keyboard.type('30');
  await expect(refused).toHaveCount(0);
  await desk.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  expect(dues()).toEqual(['2026-11-30']);

  await desk.getByRole('button', { name: idDesk.followUps.add }).click();
  await dialog.getByRole('textbox', { name: idDesk.followUps.what }).fill('Bangun jembatan');
  await parts.first().click();
  await desk.keyboard.type('31022027');
  await dialog.getByRole('button', { name: idKit.save }).click();
  await expect(refused).toBeVisible();
  await expect(parts).toHaveText(['31', '02', '2027']);
  expect(dues()).toEqual(['2026-11-30']);
});

test('a field shows what a button beside it gives, whatever stood in it', async ({ openDesk }) => {
  const room = roomInATurn();
  // Of another day than the one on which it began.
  room.send({ type: 'meeting.edit', fields: { date: '2021-05-20' } });
  const { desk, double } = await openDesk(room.meeting());
  const dialog = desk.getByRole('dialog');
  const preset = (name: string | RegExp) => desk.getByRole('button', { name });
  const [planned, fixedStart] = [box(desk, idDesk.addItem.planned), box(desk, idDesk.addItem.fixedStart)];
  await desk.getByRole('button', { name: idDesk.agenda.change }).click();
  await desk.getByRole('menuitem', { name: idDesk.agenda.add }).click();
  await desk.getByText(idDesk.addItem.other, { exact: true }).click();
  await dialog.getByRole('button', { name: new RegExp(idDesk.addItem.kind) }).click();
  await desk.getByRole('option', { name: WORDS.id.domain.itemKind.break }).click();
  // The second time it is what the field had before.
  for (let time = 0; time < 2; time += 1) {
    await planned.fill('sebentar');
    await fixedStart.fill('abc');
    await preset(/^Ishoma \d/).click();
    await expect(planned).toHaveValue('90');
    await expect(fixedStart).toHaveValue('12.00');
  }
  await fixedStart.fill('abc');
  await preset(idDesk.presets.coffee).click();
  await expect(fixedStart).toHaveValue('');
  await desk.reload();
  await expect(planned).toHaveValue('15');
  await expect(fixedStart).toHaveValue('');
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: idKit.discard }).click();

  // The meeting's date, which its own button stores at once.
  const day = desk.getByRole('group', { name: idDesk.details.date }).getByRole('spinbutton');
  await desk.getByRole('button', { name: idDesk.menu.title, exact: true }).click();
  await desk.getByRole('menuitem', { name: idDesk.details.dialogTitle }).click();
  await expect(day).toHaveText(['20', '05', '2021']);
  await day.first().click();
  await desk.keyboard.type('31022021');
  await preset(idDesk.details.useBegan.replace('{{began}}', '17 Mei 2021')).click();
  await expect(day).toHaveText(['17', '05', '2021']);
  expect(double.view().meeting?.date).toBe('2021-05-17');
  await box(desk, idDesk.item.soft).fill('abc');
  await preset('4–5 menit').click();
  await expect(box(desk, idDesk.item.soft)).toHaveValue('4');
  await dialog.getByRole('button', { name: idKit.save }).click();
  await expect(dialog).toHaveCount(0);
  expect(double.sent.at(-1)).toMatchObject({ type: 'meeting.edit', fields: { limits: { soft: 240_000 } } });
  expect(Object.keys((double.sent.at(-1) as { fields?: object }).fields ?? {})).toEqual(['limits']);

  // A day that no calendar has, replaced twice by the same one.
  await desk.getByRole('tab', { name: idDesk.tabs.followUps }).click();
  await desk.getByRole('button', { name: idDesk.followUps.add }).click();
  const due = dialog.getByRole('spinbutton');
  for (let time = 0; time < 2; time += 1) {
    await due.first().click();
    await desk.keyboard.type('31112026');
    await preset(/^7 hari/).click();
    await expect(due).toHaveText(['24', '05', '2021']);
    await expect(dialog.getByText(idKit.noSuchDate)).toHaveCount(0);
  }
});

test('a limit that a button of the settings gives is saved and shown', async ({ openDesk }) => {
  const { desk, double } = await openDesk(meetingInATurn());
  await openSettings('defaults')(desk);
  await box(desk, idDesk.item.hard).fill('abc');
  await desk.getByRole('button', { name: '6–7 menit' }).click();
  await expect(box(desk, idDesk.item.hard)).toHaveValue('7');
  await expect.poll(() => double.view().settings.defaults.limits.hard).toBe(420_000);
  await desk.reload();
  await openSettings('defaults')(desk);
  await expect(box(desk, idDesk.item.hard)).toHaveValue('7');
});
