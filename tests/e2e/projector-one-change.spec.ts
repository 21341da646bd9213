import type { Page } from '@playwright/test';
import { skipCeremony } from './support/minutes-desk.ts';
import { expect, test } from './support/test.ts';

/** What a glance at the projector shows. */
interface Glance {
  readonly layout: string;
  readonly name: string;
  readonly tone: string;
  readonly turn: string;
  readonly notes: string;
}

/** What its clock shows; separate, since it changes every second. */
interface Clock {
  readonly name: string;
  readonly layout: string;
  readonly tone: string;
  readonly digits: string;
}

/** Records what is on the screen after every batch of changes: one batch is one task, and so at most one painted frame. */
const record = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const text = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
    const glances: string[] = [];
    const clocks: Clock[] = [];
    const look = (): void => {
      const glance = {
        layout: document.querySelector<HTMLElement>('.screen')?.dataset.layout ?? 'floor',
        name: text('.name'),
        tone: document.querySelector<HTMLElement>('.card')?.dataset.tone ?? '',
        turn: text('.foot-state span'),
        notes: [...document.querySelectorAll('.note-text')].map((note) => note.textContent).join('|'),
      };
      const said = JSON.stringify(glance);
      if (said !== glances.at(-1)) glances.push(said);
      clocks.push({ name: glance.name, layout: glance.layout, tone: glance.tone, digits: text('.digits') });
    };
    look();
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    Object.assign(window, { glances, clocks });
  });

const glances = async (page: Page): Promise<Glance[]> =>
  (await page.evaluate(() => (window as unknown as { glances: string[] }).glances)).map((text) => JSON.parse(text));

const clocksOf = (page: Page): Promise<Clock[]> =>
  page.evaluate(() => (window as unknown as { clocks: Clock[] }).clocks);

test('whatever is done at the desk, the room sees it in one change', async ({ app }) => {
  const { desk, projector: open } = app;
  await desk.getByRole('button', { name: 'Coba rakor contoh' }).click();
  const box = desk.getByRole('textbox', { name: 'Catatan baru' });
  await expect(box).toBeVisible();
  const projector = await open();
  const room = projector.locator('.screen');
  await skipCeremony(desk);
  await desk.keyboard.press('F8');
  await expect(room.locator('.card[data-tone="running"]')).toBeVisible();
  await box.focus();
  await desk.keyboard.press('Alt+1');
  await desk.keyboard.press('Alt+a');
  await desk.keyboard.insertText('Arahan untuk yang pertama.');
  await desk.keyboard.press('Enter');
  await expect(room.locator('.note-text')).toHaveText(['Arahan untuk yang pertama.']);
  await record(projector);
  /** In how many changes an action at the desk becomes visible. */
  const changes = async (action: () => Promise<void>, seen: () => Promise<void>): Promise<Glance[]> => {
    const before = (await glances(projector)).length;
    await action();
    await seen();
    return (await glances(projector)).slice(before);
  };
  const press = (key: string) => () => desk.keyboard.press(key);
  const turn = desk.getByRole('region', { name: 'Giliran' });

  for (const [key, selector] of [
    ['Control+2', '.card'],
    ['Control+3', '.screen[data-layout="notes"]'],
    ['Control+4', '.screen[data-layout="agenda"]'],
    ['Control+5', '.screen[data-layout="hold"]'],
    ['Control+1', '.notes'],
  ] as const) {
    const once = await changes(press(key), async () => {
      await expect(projector.locator(selector)).toBeVisible();
      if (key === 'Control+2') await expect(projector.locator('.notes')).toHaveCount(0);
    });
    expect(once, key).toHaveLength(1);
  }

  // The next one comes with its own clock, number and notes, in every layout that shows it.
  for (const [key, selector, hasNotes] of [
    ['Control+1', '.card', true],
    ['Control+2', '.card', false],
    ['Control+3', '.screen[data-layout="notes"]', true],
  ] as const) {
    await box.focus();
    await desk.keyboard.press('Alt+a');
    await desk.keyboard.insertText(`Arahan ${key}.`);
    await desk.keyboard.press('Enter');
    await expect(desk.locator('[data-note-id]', { hasText: `Arahan ${key}.` })).toBeVisible();
    await desk.keyboard.press(key);
    await expect(projector.locator(selector)).toBeVisible();
    if (!hasNotes) await expect(projector.locator('.notes')).toHaveCount(0);
    await expect(projector.getByText(`Arahan ${key}.`)).toHaveCount(hasNotes ? 1 : 0);
    const old = await projector.locator('.name').textContent();
    const running = projector.locator('.digits');
    // Its clock must have moved, or it could not be distinguished from the new one.
    if ((await running.count()) > 0) await expect(running).not.toHaveText((await running.textContent()) ?? '');
    const clocksBefore = (await clocksOf(projector)).length;
    const taken = await changes(press('F9'), () => expect(projector.locator('.name')).not.toHaveText(old ?? ''));
    for (const { name, tone, notes } of taken) {
      expect([name === old, tone === 'waiting' || tone === '', notes], key).toEqual([false, true, '']);
    }
    expect(taken, key).toHaveLength(1);
    // What is typed next is for the item that the desk shows: it must have come there as well.
    const name = (await projector.locator('.name').textContent()) ?? '';
    await expect(turn.getByRole('heading', { name, exact: true })).toBeVisible();
    await desk.keyboard.press('F8');
    await expect(desk.getByRole('button', { name: /^Jeda/ })).toBeVisible();
    // Called, not started: its clock stood still, and its own time was there from the first change that named it.
    const called = (await clocksOf(projector)).slice(clocksBefore).filter((one) => one.name === name);
    const stood = new Set(called.filter(({ tone }) => tone === 'waiting').map(({ digits }) => digits));
    expect([...stood], key).toHaveLength(key === 'Control+3' ? 0 : 1);
  }
  await desk.keyboard.press('F6');
  await expect(projector.locator('.blank')).toBeVisible();
  await expect(desk.getByRole('button', { name: /dikosongkan/ })).toBeVisible();
  const back = await changes(press('F6'), () => expect(room).toBeVisible());
  expect(back).toHaveLength(1);

  await test.step('one that is called by name', async () => {
    await desk.keyboard.press('Control+1');
    await expect(projector.locator('.digits')).toBeVisible();
    // Nobody is called while another speaks.
    await desk.keyboard.press('F9');
    await expect(desk.getByText('Belum dimulai', { exact: true })).toBeVisible();
    await desk.keyboard.press('Control+k');
    await desk.keyboard.insertText('Dinas Sosial');
    const dialog = desk.getByRole('dialog');
    await expect(dialog.getByRole('option').first()).toContainText('Dinas Sosial');
    await desk.keyboard.press('Enter');
    await expect(turn.getByRole('heading', { name: 'Dinas Sosial' })).toBeVisible();
    const before = (await clocksOf(projector)).length;
    const called = await changes(press('Alt+Enter'), () =>
      expect(projector.locator('.name')).toHaveText('Dinas Sosial'),
    );
    expect(called.map(({ name, tone, notes }) => [name, tone, notes])).toEqual([['Dinas Sosial', 'waiting', '']]);
    const first = (await clocksOf(projector)).slice(before).find(({ name }) => name === 'Dinas Sosial');
    expect(first).toEqual({ name: 'Dinas Sosial', layout: 'floor', tone: 'waiting', digits: '12:00' });
  });

  const clocks = await clocksOf(projector);
  // A clock belongs to the screens that have one, and to no other; a blank screen has nothing.
  const torn = clocks.filter(({ name, layout, digits }) => name !== '' && (layout === 'floor') !== (digits !== ''));
  expect(torn).toEqual([]);
  expect(new Set(clocks.map(({ layout }) => layout))).toEqual(new Set(['floor', 'notes', 'agenda', 'hold']));
});
