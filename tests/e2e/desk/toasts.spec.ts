import type { Reply } from '#core/protocol/messages.ts';
import type { MovingPreview } from '#core/protocol/moving-requests.ts';
import type { RefusalCode } from '#core/refusals/refusals.ts';
import { instant } from '#core/time/units.ts';
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

test('what was refused, or is in the way, is told at the desk when its place has been left', async ({ openDesk }) => {
  type Given = Reply<never>;
  const waiting: ((given: Given) => void)[] = [];
  const late = (): Promise<Given> => new Promise((resolve) => waiting.push(resolve));
  const { desk, double } = await openDesk(null, {
    answers: {
      'emblem.set': late,
      'emblem.clear': late,
      'backup.import': late,
      'moving.pack': late,
      'settings.export': late,
      'document.cancel': () => ({ ok: true, value: null }),
    },
  });
  const refused = (code: RefusalCode, params: Record<string, string> = {}): Given => ({
    ok: false,
    refusal: { code, params },
  });
  const alert = desk.getByRole('region', { name: words.toast.region }).getByRole('alert');
  /** Answers once the place is left; the message is all that is left of it. */
  const tellLate = async (given: Given, text: string | RegExp): Promise<void> => {
    waiting.shift()?.(given);
    const told = alert.filter({ hasText: text });
    await expect(told).toBeVisible();
    await desk.getByRole('listitem').filter({ hasText: text }).getByRole('button', { name: words.dismiss }).click();
    await expect(told).toHaveCount(0);
  };
  const asked = (): Promise<void> => expect.poll(() => waiting.length).toBe(1);
  const openSection = async (name: string): Promise<void> => {
    await desk.getByRole('button', { name: words.settings.title }).click();
    await desk.getByRole('tab', { name }).click();
  };
  const back = (): Promise<void> => desk.getByRole('button', { name: WORDS.id.kit.back }).click();
  const { letterhead, leaders, data, general } = { ...words.settings.section, leaders: WORDS.id.fields.leaders };

  await openSection(letterhead);
  const emblem = (buffer: string) => ({ name: 'lambang.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(buffer) });
  const file = desk.locator('.emblem input[type=file]');
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>';
  await file.setInputFiles(emblem(svg));
  await asked();
  await desk.getByRole('tab', { name: general }).click();
  await tellLate(refused('diskFull'), WORDS.id.errors.diskFull);
  // Somewhere else it was told already.
  await desk.getByRole('tab', { name: letterhead }).click();
  await expect(desk.locator('.emblem')).not.toContainText(words.emblem.working);
  // While it is there, it says so itself.
  await file.setInputFiles(emblem(svg));
  await asked();
  waiting.shift()?.(refused('diskFull'));
  await expect(desk.locator('.emblem')).toContainText(WORDS.id.errors.diskFull);
  await expect(alert).toHaveCount(0);
  double.change((view) => {
    view.settings = { ...view.settings, emblem: { id: 'a', width: 40, height: 40 } };
  });
  await desk.getByRole('button', { name: words.emblem.remove }).click();
  await asked();
  await back();
  await tellLate(refused('diskFull'), WORDS.id.errors.diskFull);

  await openSection(data);
  const copy = { name: 'cadangan.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
  await desk.locator('input[accept^=".json"]').setInputFiles(copy);
  await asked();
  await back();
  await tellLate(refused('backupUnreadable', { path: '' }), 'cadangan.json');

  await openSection(leaders);
  await desk.getByRole('button', { name: words.leaderList.export }).click();
  await desk.getByRole('menuitem', { name: words.exports.formats.csv }).click();
  await asked();
  await back();
  waiting.shift()?.(refused('exportExists', { path: '/pimpinan.csv' }));
  await expect(alert.filter({ hasText: '/pimpinan.csv' })).toBeVisible();
  await desk.getByRole('button', { name: words.exports.replace }).click();
  await asked();
  expect(double.asked.at(-1)).toMatchObject({ type: 'settings.export', payload: { overwrite: true } });
  await tellLate(refused('exportBusy', { path: '/pimpinan.csv' }), '/pimpinan.csv');

  await openSection(data);
  const pack = async (): Promise<void> => {
    await desk.getByRole('button', { name: words.moving.pack.title }).click();
    await desk.getByRole('button', { name: words.moving.pack.run }).click();
    await asked();
    // It may be too late to stop it.
    await desk.keyboard.press('Escape');
    await expect(desk.getByRole('dialog')).toHaveCount(0);
  };
  await pack();
  waiting.shift()?.(refused('movingCancelled'));
  await pack();
  await tellLate(refused('exportFull', { folder: '/media' }), '/media');
  // Whoever closed the dialog has cancelled it, and need not be told.
  await expect(alert.filter({ hasText: WORDS.id.errors.movingCancelled })).toHaveCount(0);
  await pack();
  waiting.shift()?.(refused('exportExists', { path: '/semua.ekspose' }));
  await expect(alert.filter({ hasText: '/semua.ekspose' })).toBeVisible();
  await desk.getByRole('button', { name: words.exports.replace }).click();
  await asked();
  waiting.shift()?.({ ok: true, value: { path: '/semua.ekspose', left: ['Rakor Rusak'] } } as never);
  await expect(desk.getByText(words.moving.pack.done.replace('{{path}}', '/semua.ekspose'))).toBeVisible();
  await expect(alert.filter({ hasText: 'Rakor Rusak' })).toBeVisible();
});

test('what became of an archive is told at the desk when its dialog has gone with the meeting', async ({
  openDesk,
}) => {
  const waiting: ((given: Reply<never>) => void)[] = [];
  const preview: MovingPreview = {
    madeAt: instant(0),
    contents: 'public',
    meetings: [],
    register: true,
    settings: false,
    emblems: 0,
    slides: 0,
    others: 0,
  };
  const { desk, double } = await openDesk(null, {
    answers: {
      'moving.receive': () => ({ ok: true, value: { copy: 'a' } }),
      'moving.look': () => ({ ok: true, value: preview }),
      'moving.take': () => new Promise((resolve) => waiting.push(resolve)),
      'moving.forget': () => ({ ok: true, value: null }),
    },
  });
  const dialog = desk.getByRole('dialog', { name: words.moving.takeTitle });
  const take = async (): Promise<void> => {
    double.change((view) => {
      view.meeting = roomInATurn().meeting();
    });
    await desk.getByRole('button', { name: words.menu.title, exact: true }).click();
    await desk.getByRole('menuitem', { name: words.settings.title }).click();
    await desk.getByRole('tab', { name: words.settings.section.data }).click();
    const file = { name: 'semua.ekspose', mimeType: 'application/octet-stream', buffer: Buffer.from('x') };
    await desk.locator('input[accept=".ekspose"]').setInputFiles(file);
    await dialog.getByRole('button', { name: words.moving.take.run }).click();
    await expect.poll(() => waiting.length).toBe(1);
    double.change((view) => {
      view.meeting = null;
    });
    await expect(dialog).toHaveCount(0);
  };
  await take();
  waiting.shift()?.({ ok: false, refusal: { code: 'diskFull', params: {} } });
  const messages = desk.getByRole('region', { name: words.toast.region });
  await expect(messages).toContainText(WORDS.id.errors.diskFull);
  await desk.getByRole('button', { name: WORDS.id.kit.back }).click();
  await take();
  waiting.shift()?.({ ok: true, value: preview as never });
  await expect(messages).toContainText(words.moving.take.done);
});
