import type { Reply } from '#core/protocol/messages.ts';
import { roomInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import { WORDS } from '../../support/locale-words.ts';

const { desk: words, kit } = WORDS.id;

test('a question about a file that goes away with its place says that the file was not saved; an answered one does not', async ({
  openDesk,
}) => {
  const exists = (): Reply<never> => ({ ok: false, refusal: { code: 'exportExists', params: { path: '/a.pdf' } } });
  const { desk, double } = await openDesk(roomInATurn().meeting(), {
    answers: { 'document.export': exists, 'moving.pack': exists },
  });
  const question = desk.getByRole('alertdialog', { name: words.exports.replaceTitle });
  const told = desk
    .getByRole('region', { name: words.toast.region })
    .getByRole('listitem')
    .filter({ hasText: words.exports.cancelled });
  let opened = 0;
  const another = (): void => {
    opened += 1;
    double.change((view) => {
      view.meeting = { ...roomInATurn().meeting(), id: `m${opened}`, title: `Rakor ${opened}` };
    });
  };
  const isTold = async (): Promise<void> => {
    await expect(question).toHaveCount(0);
    await told.getByRole('button', { name: words.dismiss }).click();
    await expect(told).toHaveCount(0);
  };

  // Found from the dialog, and by the key that exports again.
  for (const [open, save] of [
    ['Control+e', 'Control+e'],
    ['Control+Shift+e', null],
  ] as const) {
    await desk.keyboard.press(open);
    if (save !== null) {
      await expect(desk.getByRole('dialog', { name: words.exports.title })).toBeVisible();
      await desk.keyboard.press(save);
    }
    await expect(question).toBeVisible();
    another();
    await isTold();
  }

  await desk.keyboard.press('Control+Shift+e');
  await question.getByRole('button', { name: kit.cancel }).click();
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('dialog')).toHaveCount(0);
  await expect(told).toHaveCount(0);

  await desk.getByRole('button', { name: words.menu.title, exact: true }).click();
  await desk.getByRole('menuitem', { name: words.settings.title }).click();
  await desk.getByRole('tab', { name: words.settings.section.data }).click();
  await desk.getByRole('button', { name: words.moving.pack.title }).click();
  await desk.getByRole('button', { name: words.moving.pack.run }).click();
  await expect(question).toBeVisible();
  another();
  await isTold();
});
