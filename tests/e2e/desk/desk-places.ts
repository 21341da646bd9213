import type { Page } from '@playwright/test';
import { SECTIONS } from '#renderer/desk/kernel/settings-section.ts';
import { type DeskDialog, TURN_TABS, type TurnTab } from '#renderer/desk/kernel/ui-store.ts';
import { WORDS } from '../../support/locale-words.ts';

const idDesk = WORDS.id.desk;

/** A part of the desk in which something can be typed, and the way to it from the meeting's screen. */
export interface Place {
  readonly name: string;
  readonly needs: 'meeting' | 'nothing open';
  open(desk: Page): Promise<void>;
}

const menu = async (desk: Page, entry: string): Promise<void> => {
  await desk.getByRole('button', { name: idDesk.menu.title, exact: true }).click();
  await desk.getByRole('menuitem', { name: entry }).click();
};
export const tab = async (desk: Page, id: TurnTab): Promise<void> =>
  desk.getByRole('tab', { name: new RegExp(`^${idDesk.tabs[id]}( \\(\\d+\\))?$`) }).click();
const agendaMenu = async (desk: Page, entry: RegExp): Promise<void> => {
  await desk.getByRole('button', { name: idDesk.agenda.change }).click();
  await desk.getByRole('menuitem', { name: entry }).click();
};
const noteMenu = async (desk: Page, entry: string): Promise<void> => {
  const note = desk.locator('[data-note-id]').first();
  await note.hover();
  await note.getByRole('button', { name: idDesk.notes.actions, exact: true }).click();
  await desk.getByRole('menuitem', { name: entry }).click();
};

/** The way to every dialog; one that is added to the desk must be added here. `null`: nothing is typed in it. */
const DIALOGS: Record<DeskDialog['kind'], ((desk: Page) => Promise<void>) | null> = {
  item: (desk) => desk.locator('.d-presenter').first().click(),
  addItem: async (desk) => {
    await agendaMenu(desk, /^Tambah acara/);
    await desk.getByText(`${'SKPD'} baru`, { exact: true }).click();
  },
  pasteAgencies: (desk) => agendaMenu(desk, /^Tempel daftar/),
  pasteRundown: (desk) => agendaMenu(desk, new RegExp(`^${idDesk.rundown.title}`)),
  followUp: async (desk) => {
    await desk.locator('[data-note-id]').first().focus();
    await desk.keyboard.press('Alt+j');
  },
  attendee: async (desk) => {
    await tab(desk, 'attendance');
    await desk.getByRole('button', { name: idDesk.attendance.add, exact: true }).click();
  },
  moveNote: (desk) => noteMenu(desk, idDesk.notes.move),
  concerns: (desk) => noteMenu(desk, idDesk.concerns.title),
  minutes: (desk) => desk.keyboard.press('Control+e'),
  wording: (desk) => desk.keyboard.press('Alt+w'),
  details: (desk) => menu(desk, idDesk.details.dialogTitle),
  arrangeProjector: (desk) => desk.keyboard.press('Control+7'),
  refit: (desk) => desk.keyboard.press('F3'),
  breakNow: (desk) => agendaMenu(desk, new RegExp(`^${idDesk.pacing.break.other}`)),
  search: (desk) => desk.keyboard.press('Control+k'),
  swap: async (desk) => {
    const satui = desk.getByRole('row', { name: /^Kec. Satui/ });
    await satui.hover();
    await satui.getByRole('button', { name: /^Tindakan untuk/ }).click();
    await desk.getByRole('menuitem', { name: idDesk.pacing.swap.entry }).click();
  },
  continueMeeting: (desk) => menu(desk, idDesk.series.menu),
  slides: null,
  slidePages: null,
  agencyPage: null,
  // What is typed there is tried in agency-directory.spec.ts: it needs an archive.
  agencyDirectory: null,
  packAll: null,
  takeIn: null,
  otherDay: null,
  dayChart: null,
  conclude: null,
  closeMeeting: null,
  copy: null,
  restore: null,
  help: null,
};

export const openSettings =
  (id: (typeof SECTIONS)[number]) =>
  async (desk: Page): Promise<void> => {
    await menu(desk, idDesk.settings.title);
    await desk.getByRole('tab', { name: idDesk.settings.section[id] }).click();
  };

/** A dialog's code may be on its way yet: until it is up, what is behind it would be taken for it. */
const untilUp =
  (open: Place['open']): Place['open'] =>
  async (desk) => {
    await open(desk);
    await desk.locator('[role="dialog"], [role="alertdialog"]').first().waitFor();
  };

/** Every place of the desk with something to type in. */
export const PLACES: readonly Place[] = [
  {
    name: 'the start screen',
    needs: 'nothing open',
    // Its form comes after the screen.
    open: (desk) => desk.getByRole('textbox', { name: idDesk.details.title, exact: true }).waitFor(),
  },
  {
    name: 'a list pasted on the start screen',
    needs: 'nothing open',
    open: (desk) => desk.getByRole('button', { name: idDesk.start.paste }).click(),
  },
  ...TURN_TABS.map((id): Place => ({ name: `the tab ${id}`, needs: 'meeting', open: (desk) => tab(desk, id) })),
  {
    name: 'the editor of a note',
    needs: 'meeting',
    open: async (desk) => {
      await desk.locator('[data-note-id]').first().focus();
      await desk.keyboard.press('Enter');
    },
  },
  ...Object.entries(DIALOGS).flatMap(([kind, open]): Place[] =>
    open === null ? [] : [{ name: `the dialog ${kind}`, needs: 'meeting', open: untilUp(open) }],
  ),
  {
    name: 'another item in the dialog addItem',
    needs: 'meeting',
    open: async (desk) => {
      await agendaMenu(desk, /^Tambah acara/);
      await desk.getByText(idDesk.addItem.other, { exact: true }).click();
    },
  },
  ...SECTIONS.map((id): Place => ({ name: `the settings, ${id}`, needs: 'meeting', open: openSettings(id) })),
  {
    name: 'a list pasted in the settings',
    needs: 'meeting',
    open: async (desk) => {
      await openSettings('agencies')(desk);
      // It is there by itself when something was half pasted.
      if (await desk.getByRole('dialog').isVisible()) return;
      await desk.getByRole('button', { name: idDesk.agencies.replace, exact: true }).click();
    },
  },
  {
    name: 'a list of leaders pasted in the settings',
    needs: 'meeting',
    open: async (desk) => {
      await openSettings('leaders')(desk);
      // It is there by itself when something was half pasted.
      if (await desk.getByRole('dialog').isVisible()) return;
      await desk.getByRole('button', { name: idDesk.leaderList.open, exact: true }).click();
    },
  },
];
