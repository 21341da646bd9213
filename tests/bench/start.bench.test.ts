import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { instant, mono } from '#core/time/units.ts';
import { findBrowser } from '#main/hosts/browser/find-browser.ts';
import { meetingStore } from '#main/meeting/meeting-store.ts';
import { diskPort } from '#main/storage/file-port.ts';
import { roomOf } from '../support/projector-at-work.ts';
import { startApplication } from '../support/running-application.ts';
import { temporaryFolder } from '../support/temp-folder.ts';
import { percentile, type Row, table } from './measure.ts';

const SAMPLES = 21;
const AGENCIES = 67;
const [FEW, MANY] = [50, 1_500];

/** What the desk read before its first picture when this was first measured: one script with every screen in it. */
const FIRST_DESK_SCRIPT = 1_409_803;
/** Everything that the projector's page takes over the wire, its faces included. */
const PROJECTOR_LIMIT = 140_000;

const clock = { now: () => instant(Date.now()), mono: () => mono(performance.now()) };

const rows: Row[] = [];
const tell = (what: string, value: number, unit: string, limit: number | null = null): void => {
  rows.push({ what, value, unit, limit });
};
afterAll(async () => {
  console.log(`\n${table(rows)}`);
  const path = process.env.EKSPOSE_BENCH_JSON;
  const text = JSON.stringify({ node: process.version, rows }, null, 1);
  if (path === undefined) console.log(text);
  else await writeFile(path.replace(/(\.json)?$/, '-start.json'), `${text}\n`);
});

const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/**
 * A window of its own, in the browser in which the application opens its windows. (The tests' headless shell opens an empty page
 * in half of that time, and nobody has it on his desk.)
 */
async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? '',
    args: ['--disable-background-networking'],
  });
  onTestFinished(() => browser.close());
  return browser;
}

/** Opens an address; resolves when a key pressed there is taken by the page (F1: help), and has no other effect before. */
async function untilKey(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.addInitScript(() => {
    const press = (): void => {
      const key = new KeyboardEvent('keydown', { key: 'F1', code: 'F1', bubbles: true, cancelable: true });
      if (document.body !== null && !document.body.dispatchEvent(key)) Object.assign(window, { keyTaken: true });
      else requestAnimationFrame(press);
    };
    press();
  });
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => 'keyTaken' in window);
  return page;
}

/** The same means without an application: a process that serves a page, whose script does nothing but take the key. */
const EMPTY = `
  const page = '<!doctype html><html><body><div id="root"></div><script type="module" src="/page.js"></script></body></html>';
  const script = 'addEventListener("keydown", (event) => event.preventDefault())';
  const server = require('node:http').createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' }).end(isScript ? script : page);
  });
  server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port + '/'));
`;

async function emptyPageTook(): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['-e', EMPTY], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [address] = (await once(child.stdout, 'data')) as [Buffer];
  const browser = await openBrowser();
  await untilKey(browser, String(address).trim());
  const took = performance.now() - begun;
  await browser.close();
  child.kill('SIGKILL');
  return took;
}

/** Bytes of script that were there before the page first showed something. */
const scriptBeforePaint = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [painted] = list.getEntriesByName('first-contentful-paint');
          if (painted === undefined) return;
          const scripts = performance
            .getEntriesByType('resource')
            .filter((entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming)
            .filter(({ name, responseEnd }) => name.endsWith('.js') && responseEnd < painted.startTime);
          resolve(scripts.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0));
        }).observe({ type: 'paint', buffered: true });
      }),
  );

/** Clicks a meeting's row; the time until its agenda has been painted, ms. */
const openMeeting = (page: Page, title: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((resolve, reject) => {
        const found = [...document.querySelectorAll<HTMLElement>('.d-start-meeting-open')].find(({ textContent }) =>
          textContent.startsWith(wanted),
        );
        if (found === undefined) {
          reject(new Error(`no row ${wanted}`));
          return;
        }
        const begun = performance.now();
        const look = (): void => {
          if (document.querySelector('[data-item-id]') === null) requestAnimationFrame(look);
          // The frame in which it is there, and its end.
          else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
        };
        found.click();
        look();
      }),
    title,
  );

test('the desk takes a key soon after it is called for, and a meeting opens as fast with many notes as with few', async () => {
  const folder = await temporaryFolder();
  const store = meetingStore({
    files: diskPort,
    dataFolder: folder,
    now: clock.now,
    report: (error) => {
      throw error;
    },
  });
  for (const notes of [FEW, MANY])
    await store.create({ ...roomOf(clock, notes, AGENCIES), id: `n${notes}`, title: `Rakor ${notes}` });

  const [starts, empty]: number[][] = [[], []];
  const opening = { [FEW]: [] as number[], [MANY]: [] as number[] };
  for (let n = 0; n < 2 * SAMPLES; n += 1) {
    const begun = performance.now();
    const running = await startApplication(folder);
    const browser = await openBrowser();
    const page = await untilKey(browser, running.urls.desk);
    starts?.push(performance.now() - begun);
    // The key has opened the help.
    await page.locator('[role="dialog"]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[role="dialog"]').waitFor({ state: 'detached' });
    await page.locator('.d-start-meeting-open').first().waitFor();
    const notes = n % 2 === 0 ? FEW : MANY;
    opening[notes]?.push(await openMeeting(page, `Rakor ${notes}`));
    await browser.close();
    await running.stop();
    empty?.push(await emptyPageTook());
  }
  const [start = [], bare = []] = [starts, empty];
  const [few, many] = [opening[FEW] ?? [], opening[MANY] ?? []];
  tell('from the process to a desk that takes a key', median(start), 'ms');
  tell('from a process to an empty page that takes a key', median(bare), 'ms');
  tell('start / empty page', median(start) / median(bare), '×', 1.6);
  tell(`opening a meeting of ${FEW} notes`, median(few), 'ms');
  tell(`opening a meeting of ${MANY} notes`, median(many), 'ms');
  tell('opening with many notes / with few', median(many) / median(few), '×', 1.5);
}, 1_200_000);

test('the desk reads little before its first picture', async () => {
  const running = await startApplication(await temporaryFolder());
  const scripts: number[] = [];
  for (let n = 0; n < SAMPLES; n += 1) {
    // A context of its own, whose cache is empty; nobody presses a key, which would ask for more.
    const browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(running.urls.desk);
    scripts.push(await scriptBeforePaint(page));
    await browser.close();
  }
  tell('desk script before the first paint', Math.max(...scripts), 'bytes');
  tell('the same / what it first was', Math.max(...scripts) / FIRST_DESK_SCRIPT, '×', 0.6);
  await running.stop();
});

test('the projector takes little over the wire', async () => {
  const running = await startApplication(await temporaryFolder());
  const desk = await running.connect('desk');
  await desk.ask('sample.create', {});
  const meeting = desk.view().meeting;
  const itemId = meeting?.agenda.order.find((id) => meeting.agenda.items[id]?.kind === 'agency') ?? '';
  await desk.send({ type: 'turn.call', itemId });
  await desk.send({ type: 'turn.start' });
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.enable');
  let wire = 0;
  devTools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    wire += encodedDataLength;
  });
  await page.goto(running.urls.projector);
  await page.locator('.digits').waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForLoadState('networkidle');
  tell('the projector’s page over the wire', wire, 'bytes', PROJECTOR_LIMIT);
  await browser.close();
  await running.stop();
});

test('every figure is within its limit', () => {
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ value, limit }) => limit !== null && !(value <= limit))).toEqual([]);
});
