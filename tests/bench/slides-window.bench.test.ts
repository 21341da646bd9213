import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { chromium, type Page } from '@playwright/test';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { orderedItems } from '#core/model/meeting.ts';
import { agencyRows } from '../support/agency-rows.ts';
import { WORDS } from '../support/locale-words.ts';
import { FIRST_OWN, makePdf, stream } from '../support/make-pdf.ts';
import { accepted, type Client, startApplication } from '../support/running-application.ts';
import { temporaryFolder } from '../support/temp-folder.ts';
import { testBrowser } from '../support/test-browser.ts';
import { uploadSlides } from '../support/upload-slides.ts';
import { bareWindow } from './bare-window.ts';
import { percentile, type Row, table } from './measure.ts';
import { memoryOf } from './process-memory.ts';

const SIZE = { width: 1366, height: 768 };
const [LARGE, DECKS, DECK] = [100, 41, 20];
/** A picture that no page shares and nothing makes smaller: 100 of them are 50 MB. */
const PICTURE = [480, 347] as const;

const rows: Row[] = [];
const tell = (what: string, value: number, unit: string, limit: number | null = null): void => {
  rows.push({ what, value, unit, limit });
};
afterAll(async () => {
  console.log(`\n${table(rows)}`);
  const path = process.env.EKSPOSE_BENCH_JSON;
  const text = JSON.stringify({ node: process.version, rows }, null, 1);
  if (path !== undefined) await writeFile(path.replace(/(\.json)?$/, '-slides-window.json'), `${text}\n`);
});

/** Slides as agencies have them: a photograph and a title on every page. */
function photographs(pages: number, [width, height]: readonly [number, number]): Buffer {
  const head = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8`;
  const names = Array.from({ length: pages }, (_, n) => `/I${n + 1} ${FIRST_OWN + n} 0 R`).join(' ');
  return Buffer.from(
    makePdf({
      pages,
      objects: Array.from({ length: pages }, () => stream(randomBytes(width * height * 3), head)),
      resources: `/XObject << ${names} >>`,
      content: (page) => `q 960 0 0 540 0 0 cm /I${page} Do Q BT /F1 120 Tf 60 220 Td (Hal ${page}) Tj ET`,
    }),
  );
}

/** An application with a meeting of agencies, none of them called, and the layout that shows slides. */
async function meetingOf(agencies: number) {
  const running = await startApplication(await temporaryFolder());
  onTestFinished(async () => void (await running.stop()));
  const desk = await running.connect('desk');
  const names = Array.from({ length: agencies }, (_, n) => `Dinas Nomor ${n + 1}; D${n + 1}`);
  const details = { title: 'Rakor', date: '2026-05-18', carryFrom: null };
  accepted(await desk.ask('meeting.create', { ...details, agencies: agencyRows(names.join('\n')) }));
  accepted(await desk.send({ type: 'screen.layout', layout: 'slides' }));
  const { meeting } = desk.view();
  const items = meeting === null ? [] : orderedItems(meeting).filter(({ kind }) => kind === 'agency');
  return { running, desk, items: items.map(({ id }) => id) };
}

async function attach(desk: Client<'desk'>, itemId: string, bytes: Buffer, pages: number): Promise<void> {
  const name = `${itemId}.pdf`;
  const hash = await uploadSlides(desk, name, bytes);
  accepted(await desk.send({ type: 'slides.attach', itemId, slides: { hash, name, bytes: bytes.length, pages } }));
}

/** When a page of slides is on the screen first, by the machine's clock, ms. Called in the window. */
const whenPainted = ([number, title]: readonly [number, string]): Promise<number> =>
  new Promise((resolve) => {
    const look = (): void => {
      const shown = document.querySelector(`.slide-page[data-page="${number}"]:not([hidden]) canvas[style]`);
      const isHis = document.querySelector('.slides-strip .name')?.textContent === title;
      // The frame after the one in which it is there begins when that one is painted.
      if (shown !== null && isHis) requestAnimationFrame(() => resolve(Date.now()));
      else requestAnimationFrame(look);
    };
    look();
  });

/** Resolves when a page of slides waits behind the one that is shown. */
const preparedAt = (projector: Page, number: number) =>
  projector.locator(`.slide-page[data-page="${number}"] canvas[style]`).waitFor({ state: 'attached' });

test('a page is turned at once, and a large file begins soon', async () => {
  const { running, desk, items } = await meetingOf(1);
  const [itemId = ''] = items;
  const file = photographs(LARGE, PICTURE);
  expect(file.length).toBeGreaterThan(49_000_000);
  await attach(desk, itemId, file, LARGE);
  const browser = await chromium.launch({ executablePath: testBrowser() ?? '' });
  onTestFinished(() => browser.close());
  const open = async (url: string): Promise<Page> => {
    // A context each: two windows of one would share a process.
    const page = await (await browser.newContext({ viewport: SIZE })).newPage();
    await page.goto(url);
    return page;
  };
  const projector = await open(running.urls.projector);
  await projector.locator('#root > *').first().waitFor();
  const title = 'Dinas Nomor 1';
  const first = projector.evaluate(whenPainted, [1, title] as const);
  const called = Date.now();
  accepted(await desk.send({ type: 'turn.call', itemId }));
  tell('calling an agency until the first of its 100 pages (50 MB) is painted', (await first) - called, 'ms', 1_500);

  const seat = await open(running.urls.desk);
  await seat.getByRole('button', { name: WORDS.id.desk.secondDesk.takeOver }).click();
  await seat.locator('.d-slides .slide-page canvas[style]').first().waitFor();
  await seat.evaluate(() => {
    addEventListener('keydown', () => void Object.assign(window, { pressedAt: Date.now() }), true);
  });
  /** From the key at the desk to the painted page, ms. */
  const turn = async (key: string, page: number): Promise<number> => {
    const painted = projector.evaluate(whenPainted, [page, title] as const);
    await seat.keyboard.press(key);
    const pressed = await seat.evaluate(() => (window as unknown as { pressedAt: number }).pressedAt);
    return (await painted) - pressed;
  };

  const prepared: number[] = [];
  for (let page = 2; page <= 61; page += 1) {
    await preparedAt(projector, page);
    prepared.push(await turn('PageDown', page));
  }
  tell('key at the desk until the next page is painted, prepared, p95', percentile(prepared, 0.95), 'ms', 100);

  const cold: number[] = [];
  // Each far from what is kept; half of them were read before, as when somebody asks to go back.
  for (let n = 0; n < 30; n += 1) {
    const page = ((n * 37) % LARGE) + 1;
    await seat.keyboard.press('Control+g');
    await seat.keyboard.type(String(page));
    cold.push(await turn('Enter', page));
  }
  tell('key at the desk until a distant page is painted, p95', percentile(cold, 0.95), 'ms', 600);
});

test.skipIf(process.platform !== 'linux')('a day of slides leaves the projector as small as it was', async () => {
  const { running, desk, items } = await meetingOf(DECKS);
  for (const itemId of items) await attach(desk, itemId, photographs(DECK, [240, 135]), DECK);
  const projector = await bareWindow(running.urls.projector, SIZE);
  onTestFinished(() => projector.close());
  /** What the window had after each agency, MB. */
  const after: number[] = [];
  for (const [n, itemId] of items.entries()) {
    accepted(await desk.send({ type: 'turn.call', itemId }));
    for (let page = 1; page <= DECK; page += 1) {
      if (page > 1) accepted(await desk.send({ type: 'slides.page', itemId, page }));
      await projector.evaluate(whenPainted, [page, `Dinas Nomor ${n + 1}`] as const);
    }
    after.push(memoryOf(projector.pid));
  }
  // What is collected only now and then makes single figures unequal.
  const [early, late] = [percentile(after.slice(4, 12), 0.5), percentile(after.slice(-8), 0.5)];
  tell('projector, memory after the first agencies', early, 'MB');
  tell('projector, memory after 41 agencies of 20 pages / after the first', late / early, '×', 1.1);
});

test('every figure is within its limit', () => {
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ value, limit }) => limit !== null && !(value <= limit))).toEqual([]);
});
