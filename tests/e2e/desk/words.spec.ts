import type { Page } from '@playwright/test';
import type { Meeting } from '#core/model/meeting.ts';
import { IS_LONG } from '../../support/depth.ts';
import { meetingInATurn } from '../../support/desk-meetings.ts';
import { expect, type OpenedDesk, test } from '../../support/desk-page.ts';
import { WORDS } from '../../support/locale-words.ts';
import { PLACES, type Place } from './desk-places.ts';
import { type Field, fieldsOf, lostIn, typeInAll } from './typed-words.ts';

const idDesk = WORDS.id.desk;
const idKit = WORDS.id.kit;

/** Words that are not back by then are lost. */
const PATIENCE = 20_000;

const dialogs = (desk: Page) => desk.locator('[role="dialog"], [role="alertdialog"]');

/** Answers "no" to the question whether to discard what was typed. One key restores what was closed without a question. */
async function comeBack(desk: Page, isLost: () => Promise<boolean>): Promise<void> {
  const keep = desk.getByRole('button', { name: idKit.keepEditing });
  const back = desk.getByRole('button', { name: WORDS.id.domain.bringBack });
  if (await keep.isVisible()) await keep.click();
  else if ((await isLost()) && (await back.isVisible()))
    await desk.keyboard.press((await dialogs(desk).count()) > 0 ? 'Control+z' : 'Alt+z');
}

/** Fails with the fields whose words are neither there, nor asked about, nor brought back by a key. */
async function expectWords(desk: Page, place: Place, typed: readonly Field[], way: string): Promise<void> {
  const lost = async (): Promise<Field[]> => lostIn(typed, await fieldsOf(desk));
  await comeBack(desk, async () => (await lost()).length > 0);
  // What is saved as it is typed is there when the place is opened again.
  if ((await lost()).length > 0 && (await dialogs(desk).count()) === 0) await place.open(desk);
  await expect.poll(lost, { message: `after ${way}`, timeout: PATIENCE }).toEqual([]);
}

/** Undo in one box takes back what was typed there, to its beginning and no further. */
async function undoStays(desk: Page, index: number, typed: readonly Field[]): Promise<void> {
  const box = desk.locator(`[data-field="${index}"]`);
  await box.press('End');
  await desk.keyboard.type('x');
  for (let n = 0; n < 4; n += 1) await desk.keyboard.press('Control+z');
  const others = (fields: readonly Field[]): Field[] => fields.filter((_field, n) => n !== index);
  expect(lostIn(others(typed), others(await fieldsOf(desk))), 'undo went on into another box').toEqual([]);
  await box.fill(typed[index]?.value ?? '');
}

/**
 * Where every way of leaving is tried. The night tries them everywhere; before a commit on the screens, and in a dialog of each
 * way in which words are stored. Everywhere else it is Escape, a click beside and a reload: the cross, another desk and the undo
 * of a box are the same for all of them.
 */
const isTriedWhole = ({ name }: Place): boolean =>
  IS_LONG || /^the (tab|editor)/.test(name) || /(item|followUp|wording|details|settings, leaders)$/.test(name);

/** Another desk takes over and gives back: everything on this one begins anew. */
async function takeOver({ desk, double }: OpenedDesk, place: Place, typed: readonly Field[]): Promise<void> {
  const seatOf = (seat: string | null): void =>
    double.change((view) => {
      view.seat = seat;
    });
  seatOf('another desk');
  await expect(desk.getByText(idDesk.secondDesk.title)).toBeAttached();
  seatOf(null);
  await expect(desk.getByText(idDesk.secondDesk.title)).not.toBeAttached();
  await expectWords(desk, place, typed, 'another desk');
}

async function walk({ desk, double }: OpenedDesk, place: Place): Promise<void> {
  await place.open(desk);
  const before = await fieldsOf(desk);
  if (before.length === 0) return;
  await typeInAll(desk, before);
  await desk.locator(`[data-field="${before.length - 1}"]`).blur();
  // A list adds fields while it is read; those were not typed in.
  const typed = (await fieldsOf(desk)).slice(0, before.length);

  const words = typed.findIndex(({ value }) => value.startsWith('Kata uji'));
  const index = Math.max(0, words);
  if (isTriedWhole(place)) await undoStays(desk, index, typed);
  await desk.locator(`[data-field="${index}"]`).press('End');
  if (words !== -1) await desk.keyboard.type('7');
  const open = typed.map((field, n) => (n === words ? { ...field, value: `${field.value}7` } : field));
  await desk.keyboard.press('Escape');
  await expectWords(desk, place, open, 'Escape in the middle of a word');
  if (isTriedWhole(place)) {
    const cross = dialogs(desk).last().getByRole('button', { name: idKit.close, exact: true });
    if (await cross.isVisible()) {
      await cross.click();
      await expectWords(desk, place, open, 'the cross');
    }
  }
  await desk.mouse.click(4, 400);
  await expectWords(desk, place, open, 'a click beside');
  if (isTriedWhole(place)) await takeOver({ desk, double }, place, open);
  await desk.reload();
  await expect(desk.locator('#root > *').first()).toBeVisible();
  // The start screen's form comes after the screen.
  await expect(desk.locator('[aria-busy="true"]')).toHaveCount(0);
  await expectWords(desk, place, open, 'a reload');
}

/**
 * Puts the desk on a meeting of its own, as it is when nothing was typed yet. What an earlier place has left open for good
 * (the settings, the editor of a note) goes by loading the page, which costs as much as the rest of a walk.
 */
async function startAnew({ desk, double }: OpenedDesk, { needs }: Place, id: string): Promise<void> {
  const put = (meeting: Meeting | null): void =>
    double.change((view) => {
      view.meeting = meeting;
    });
  put(null);
  await desk.evaluate(() => sessionStorage.clear());
  if (needs === 'meeting') put({ ...meetingInATurn(), id: id as Meeting['id'] });
  const isHome = (): Promise<boolean> =>
    desk.evaluate((open) => {
      const left = '[role="dialog"], [role="alertdialog"], [data-note-id] textarea';
      return document.querySelector(left) === null && document.querySelector(open ? '.d-shell' : '.d-start') !== null;
    }, needs === 'meeting');
  if (await isHome()) return;
  await desk.reload();
  await expect.poll(isHome).toBe(true);
}

/** Several tests, so that they are shared out; several places a page, since opening one costs as much as a walk. */
const PAGES = 4;

for (const page of Array.from({ length: PAGES }, (_, n) => n)) {
  test(`words typed anywhere are there, or asked about, or a key away, in whatever way they are left (${page + 1})`, async ({
    openDesk,
  }) => {
    test.setTimeout(600_000);
    const opened = await openDesk(meetingInATurn());
    opened.desk.setDefaultTimeout(3 * PATIENCE);
    const failed: string[] = [];
    for (const place of PLACES.filter((_place, index) => index % PAGES === page)) {
      await test.step(place.name, async () => {
        await startAnew(opened, place, `m-${place.name}`);
        // One place that loses words must not hide the others.
        await walk(opened, place).catch((error: unknown) => failed.push(`${place.name}: ${String(error)}`));
      });
    }
    expect(failed).toEqual([]);
  });
}
