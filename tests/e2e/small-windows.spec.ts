import type { Page } from '@playwright/test';
import { deskFaults } from '../support/desk-probe.ts';
import { picture } from '../support/pictures.ts';
import { sendRaw } from './support/raw.ts';
import { expect, test } from './support/test.ts';

/** A laptop's 1366×768 plain and at 150%, 200% and 400% zoom, and the narrowest projector's size. */
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
  { width: 911, height: 512 },
  { width: 683, height: 384 },
  { width: 342, height: 192 },
] as const;

async function look(desk: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await desk.setViewportSize(size);
    expect.soft(await deskFaults(desk), `${name} at ${size.width}`).toEqual([]);
    await picture(desk, `desk/small/${size.width}-${name}.png`);
  }
  await desk.setViewportSize(SIZES[0]);
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
});
