import type { ProjectorView } from '#core/views/projector.ts';
import { layoutFaults } from '../../support/layout-probe.ts';
import { expect, settled, test } from '../../support/projector-page.ts';
import { pushView } from '../../support/projector-port.ts';
import { HELD_NOTES, MANY_NOTES, NOTES, running, STATES } from '../../support/projector-views.ts';

const PAGE_TIME = 8000;

test('language and theme follow the view while the window stays open', async ({ page, openProjector }) => {
  await openProjector(running);
  await expect(page).toHaveTitle('Rapat Koordinasi SKPD – Layar proyektor');
  await expect(page.locator('html')).toHaveAttribute('lang', 'id');
  await expect(page.locator('.overline')).toHaveText('Sedang memaparkan');
  await pushView(page, { ...running, locale: 'en', theme: 'dark' });
  await expect(page).toHaveTitle('Rapat Koordinasi SKPD – Projector screen');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('.overline')).toHaveText('Now presenting');
  await expect(page.locator('.wall')).toHaveText('09:42 WITA');
});

test('too many notes turn their pages by themselves, and a new note brings back the first', async ({
  page,
  openProjector,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await openProjector({ ...running, notes: MANY_NOTES });
  const pages = Number(await page.locator('.pager').getAttribute('data-pages'));
  expect(pages).toBeGreaterThan(1);
  const indicator = page.locator('.notes-page [aria-hidden]');
  for (let turned = 0; turned <= pages; turned += 1) {
    await expect(indicator).toHaveText(`${(turned % pages) + 1}/${pages}`);
    expect(await layoutFaults(page), `page ${turned + 1}`).toEqual([]);
    await page.clock.runFor(PAGE_TIME);
  }
  await expect(indicator).not.toHaveText(`1/${pages}`);
  const newest = { id: 'new', author: { role: 'bupati' }, kind: 'directive', text: 'Segera dilaksanakan.' } as const;
  await pushView(page, { ...running, notes: [newest, ...MANY_NOTES] });
  await expect(indicator).toHaveText(/^1\//);
  await page.clock.runFor(PAGE_TIME - 1000);
  await expect(indicator).toHaveText(/^1\//);
});

test('a pinned note stands still while the pages of the others turn', async ({ page, openProjector }) => {
  await openProjector({ ...running, notes: HELD_NOTES });
  const held = page.locator('.note[data-mark="pinned"]');
  const corner = async () => Object.values((await held.boundingBox()) ?? {}).map(Math.round);
  const place = await corner();
  expect(place).toHaveLength(4);
  const pages = Number(await page.locator('.pager').getAttribute('data-pages'));
  expect(pages).toBeGreaterThan(1);
  const indicator = page.locator('.notes-page [aria-hidden]');
  for (let turned = 0; turned < pages; turned += 1) {
    await expect(indicator).toHaveText(`${turned + 1}/${pages}`);
    expect(await corner()).toEqual(place);
    expect(await layoutFaults(page), `page ${turned + 1}`).toEqual([]);
    await page.clock.runFor(PAGE_TIME);
  }
  // One too long to leave room for others turns with them.
  const [pinned, ...others] = HELD_NOTES;
  await pushView(page, { ...running, notes: [{ ...pinned, text: pinned.text.repeat(4) }, ...others] });
  const before = (await held.boundingBox())?.x ?? 0;
  await page.clock.runFor(PAGE_TIME);
  await expect(indicator).toHaveText(/^2/);
  expect((await held.boundingBox())?.x).toBeLessThan(before - 100);
});

test('every word of every note comes by on some page', async ({ page, openProjector }) => {
  await openProjector({ ...running, notes: MANY_NOTES });
  const pages = Number(await page.locator('.pager').getAttribute('data-pages'));
  const lines = new Set<string>();
  const total = await page.evaluate(() => {
    let count = 0;
    for (const text of document.querySelectorAll('.note-text')) {
      const range = document.createRange();
      range.selectNodeContents(text);
      count += [...range.getClientRects()].length;
    }
    return count;
  });
  for (let turned = 0; turned < pages; turned += 1) {
    const seen = await page.evaluate(() => {
      const pager = document.querySelector('.pager')?.getBoundingClientRect() ?? new DOMRect();
      return [...document.querySelectorAll('.note-text')].flatMap((text, note) => {
        const range = document.createRange();
        range.selectNodeContents(text);
        return [...range.getClientRects()].flatMap((rect, line) =>
          rect.left >= pager.left - 1 && rect.right <= pager.right + 1 ? [`${note}:${line}`] : [],
        );
      });
    });
    for (const line of seen) lines.add(line);
    await page.clock.runFor(PAGE_TIME);
  }
  expect(lines.size).toBe(total);
});

test('without notes the clock has the room', async ({ page, openProjector }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await openProjector({ ...running, notes: [] });
  const wide = await page.locator('.card').evaluate((card) => card.clientWidth);
  await expect(page.locator('.notes')).toHaveCount(0);
  await pushView(page, { ...running, notes: NOTES });
  expect(await page.locator('.card').evaluate((card) => card.clientWidth)).toBeLessThan(wide);
});

test('names are text: nothing in them is executed or becomes markup', async ({ page, openProjector }) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()));
  await openProjector(STATES['running-hostile'] ?? running);
  await expect(page.locator('.name')).toContainText('<img src=x onerror=alert(1)>');
  await expect(page.locator('#root img, #root script, #root b, #root i')).toHaveCount(0);
  expect(dialogs).toEqual([]);
});

test('a lost connection is a small sign, and the clock goes on; it comes back by itself', async ({
  page,
  openProjector,
}) => {
  await openProjector(running);
  await page.evaluate(() => window.projectorDouble.hangUp());
  await expect(page.getByRole('img', { name: 'Sambungan ke layar operator terputus' })).toBeVisible();
  await page.clock.runFor(10_000);
  await expect(page.locator('.digits')).toHaveText('07:14');
  expect(await layoutFaults(page)).toEqual([]);
  await page.evaluate(() => window.projectorDouble.pickUp());
  await page.clock.runFor(10_000);
  await expect(page.getByRole('img', { name: 'Sambungan ke layar operator terputus' })).toHaveCount(0);
  await pushView(page, { ...running, item: { kind: 'agency', title: 'Dinas Kesehatan' } });
  await expect(page.locator('.name')).toHaveText('Dinas Kesehatan');
});

test('what cannot be painted becomes a calm hold screen, and the window loads itself again', async ({
  page,
  openProjector,
}) => {
  await openProjector(running);
  await pushView(page, { ...running, item: null } as unknown as ProjectorView);
  await expect(page.locator('.hold-text')).toHaveText('Mohon menunggu sebentar');
  await expect(page.locator('body')).not.toContainText('TypeError');
  await page.clock.runFor(3100);
  await settled(page);
  await expect(page.locator('.name')).toHaveText('Dinas Pekerjaan Umum dan Penataan Ruang');
});

test('nobody there at the start is a calm hold screen until somebody is', async ({ page, openProjector }) => {
  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => window.projectorDouble.hangUp(), { once: true });
  });
  const opened = openProjector(running);
  await page.waitForFunction(() => document.readyState === 'complete' && window.projectorDouble !== undefined);
  await page.clock.runFor(1600);
  await expect(page.locator('.hold-text')).toHaveText('Mohon menunggu sebentar');
  await opened;
  await page.evaluate(() => window.projectorDouble.pickUp());
  await page.clock.runFor(10_000);
  await expect(page.locator('.name')).toHaveText('Dinas Pekerjaan Umum dan Penataan Ruang');
});

test('nothing breaks the strict policy, and nothing is asked of anywhere else', async ({
  page,
  renderer,
  openProjector,
}) => {
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(renderer.origin)) foreign.push(request.url());
  });
  await openProjector({ stage: 'idle', locale: 'id', theme: 'light' });
  for (const view of Object.values(STATES)) await pushView(page, view);
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
});

test('the display is kept awake while the meeting is open, and let go when it is over', async ({
  page,
  openProjector,
}) => {
  const held = (): Promise<number> => page.evaluate(() => Number(document.documentElement.dataset.held ?? '0'));
  await page.addInitScript(() => {
    let count = 0;
    const show = (change: number): void => {
      count += change;
      document.documentElement.dataset.held = String(count);
    };
    const request = async () => {
      show(1);
      return { release: async () => show(-1) };
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
  });
  await openProjector(running);
  await expect.poll(held).toBe(1);
  await pushView(page, { locale: 'id', theme: 'light', stage: 'blank' });
  expect(await held()).toBe(1);
  await pushView(page, { locale: 'id', theme: 'light', stage: 'idle' });
  await expect.poll(held).toBe(0);
});
