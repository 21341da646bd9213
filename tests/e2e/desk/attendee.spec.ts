import { roomInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import { WORDS } from '../../support/locale-words.ts';

const { desk: words } = WORDS.id;

test('whoever comes for no agency any more stands in for nobody', async ({ openDesk }) => {
  const room = roomInATurn();
  const { order, items } = room.meeting().attendance;
  const attendeeId = order.find((id) => items[id]?.agencyId != null) ?? '';
  const name = 'Budi Santoso';
  room.send({ type: 'attendance.edit', attendeeId, fields: { name, acting: 'plt', representing: true } });
  const { desk, double } = await openDesk(room.meeting());
  await desk.getByRole('tab', { name: words.tabs.attendance }).click();
  await desk.getByRole('button', { name: words.attendance.edit.replace('{{name}}', name) }).click();
  const dialog = desk.getByRole('dialog', { name: words.attendance.editTitle });
  await expect(dialog.getByRole('checkbox', { name: words.item.representing })).toBeChecked();
  await dialog.getByRole('combobox').fill('');
  await expect(dialog.getByRole('checkbox')).toHaveCount(0);
  await desk.keyboard.press('ControlOrMeta+Enter');
  await expect(dialog).toBeHidden();
  expect(double.view().meeting?.attendance.items[attendeeId]).toMatchObject({
    name,
    agencyId: null,
    acting: 'none',
    representing: false,
  });
});
