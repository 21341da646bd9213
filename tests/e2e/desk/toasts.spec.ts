import { roomInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import { WORDS } from '../../support/locale-words.ts';

const { desk: words } = WORDS.id;

test('no message covers the buttons of a dialog that comes in front of it', async ({ openDesk }) => {
  const { desk } = await openDesk(roomInATurn().meeting());
  await desk.setViewportSize({ width: 1024, height: 768 });
  await desk.locator('[data-note-id]').first().focus();
  await desk.keyboard.press('Delete');
  await desk.keyboard.press('Delete');
  await desk.keyboard.press('F7');
  const messages = desk.getByRole('region', { name: words.toast.region }).getByRole('listitem');
  await expect(messages).toHaveCount(2);
  await desk.keyboard.press('Control+e');
  const buttons = desk.getByRole('dialog').locator('footer button');
  await expect(buttons.last()).toBeVisible();
  expect(await messages.count()).toBe(2);
  expect(
    await buttons.evaluateAll((all) =>
      all.flatMap((button) => {
        const { left, width, top, height } = button.getBoundingClientRect();
        const points = [0.05, 0.5, 0.95].map((part) =>
          document.elementFromPoint(left + width * part, top + height / 2),
        );
        return points.every((found) => found !== null && button.contains(found)) ? [] : [button.textContent];
      }),
    ),
  ).toEqual([]);
});
