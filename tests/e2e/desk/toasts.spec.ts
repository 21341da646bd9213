import type { Reply } from '#core/protocol/messages.ts';
import { roomInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import { WORDS } from '../../support/locale-words.ts';
import { settled } from '../support/settled.ts';

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

test('how an export ended is said at the desk when its dialog has been closed', async ({ openDesk }) => {
  const answers: ((reply: Reply<{ path: string | null }>) => void)[] = [];
  const { desk, double } = await openDesk(roomInATurn().meeting(), {
    answers: { 'document.export': () => new Promise((resolve) => answers.push(resolve)) },
  });
  const path = '/home/operator/notula.pdf';
  const dialog = desk.getByRole('dialog', { name: words.exports.title });
  /** Saves from the dialog, and goes on with the meeting before it is written. */
  const saveAndLeave = async (): Promise<void> => {
    await desk.keyboard.press('Control+e');
    await expect(dialog).toBeVisible();
    await desk.keyboard.press('Control+e');
    await expect.poll(() => answers.length).toBe(1);
    await desk.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  };
  const answer = (reply: Reply<{ path: string | null }>): void => answers.pop()?.(reply);
  await saveAndLeave();
  answer({ ok: false, refusal: { code: 'exportBusy', params: { path } } });
  await expect(desk.getByRole('alert')).toContainText(path);

  await saveAndLeave();
  // A form that is open by then stays; the question comes after it.
  await desk.keyboard.press('F1');
  const help = desk.getByRole('dialog', { name: words.help.title });
  await expect(help).toBeVisible();
  answer({ ok: false, refusal: { code: 'exportExists', params: { path } } });
  await settled(desk);
  await expect(help).toBeVisible();
  await desk.keyboard.press('Escape');
  const question = desk.getByRole('alertdialog', { name: words.exports.replaceTitle });
  await expect(question).toContainText(path);
  await question.getByRole('button', { name: words.exports.replace }).click();
  await expect.poll(() => double.asked.at(-1)).toMatchObject({ type: 'document.export', payload: { overwrite: true } });

  // Its paper is none of the meeting that is open by the time it is written.
  await desk.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  const next = { ...roomInATurn().meeting(), id: 'next', title: 'Rakor berikutnya' };
  double.change((view) => {
    view.meeting = next;
  });
  await expect(desk.getByRole('heading', { name: next.title })).toBeVisible();
  answer({ ok: true, value: { path } });
  await expect(desk.getByText(words.exports.saved.replace('{{path}}', path))).toBeVisible();
  await desk.getByRole('button', { name: words.menu.title, exact: true }).click();
  await expect(desk.getByRole('menuitem', { name: words.exports.openLast })).toBeDisabled();
});

test('the files of two exports are asked about one after the other, and neither takes the other’s answer', async ({
  openDesk,
}) => {
  const answers: ((reply: Reply<{ path: string | null }>) => void)[] = [];
  const answer = (): Promise<Reply<{ path: string | null }>> => new Promise((resolve) => answers.push(resolve));
  const { desk, double } = await openDesk(roomInATurn().meeting(), {
    answers: { 'document.export': answer, 'settings.export': answer },
  });
  const exists = (path: string) => ({ ok: false, refusal: { code: 'exportExists', params: { path } } }) as const;
  const question = desk.getByRole('alertdialog', { name: words.exports.replaceTitle });
  const replace = question.getByRole('button', { name: words.exports.replace });
  await desk.keyboard.press('Control+Shift+e');
  await desk.keyboard.press('Control+Shift+e');
  await expect.poll(() => answers.length).toBe(2);
  await desk.keyboard.press('F1');
  const help = desk.getByRole('dialog', { name: words.help.title });
  await expect(help).toBeVisible();
  answers.shift()?.(exists('/satu.pdf'));
  answers.shift()?.(exists('/dua.pdf'));
  await settled(desk);
  await desk.keyboard.press('Escape');
  await expect(question).toContainText('/satu.pdf');
  await replace.click();
  await expect.poll(() => answers.length).toBe(1);
  // The second is asked about while the first is being written.
  await desk.keyboard.press('Escape');
  await expect(question).toContainText('/dua.pdf');
  answers.shift()?.({ ok: true, value: { path: '/satu.pdf' } });
  await expect(desk.getByText(words.exports.saved.replace('{{path}}', '/satu.pdf'))).toBeVisible();
  await expect(question).toContainText('/dua.pdf');
  await question.getByRole('button', { name: WORDS.id.kit.cancel }).click();
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('dialog')).toHaveCount(0);

  // The same where a menu saves the file.
  await desk.getByRole('button', { name: words.menu.title, exact: true }).click();
  await desk.getByRole('menuitem', { name: words.settings.title }).click();
  await desk.getByRole('tab', { name: words.settings.section.leaders }).click();
  for (const format of ['xlsx', 'csv'] as const) {
    await desk.getByRole('button', { name: words.leaderList.export }).click();
    await desk.getByRole('menuitem', { name: words.exports.formats[format] }).click();
  }
  await expect.poll(() => answers.length).toBe(2);
  answers.shift()?.(exists('/tiga.xlsx'));
  answers.shift()?.(exists('/empat.csv'));
  await expect(question).toContainText('/tiga.xlsx');
  await replace.click();
  await expect(question).toContainText('/empat.csv');
  await replace.click();
  await expect
    .poll(() => double.asked.slice(-2).map(({ payload }) => payload))
    .toMatchObject([
      { format: 'xlsx', overwrite: true },
      { format: 'csv', overwrite: true },
    ]);
});
