import { instant } from '#core/time/units.ts';
import { roomInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import { deskFaults } from '../../support/desk-probe.ts';
import { WORDS } from '../../support/locale-words.ts';
import { picture } from '../../support/pictures.ts';
import { resize } from '../../support/resize.ts';

for (const locale of ['id', 'en'] as const)
  test(`a foot that has much to say lays nothing over another (${locale})`, async ({ openDesk }) => {
    const room = roomInATurn();
    const { id } = room.item('Dinas Pekerjaan Umum dan Penataan Ruang');
    const { desk, double } = await openDesk(room.meeting(), { locale });
    double.change((view) => {
      view.undo = { type: 'turn.start', author: null, itemId: id };
      view.redo = { type: 'note.delete', author: { kind: 'leader', role: 'stafAhli1' }, itemId: null };
      view.lastBackup = { at: instant(0), path: '/data' };
      view.saved = { ...view.saved, failing: { code: 'saveFailed', reason: 'full' } };
    });
    await expect(desk.locator('.d-saved-failing')).toBeVisible();
    for (const width of [1366, 1181, 1024, 683]) {
      await desk.setViewportSize({ width, height: 768 });
      expect.soft(await deskFaults(desk), `at ${width}`).toEqual([]);
      await picture(desk, `desk/small/foot-${locale}-${width}.png`);
    }
  });

test('whatever must not be missed stands between the head and the columns, also several in a rehearsal', async ({
  openDesk,
}) => {
  const { desk, double } = await openDesk({ ...roomInATurn().meeting(), rehearsalOf: 'rakor' });
  const bars = desk.locator('.d-banners');
  /** From top to bottom, with nothing between: the head, what is told, the columns, the foot. */
  const faults = () =>
    desk.evaluate(() => {
      const told = [...document.querySelectorAll('.d-banners')].map((bar, n) => [`bar ${n + 1}`, bar] as const);
      const around = ['.d-header', '.d-columns', '.d-footer'].map(
        (name) => [name, document.querySelector(name)] as const,
      );
      const [head, ...rest] = around;
      const parts = [head, ...told, ...rest].flatMap((part) => (part === undefined ? [] : [part]));
      const edges = parts.map(([, part]) => part?.getBoundingClientRect());
      return parts.flatMap(([name], n) => {
        const [top, above] = [edges[n]?.top, n === 0 ? 0 : edges[n - 1]?.bottom];
        const ends = n < parts.length - 1 || edges[n]?.bottom === innerHeight;
        return top === above && ends ? [] : [`${name} from ${top} to ${edges[n]?.bottom}, after ${above}`];
      });
    });
  const look = async (state: string): Promise<void> => {
    for (const width of [1024, 1366]) {
      await resize(desk, { width, height: 768 });
      expect.soft(await faults(), `${state} at ${width}`).toEqual([]);
      await picture(desk, `desk/states/bars-${state}-${width}.png`);
    }
  };
  await expect(bars).toHaveCount(1);
  await look('rehearsal');
  double.change((view) => {
    view.saved = { ...view.saved, failing: { code: 'saveFailed', reason: 'full' } };
    view.host = { ...view.host, placing: { lost: true, byHand: true } as typeof view.host.placing };
  });
  await expect(bars).toHaveCount(2);
  await look('failing');
  double.change((view) => {
    if (view.meeting !== null) view.meeting = { ...view.meeting, rehearsalOf: null };
  });
  await expect(bars).toHaveCount(1);
  await look('failing-in-earnest');
  double.change((view) => {
    view.notices = [{ id: 'a', code: 'notStopped', params: { folder: '/home/bupati/Documents/Ekspose' } }];
  });
  await expect(bars).toContainText('/home/bupati/Documents/Ekspose');
  await look('not-stopped');
  await bars.getByRole('button', { name: WORDS.id.desk.notice.leave }).click();
  await expect.poll(() => double.asked).toContainEqual({ type: 'application.leave', payload: {} });
});

test('what was asked for in one notice stays with it: dismissing it shows nothing of another', async ({ openDesk }) => {
  const { desk, double } = await openDesk(roomInATurn().meeting());
  const { notice, dismiss } = WORDS.id.desk;
  double.change((view) => {
    view.notices = ['satu', 'dua'].map((words) => ({
      id: words,
      code: 'changesUnreadable',
      params: { count: 1, path: `/data/${words}`, words },
    }));
  });
  const notices = desk.locator('.d-banners .k-notice');
  await notices.first().getByRole('button', { name: notice.lostWordsShow }).click();
  await expect(notices.getByRole('textbox')).toHaveValue('satu');
  await notices.first().getByRole('button', { name: dismiss }).click();
  await expect(notices).toHaveCount(1);
  await expect(notices).toContainText('/data/dua');
  await expect(notices.getByRole('textbox')).toBeHidden();
});

test('whether it is saved is said in one place and takes as much of it: each letter changes the word', async ({
  openDesk,
}) => {
  const { desk, double } = await openDesk(roomInATurn().meeting());
  const { saved: words } = WORDS.id.desk;
  const place = desk.locator('.d-saved');
  const width = () => place.evaluate((element) => element.getBoundingClientRect().width);
  await expect(place.getByText(words.all)).toBeVisible();
  await expect(place.getByText(words.saving)).toBeHidden();
  const before = await width();
  double.change((view) => {
    view.saved = { ...view.saved, seq: view.saved.seq + 1 };
  });
  await expect(place.getByText(words.saving)).toBeVisible();
  await expect(place.getByText(words.all)).toBeHidden();
  expect(await width()).toBe(before);
});

test('while somebody types it says “saving” throughout, and “saved” once they rest: no letter makes it blink', async ({
  openDesk,
}) => {
  const { desk } = await openDesk(roomInATurn().meeting());
  await desk.locator('#note-composer').focus();
  await desk.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => {
      const [foot, box] = [
        document.querySelector('.d-saved'),
        document.querySelector('.d-draft-saved, .d-draft-saving'),
      ];
      const now = `${foot?.className} ${box?.className}`;
      if (box !== null && said.at(-1) !== now) said.push(now);
    }).observe(document.body, { subtree: true, attributes: true, childList: true, characterData: true });
  });
  // Longer than typed words may wait to be sent, and in the page, where a slow machine makes no pause between two letters.
  await desk.evaluate(async () => {
    for (let n = 0; n < 25; n += 1) {
      // From the letter's beginning, as the time after which somebody rests.
      const next = new Promise((resolve) => setTimeout(resolve, 60));
      document.execCommand('insertText', false, 'a');
      await next;
    }
  });
  await expect(desk.locator('.d-draft-saved')).toBeVisible();
  await expect(desk.locator('.d-saved-all')).toBeVisible();
  const said = await desk.evaluate(() => (window as unknown as { said: string[] }).said);
  // The two words may change in two steps at the end, and in no other.
  const marks = ['d-saved d-saved-saving d-draft-saving', 'd-saved d-saved-all d-draft-saved'];
  expect(said.filter((one) => marks.includes(one))).toEqual(marks);
  expect(said.length).toBeLessThanOrEqual(4);
});

for (const locale of ['id', 'en'] as const)
  test(`the first letter moves nothing below the note box, in a small window either (${locale})`, async ({
    openDesk,
  }) => {
    const { desk } = await openDesk(roomInATurn().meeting(), { locale });
    const top = () => desk.locator('.d-kinds').evaluate((element) => element.getBoundingClientRect().top);
    for (const width of [1024, 1366]) {
      await resize(desk, { width, height: 768 });
      await desk.locator('#note-composer').fill('');
      await expect(desk.locator('#compose-hint')).toBeVisible();
      const before = await top();
      await desk.locator('#note-composer').pressSequentially('a');
      await expect(desk.locator('.d-draft-saving, .d-draft-saved')).toBeVisible();
      expect(await top(), `at ${width}`).toBe(before);
      await expect(desk.locator('.d-draft-saved')).toBeVisible();
      expect(await top(), `saved, at ${width}`).toBe(before);
    }
  });
