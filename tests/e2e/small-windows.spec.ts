import type { Page } from '@playwright/test';
import { deskFaults } from '../support/desk-probe.ts';
import { WORDS } from '../support/locale-words.ts';
import { picture } from '../support/pictures.ts';
import { openSettings } from './desk/desk-places.ts';
import { sendRaw } from './support/raw.ts';
import { settled } from './support/settled.ts';
import { expect, test } from './support/test.ts';

const idDesk = WORDS.id.desk;

/** A laptop's 1366×768 plain and at 150%, 200% and 400% zoom, and the narrowest projector's size. */
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
  { width: 911, height: 512 },
  { width: 683, height: 384 },
  { width: 342, height: 192 },
] as const;

/** What reads and writes across rakor, at 200% zoom of a laptop and of the narrowest projector's size. */
const DOUBLED = [
  { width: 683, height: 384 },
  { width: 512, height: 384 },
] as const;

type Size = (typeof SIZES | typeof DOUBLED)[number];

async function look(desk: Page, name: string, sizes: readonly Size[] = SIZES): Promise<void> {
  await settled(desk);
  for (const size of sizes) {
    await desk.setViewportSize(size);
    expect.soft(await deskFaults(desk), `${name} at ${size.width}`).toEqual([]);
    await picture(desk, `desk/small/${size.width}-${name}.png`);
  }
  await desk.setViewportSize(SIZES[0]);
}

/** Looks at a dialog, and leaves it. */
async function lookAtDialog(desk: Page, name: string, open: () => Promise<void>): Promise<void> {
  await open();
  await expect(desk.getByRole('dialog').or(desk.getByRole('alertdialog'))).toBeVisible();
  await look(desk, name, DOUBLED);
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('dialog')).toBeHidden();
}

/** The screens and dialogs about all meetings, from that of a meeting on. */
async function lookAcrossMeetings(desk: Page): Promise<void> {
  const press = (name: string) => desk.getByRole('button', { name, exact: true }).click();
  await lookAtDialog(desk, 'search', async () => {
    await desk.keyboard.press('Control+k');
    await desk.keyboard.type('jalan');
    await expect(desk.locator('[data-found="jalan"]')).toBeVisible();
  });
  await lookAtDialog(desk, 'agency-page', async () => {
    await desk.keyboard.press('Alt+v');
    await expect(desk.locator('.d-agency-facts')).toBeVisible();
  });
  await lookAtDialog(desk, 'continue', async () => {
    await press(idDesk.menu.title);
    await desk.getByRole('menuitem', { name: idDesk.series.menu }).click();
  });
  await desk.keyboard.press('Control+Shift+T');
  await expect(desk.locator('.d-recap-line').first()).toBeVisible();
  await look(desk, 'board', DOUBLED);
  await lookAtDialog(desk, 'directory', async () => {
    await desk.locator('.d-board-head').getByRole('button').first().click();
    await expect(desk.locator('.d-directory')).toBeVisible();
  });
  await desk.keyboard.press('Control+Shift+T');
  await expect(desk.locator('.d-board')).toBeHidden();
  await openSettings('leaders')(desk);
  await lookAtDialog(desk, 'leaders-import', () => press(idDesk.leaderList.open));
  await desk.getByRole('tab', { name: idDesk.settings.section.data }).click();
  await look(desk, 'data', DOUBLED);
  await lookAtDialog(desk, 'moving', () => press(idDesk.moving.packOpen));
  await lookAtDialog(desk, 'register-backups', () => press(idDesk.backup.register.open));
}

test('nothing overprints and all is reachable, down to 400% zoom', async ({ app, host }) => {
  test.skip(host !== 'browser', 'the pages are the same on every host');
  const { desk } = app;
  await expect(desk.getByLabel('Judul rapat')).toBeVisible();
  await look(desk, 'start');
  await desk.getByRole('button', { name: 'Coba rakor contoh' }).click();
  await expect(desk.getByRole('textbox', { name: 'Catatan baru' })).toBeVisible();
  const { view } = (await sendRaw(desk, { kind: 'hello' })) as {
    view: { meeting: { agenda: { order: string[]; items: Record<string, { agencyId: string | null }> } } };
  };
  const { order, items } = view.meeting.agenda;
  const itemId = order.find((id) => items[id]?.agencyId != null) ?? '';
  const presenter = { name: 'Dr. H. Ahmad Fauzi, S.T., M.T.', office: '', acting: 'plt', representing: false } as const;
  for (const command of [
    { type: 'item.edit', itemId, fields: { presenter } },
    { type: 'turn.call', itemId },
    { type: 'turn.start' },
  ] as const)
    await sendRaw(desk, { kind: 'command', command });
  await expect(desk.getByRole('timer').first()).toBeVisible();
  await look(desk, 'meeting');

  for (const [name, keys] of [
    ['room', 'Control+7'],
    ['minutes', 'Control+e'],
    ['adjust', 'F3'],
  ] as const) {
    await desk.keyboard.press(keys);
    await expect(desk.getByRole('dialog')).toBeVisible();
    await look(desk, name);
    await desk.keyboard.press('Escape');
    await expect(desk.getByRole('dialog')).toBeHidden();
  }

  await desk.getByRole('button', { name: 'Rakor', exact: true }).click();
  await desk.getByRole('menuitem', { name: 'Pengaturan' }).click();
  await expect(desk.getByRole('tab').first()).toBeVisible();
  for (const index of [1, 4]) {
    await desk.getByRole('tab').nth(index).click();
    await look(desk, `settings-${index}`);
  }
  await desk.getByRole('button', { name: WORDS.id.kit.back, exact: true }).click();
  await lookAcrossMeetings(desk);
});
