import { followUpsNow } from '#core/model/meeting-matters.ts';
import { minutes } from '#core/time/units.ts';
import { meetingInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import { WORDS } from '../../support/locale-words.ts';
import { allPrepared } from '../support/all-prepared.ts';
import { storedWords } from '../support/stored-words.ts';
import { openSettings } from './desk-places.ts';

const idDesk = WORDS.id.desk;

test('a form that a key has closed is there after a reload also while its message offers it', async ({ openDesk }) => {
  const { desk } = await openDesk(meetingInATurn());
  const dialog = desk.getByRole('dialog');
  const name = dialog.getByRole('textbox', { name: idDesk.followUps.what });
  const bringBack = desk.getByRole('button', { name: WORDS.id.domain.bringBack });
  const open = async (): Promise<void> => {
    await desk.locator('[data-note-id]').first().focus();
    await desk.keyboard.press('Alt+j');
    // What is typed before the field has the focus would go to it.
    await expect(dialog.getByRole('spinbutton').first()).toBeFocused();
  };
  await open();
  const before = await name.inputValue();
  await name.fill('Perbaikan bertahap');
  // Enough, and again: whether to end the turn is asked in its place.
  await desk.keyboard.press('Shift+F9');
  await desk.keyboard.press('Shift+F9');
  await expect(bringBack).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('alertdialog')).toHaveCount(0);
  // Opened anew, it is a new form: the message has the other one.
  await open();
  await expect(name).toHaveValue(before);
  // Brought back into the open form; what was typed there since is offered in its turn.
  await name.fill('Pembangunan baru');
  await bringBack.click();
  await expect(name).toHaveValue('Perbaikan bertahap');
  await bringBack.click();
  await expect(name).toHaveValue('Pembangunan baru');
  await expect(bringBack).toBeVisible();
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: WORDS.id.kit.discard }).click();
  await bringBack.click();
  await expect(name).toHaveValue('Perbaikan bertahap');
  await expect(bringBack).toHaveCount(0);
  await desk.keyboard.press('Shift+F9');
  await expect(bringBack).toBeVisible();
  await desk.keyboard.press('Escape');
  await desk.reload();
  await expect(name).toHaveValue('Perbaikan bertahap');
});

test('what is left in a form is offered only if it is not saved, and to be copied if what it is about is gone', async ({
  openDesk,
}) => {
  // Slow enough that another dialog takes the form's place before the answer.
  const { desk, double } = await openDesk(meetingInATurn(), { latency: 300, mono: () => 5_000 });
  const dialog = desk.getByRole('dialog');
  const words = dialog.getByRole('textbox', { name: idDesk.followUps.what });
  const bringBack = desk.getByRole('button', { name: WORDS.id.domain.bringBack });
  const ends = desk.getByRole('alertdialog');
  const followUps = (): string[] => {
    const { meeting } = double.view();
    return meeting === null ? [] : followUpsNow(meeting).map(({ what }) => what);
  };
  const left = async (): Promise<void> => {
    await desk.keyboard.press('Shift+F9');
    await expect(ends).toBeVisible();
    await desk.keyboard.press('Escape');
    await expect(ends).toHaveCount(0);
  };
  const open = async (): Promise<void> => {
    await desk.locator('[data-note-id]').first().focus();
    await desk.keyboard.press('Alt+j');
    // What is typed before the field has the focus would go to it.
    await expect(dialog.getByRole('spinbutton').first()).toBeFocused();
  };
  // A minute of the turn is left: the next time it is asked whether to end it.
  await desk.keyboard.press('Shift+F9');
  await expect(desk.getByRole('button', { name: WORDS.id.domain.undo, exact: true })).toBeVisible();

  await test.step('saved while another dialog took its place', async () => {
    await open();
    await words.fill('Perbaikan bertahap');
    await desk.keyboard.press('Control+Enter');
    await left();
    await expect(desk.getByRole('tab', { name: `${idDesk.tabs.followUps} (1)`, exact: true })).toBeVisible();
    expect(followUps()).toEqual(['Perbaikan bertahap']);
    await expect(bringBack).toHaveCount(0);
    await expect.poll(() => storedWords(desk)).toEqual([]);
  });

  await test.step('deleted from the form that was changed', async () => {
    await open();
    await expect(words).toHaveValue('Perbaikan bertahap');
    await words.fill('Perbaikan bertahap 2027');
    await dialog.getByRole('button', { name: idDesk.followUps.delete, exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(desk.getByText(idDesk.followUps.deleted)).toBeVisible();
    await expect(bringBack).toHaveCount(0);
    await desk.keyboard.press('Control+z');
    await expect.poll(() => double.asked.map(({ type }) => type)).toContain('history.undo');
    await expect.poll(followUps).toEqual(['Perbaikan bertahap']);
    await expect(dialog).toHaveCount(0);
  });

  await test.step('announced with a space at its end', async () => {
    await desk.keyboard.press('Control+7');
    const text = dialog.getByRole('textbox', { name: WORDS.id.domain.announcement, exact: true });
    await text.fill('Mohon tenang ');
    await text.press('Enter');
    await expect.poll(() => double.view().meeting?.screen.announcement).toBe('Mohon tenang');
    await expect(dialog.getByRole('button', { name: idDesk.projector.unannounce })).toBeVisible();
    await desk.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect.poll(() => storedWords(desk)).toEqual([]);
    await expect(bringBack).toHaveCount(0);
  });

  await test.step('typed as the next announcement, while another line takes its place, or none', async () => {
    await desk.keyboard.press('Control+7');
    const text = dialog.getByRole('textbox', { name: WORDS.id.domain.announcement, exact: true });
    const shown = () => double.view().meeting?.screen.announcement;
    const ready = dialog.getByRole('button', { name: idDesk.projector.getReady.split('{{')[0] ?? '' });
    await text.fill('Makan siang di aula');
    await dialog.getByRole('button', { name: idDesk.projector.unannounce }).click();
    await expect.poll(shown).toBe('');
    await expect(text).toHaveValue('Makan siang di aula');
    await ready.click();
    await expect.poll(shown).toMatch(/Kecamatan Satui|Dinas Kesehatan/);
    await expect(text).toHaveValue('Makan siang di aula');
    await text.press('Enter');
    await expect.poll(() => storedWords(desk)).toEqual([]);
    expect(shown()).toBe('Makan siang di aula');
    // What is announced has been said, and goes.
    await dialog.getByRole('button', { name: idDesk.projector.unannounce }).click();
    await expect(text).toHaveValue('');
    await desk.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect.poll(() => storedWords(desk)).toEqual([]);
  });

  await test.step('about an item that was removed since', async () => {
    await desk.getByRole('row', { name: /^Kec. Satui/ }).click();
    await desk.locator('.d-presenter').first().click();
    await dialog.getByRole('textbox', { name: idDesk.item.presenterName, exact: true }).fill('Ir. Sari');
    await left();
    await expect(bringBack).toBeVisible();
    const item = Object.values(double.view().meeting?.agenda.items ?? {}).find(({ agencyId }) => agencyId === 'satui');
    await double.send({ type: 'agenda.remove', itemId: item?.id ?? '' });
    await expect(desk.getByRole('row', { name: /^Kec. Satui/ })).toHaveCount(0);
    await bringBack.click();
    await expect(dialog.getByRole('heading', { name: idDesk.exports.copyTitle })).toBeVisible();
    await expect(dialog.getByRole('textbox')).toHaveValue(/^Ir\. Sari/);
    expect(await storedWords(desk)).toEqual([]);
  });
});

test('a break that is refused leaves its form open as it was filled in', async ({ openDesk }) => {
  const { desk, double } = await openDesk(meetingInATurn());
  const dialog = desk.getByRole('dialog');
  const length = dialog.getByRole('textbox', { name: idDesk.addItem.planned, exact: true });
  await desk.getByRole('button', { name: idDesk.agenda.change }).click();
  await desk.getByRole('menuitem', { name: idDesk.pacing.break.other }).click();
  await length.fill('25');
  // Another desk was quicker.
  await double.send({ type: 'turn.break', planned: minutes(10) });
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(WORDS.id.errors.turnRunning)).toBeVisible();
  await expect(length).toHaveValue(/^25/);
  await double.send({ type: 'turn.finish', callNext: false });
  await dialog.getByRole('button', { name: idDesk.pacing.break.begin }).click();
  await expect(dialog).toHaveCount(0);
  const { meeting } = double.view();
  expect(meeting?.agenda.items[meeting.current ?? '']).toMatchObject({ kind: 'break', planned: minutes(25) });
  await expect.poll(() => storedWords(desk)).toEqual([]);
});

test('what cannot be saved before it is corrected is there after a reload, and is saved then', async ({
  page,
  openDesk,
}) => {
  const prepared = allPrepared(page);
  const { desk, double } = await openDesk(meetingInATurn());
  const box = (name: string) => desk.getByRole('textbox', { name, exact: true });
  const problems = box(WORDS.id.fields.sheet.problems);
  const saved = () => {
    const { meeting } = double.view();
    return meeting?.agenda.items[meeting.current ?? '']?.sheet?.problems;
  };
  // Only then the window itself knows that main would not take it, and does not send it.
  await prepared;
  const long = 'Jalan rusak. '.repeat(1_600);
  await problems.fill(long);
  await desk.reload();
  await expect(problems).toHaveValue(long);
  await problems.fill('Jalan rusak.');
  await expect.poll(saved).toBe('Jalan rusak.');
  await expect.poll(() => storedWords(desk)).toEqual([]);

  // A list of the settings waits as a whole until each row of it has a name.
  const head = box(idDesk.agencies.headOf.replace('{{n}}', '1'));
  const lastName = box(idDesk.agencies.nameOf.replace('{{n}}', '4'));
  const heads = (): string[] => double.view().settings.agencies.map((agency) => agency.head);
  await openSettings('agencies')(desk);
  await desk.getByRole('button', { name: idDesk.agencies.add.replace('{{term}}', 'SKPD') }).click();
  await head.fill('Pelaksana Tugas Kepala Dinas');
  await desk.reload();
  await openSettings('agencies')(desk);
  await expect(head).toHaveValue('Pelaksana Tugas Kepala Dinas');
  await expect(lastName).toHaveValue('');
  expect(heads()).not.toContain('Pelaksana Tugas Kepala Dinas');
  await lastName.fill('Dinas Sosial');
  await expect.poll(heads).toContain('Pelaksana Tugas Kepala Dinas');
  await expect.poll(() => storedWords(desk)).toEqual([]);
});
