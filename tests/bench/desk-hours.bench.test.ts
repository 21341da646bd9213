import { writeFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { type Running, startApplication } from '../support/running-application.ts';
import { temporaryFolder } from '../support/temp-folder.ts';
import { testBrowser } from '../support/test-browser.ts';
import { addNotes, agencyItems, NOTE, openDesk, prepareDay, prepareFullAgency, settled, sleep } from './desk-day.ts';
import { percentile, type Row, table } from './measure.ts';
import { type PageMeter, pageMeter, workUntilPaint } from './page-work.ts';

const KEYS = Number(process.env.EKSPOSE_BENCH_KEYS ?? 120);
const COMMANDS = Number(process.env.EKSPOSE_BENCH_COMMANDS ?? 120);
const ITEMS = Number(process.env.EKSPOSE_BENCH_ITEMS ?? 45);
const NOTES_OF_AN_ITEM = 25;
/** Items of an hour. */
const HOUR = 5;
/** How long nobody acts, ms. */
const SILENCE = 20_000;
/** After this (ms) a window has read, once, all that it prepares while nobody uses it. */
const AT_REST = 6_000;
const EVERY = 120;

const rows: Row[] = [];
afterAll(async () => {
  console.log(`\n${table(rows)}`);
  const path = process.env.EKSPOSE_BENCH_JSON;
  const text = JSON.stringify({ node: process.version, rows }, null, 1);
  if (path !== undefined) await writeFile(path.replace(/(\.json)?$/, '-desk-hours.json'), `${text}\n`);
});

interface World {
  readonly browser: Browser;
  readonly running: Running;
}

async function world(): Promise<World> {
  const browser = await chromium.launch({ executablePath: testBrowser() ?? '' });
  onTestFinished(() => browser.close());
  return { browser, running: await startApplication(await temporaryFolder()) };
}

/** A window of its own process, as the desk and the projector are. */
const newWindow = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();

const noteBox = (desk: Page) => desk.getByRole('textbox', { name: 'Catatan baru' });

/** What each of many letters costs a page, ms. */
async function letters(page: Page, meter: PageMeter, count: number): Promise<number[]> {
  const work: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const { task } = await meter.during(async () => {
      await page.keyboard.press(n % 7 === 6 ? 'Space' : 'KeyA');
      // Less than the pause after which what was typed is sent, and about as fast as people type.
      await sleep(100);
    });
    work.push(task);
  }
  return work;
}

/** The same in a page with a text field and nothing else: what the browser itself takes. */
async function bareLetters(browser: Browser): Promise<{ work: number[]; painted: number[] }> {
  const page = await newWindow(browser);
  await page.setContent('<textarea style="width: 400px; height: 100px"></textarea>');
  await page.locator('textarea').focus();
  const meter = await pageMeter(page);
  await meter.throttle(4);
  let work: number[] = [];
  const painted = await workUntilPaint(browser, page, async () => {
    work = await letters(page, meter, KEYS / 2);
  });
  await page.close();
  return { work, painted };
}

test('a letter typed into a note is painted in the frame, at a quarter of the speed', async () => {
  const { browser, running } = await world();
  const bare = await bareLetters(browser);
  await prepareFullAgency(running);
  const desk = await newWindow(browser);
  await openDesk(desk, running.urls.desk);
  const meter = await pageMeter(desk);
  await meter.throttle(4);
  await noteBox(desk).focus();
  let work: number[] = [];
  const painted = await workUntilPaint(browser, desk, async () => {
    work = await letters(desk, meter, KEYS);
  });
  const told = (what: string, samples: readonly number[], limit: number | null): void => {
    rows.push({ what: `${what}, p50`, value: percentile(samples, 0.5), unit: 'ms', limit: null });
    rows.push({ what: `${what}, p95`, value: percentile(samples, 0.95), unit: 'ms', limit });
  };
  told('a letter at 4×: the work until it is painted', painted, 16);
  told('the same in an empty page', bare.painted, null);
  told('a letter at 4×: all work until the next letter', work, null);
  told('the same in an empty page', bare.work, null);
  await running.stop();
});

test('commands that follow each other fast are on the projector without waiting for the desk', async () => {
  const { browser, running } = await world();
  await prepareDay(running, { name: 'sample', agencies: 0, notes: 0 });
  // With no note in the room, the layout without notes would be the same picture.
  const writer = await running.connect('desk');
  await addNotes(writer, agencyItems(writer.view().meeting)[0] ?? '', 10);
  writer.close();
  const desk = await newWindow(browser);
  await openDesk(desk, running.urls.desk);
  const room = await newWindow(browser);
  await room.goto(running.urls.projector);
  await room.locator('.screen').waitFor();
  const client = await running.connect('projector');
  await desk.evaluate(() => {
    const keys: number[] = [];
    Object.assign(window, { keys });
    addEventListener('keydown', ({ timeStamp }) => keys.push(performance.timeOrigin + timeStamp), { capture: true });
  });
  await room.evaluate(() => {
    const changes: number[] = [];
    Object.assign(window, { changes });
    const of = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver(() => changes.push(performance.timeOrigin + performance.now())).observe(document.body, of);
  });
  await desk.keyboard.press('F8');
  const bare: number[] = [];
  // Each is seen in the room.
  const keys = ['F7', 'F6', 'F6', 'Shift+F7', 'Control+2', 'Control+1'];
  for (let n = 0; n < COMMANDS; n += 1) {
    await desk.keyboard.press(keys[n % keys.length] ?? 'F7');
    await sleep(EVERY / 2);
    const begun = performance.now();
    await client.call({ kind: 'none' });
    bare.push(performance.now() - begun);
    await sleep(EVERY / 2);
  }
  await settled(desk);
  const struck = await desk.evaluate(() => (window as unknown as { keys: number[] }).keys);
  const changes = await room.evaluate(() => (window as unknown as { changes: number[] }).changes);
  const frame = await room.evaluate(
    () =>
      new Promise<number>((done) =>
        requestAnimationFrame((a) =>
          requestAnimationFrame((b) => requestAnimationFrame((c) => done((c - a) / 2 + 0 * b))),
        ),
      ),
  );
  const reached = struck.slice(1).flatMap((at) => {
    const first = changes.find((change) => change >= at);
    return first === undefined ? [] : [first - at];
  });
  const [p95, bare95] = [percentile(reached, 0.95), percentile(bare, 0.95)];
  rows.push({
    what: 'key to projector, desk beside it, p50',
    value: percentile(reached, 0.5),
    unit: 'ms',
    limit: null,
  });
  rows.push({ what: 'key to projector, desk beside it, p95', value: p95, unit: 'ms', limit: null });
  rows.push({ what: 'a bare message and its answer, p95', value: bare95, unit: 'ms', limit: null });
  rows.push({ what: 'key to projector / (bare + frame), p95', value: p95 / (bare95 + frame), unit: '×', limit: 1.25 });
  await running.stop();
});

/** An empty page with a figure that changes each second: what the browser itself takes for it. @returns ms per second */
async function bareSeconds(browser: Browser): Promise<number> {
  const page = await newWindow(browser);
  await page.setContent('<p style="contain: strict; width: 200px; height: 80px">0</p>');
  await page.evaluate(() => {
    const digits = document.querySelector('p')?.firstChild;
    setInterval(() => {
      if (digits != null) digits.nodeValue = String(Number(digits.nodeValue) + 1);
    }, 1000);
  });
  const meter = await pageMeter(page);
  const { task } = await meter.during(() => sleep(SILENCE / 2));
  await page.close();
  return (task * 1000) / (SILENCE / 2);
}

test('a running turn costs next to nothing while nobody acts', async () => {
  const { browser, running } = await world();
  await prepareDay(running, { name: 'sample', agencies: 0, notes: 0 });
  const desk = await newWindow(browser);
  await openDesk(desk, running.urls.desk);
  const room = await newWindow(browser);
  await room.goto(running.urls.projector);
  await room.locator('.screen').waitFor();
  await desk.keyboard.press('F8');
  await settled(desk);
  await sleep(AT_REST);
  const client = await running.connect('projector');
  const meters = { desk: await pageMeter(desk), projector: await pageMeter(room) };
  const told = client.frames.length;
  let projector = Number.NaN;
  const { task } = await meters.desk.during(async () => {
    projector = (await meters.projector.during(() => sleep(SILENCE))).task;
  });
  const perSecond = (ms: number): number => (ms * 1000) / SILENCE;
  const bare = await bareSeconds(browser);
  rows.push({ what: 'the same figure in an empty page', value: bare, unit: 'ms/s', limit: null });
  rows.push({ what: 'a running turn: the desk', value: perSecond(task), unit: 'ms/s', limit: 4 });
  rows.push({ what: 'a running turn: the projector', value: perSecond(projector), unit: 'ms/s', limit: 2 });
  rows.push({ what: 'a running turn: messages', value: client.frames.length - told, unit: '', limit: 0 });
  await running.stop();
});

test('the desk’s memory is flat over a day of nine hours', { timeout: 1_200_000 }, async () => {
  const { browser, running } = await world();
  await prepareDay(running, { name: 'day', agencies: ITEMS, notes: 0 });
  const desk = await newWindow(browser);
  await openDesk(desk, running.urls.desk);
  const meter = await pageMeter(desk);
  const heaps: number[] = [];
  for (let item = 0; item < ITEMS; item += 1) {
    await desk.keyboard.press('F8');
    for (let n = 0; n < NOTES_OF_AN_ITEM; n += 1) {
      await noteBox(desk).focus();
      await desk.keyboard.insertText(`${item}/${n} ${NOTE}`);
      await desk.keyboard.press('Enter');
      await desk.locator('.d-note-list > li').first().getByText(`${item}/${n} `).waitFor();
    }
    await desk.keyboard.press('F7');
    await settled(desk);
    const before = await desk.locator('.d-row-current').getAttribute('data-item-id');
    await desk.keyboard.press('F9');
    await desk.locator(`.d-row-current:not([data-item-id="${before}"])`).waitFor();
    if ((item + 1) % HOUR === 0) {
      await settled(desk);
      // Messages at the foot go by themselves.
      await sleep(6000);
      heaps.push(await meter.heap());
    }
  }
  const [first, last] = [heaps[0] ?? Number.NaN, heaps.at(-1) ?? Number.NaN];
  // The notes that the meeting has grown by are in it.
  rows.push({
    what: 'heap of the desk, hour by hour',
    value: last / 1e6,
    unit: `MB (${heaps.map((one) => (one / 1e6).toFixed(2)).join(' ')})`,
    limit: null,
  });
  rows.push({ what: 'heap after the day / after its first hour', value: last / first, unit: '×', limit: 1.05 });
  await running.stop();
});

test('every figure is within its limit', () => {
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ value, limit }) => limit !== null && !(value <= limit))).toEqual([]);
});
