import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserServer, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { fiveYears, writeArchive } from '../support/five-years.ts';
import { accepted, type Running, startApplication } from '../support/running-application.ts';
import { testBrowser } from '../support/test-browser.ts';
import { percentile, type Row, table } from './measure.ts';
import { memoryOf, residentOf } from './process-memory.ts';

/** How often both archives are started, one after the other. */
const STARTS = Number(process.env.EKSPOSE_BENCH_STARTS ?? 20);
/** How often everything is read anew. */
const REBUILDS = 5;
/** How often the board and the page of an agency are opened. */
const OPENINGS = 20;
/** What somebody types, key by key: frequent words, rare ones, several, akin ones, a name, one that is misspelt. */
const TYPED = [
  'jembatan gantung',
  'perbaikan jalan',
  'tindak lanjuti pasar',
  'pupr',
  'laporkan kemajuannya',
  'stunting satui',
  'sekolah dasar mantewe',
  'peringatan banjir',
  'rakor evaluasi',
  'jembatam',
];

/** What must hold, each of which is a test of its own. */
const LIMITS: ReadonlyMap<string, number> = new Map([
  ['from a key to its hits on the screen, p95', 50],
  ['the board, p50', 150],
  ['the page of an agency, p50', 150],
  ['start with five years / with an empty archive', 1.3],
  ['main process with five years read', 90],
  ['memory with five years / with an empty archive', 1.6],
  ['reading an archive of which every digest is missing', 6],
  ['answer of main meanwhile, p95', 150],
]);

const rows: Row[] = [];
const tell = (what: string, value: number, unit: string): void => {
  rows.push({ what, value, unit, limit: LIMITS.get(what) ?? null });
};
afterAll(async () => {
  for (const folder of [full, empty]) await rm(folder, { recursive: true, force: true });
  console.log(`\n${table(rows)}`);
  const path = process.env.EKSPOSE_BENCH_JSON;
  const text = JSON.stringify({ node: process.version, rows }, null, 1);
  if (path !== undefined) await writeFile(path.replace(/(\.json)?$/, '-archive.json'), `${text}\n`);
});

let full = '';
let empty = '';
let ids: string[] = [];
beforeAll(async () => {
  full = await mkdtemp(join(tmpdir(), 'ekspose-full-'));
  empty = await mkdtemp(join(tmpdir(), 'ekspose-empty-'));
  const meetings = [...fiveYears()];
  ids = meetings.map(({ id }) => id);
  await writeArchive(full, meetings);
  // The first start lists every meeting anew and makes every digest, as one after an update does: measured by itself.
  const running = await startApplication(full, {}, () => undefined);
  const desk = await running.connect('desk');
  let rest = accepted(await desk.ask('archive.list', {})).map(({ id }) => id);
  while (rest.length > 0) rest = rest.slice(accepted(await desk.ask('archive.digests', { ids: rest })).length);
  await running.stop();
}, 300_000);

interface Desk {
  readonly page: Page;
  readonly running: Running;
  /** Memory of the application and of its window, MB. */
  memory(): number;
  end(): Promise<void>;
}

/** The application with its desk at the start screen. */
async function openDesk(folder: string): Promise<Desk> {
  const running = await startApplication(folder);
  const server: BrowserServer = await chromium.launchServer({ executablePath: testBrowser() ?? '' });
  onTestFinished(() => server.close());
  const browser = await chromium.connect(server.wsEndpoint());
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(running.urls.desk);
  await page.getByRole('button', { name: 'Buat rakor' }).waitFor();
  return {
    page,
    running,
    memory: () => memoryOf(running.process.pid ?? 0, server.process().pid ?? 0),
    async end() {
      await server.close();
      await running.stop();
    },
  };
}

/** Opens the search; resolves when the archive is read. @returns how long that took, ms */
async function readArchive(page: Page): Promise<number> {
  const begun = performance.now();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('jalan');
  await page.waitForFunction(
    () => document.querySelector('.d-search-state') === null && document.querySelector('[data-found="jalan"]') !== null,
    undefined,
    { timeout: 120_000 },
  );
  return performance.now() - begun;
}

/** Types a text into the box key by key, in the page itself; of each key the time until its hits are painted, ms. */
const typing = (page: Page, text: string): Promise<number[]> =>
  page.evaluate(async (letters) => {
    const box = document.querySelector<HTMLInputElement>('.d-search input');
    const list = document.querySelector<HTMLElement>('.d-search-list');
    if (box === null || list === null) throw new Error('no search');
    const painted = (): Promise<void> =>
      new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve())));
    const found = (wanted: string): Promise<void> =>
      new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (list.dataset.found !== wanted) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(list, { attributes: true });
      });
    const waited: number[] = [];
    box.select();
    for (const [n, letter] of [...letters].entries()) {
      const wanted = letters.slice(0, n + 1).trim();
      const isAsked = wanted.length >= 2 && letter !== ' ';
      const arrives = isAsked ? found(wanted) : null;
      const begun = performance.now();
      document.execCommand('insertText', false, letter);
      if (arrives === null) continue;
      await arrives;
      await painted();
      waited.push(performance.now() - begun);
      // As long as it takes to strike the next key.
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    return waited;
  }, text);

test('what was said in five years is found with the key', async () => {
  const desk = await openDesk(full);
  await readArchive(desk.page);
  const waited: number[] = [];
  for (let n = 0; n < 3; n += 1) for (const text of TYPED) waited.push(...(await typing(desk.page, text)));
  tell('from a key to its hits on the screen, p50', percentile(waited, 0.5), 'ms');
  tell('from a key to its hits on the screen, p95', percentile(waited, 0.95), 'ms');
  tell('from a key to its hits on the screen, most', Math.max(...waited), 'ms');
  await desk.end();
});

test('an archive without digests is read again, and the desk works meanwhile', async () => {
  const [waits, took, again]: [number[], number[], number[]] = [[], [], []];
  for (let n = 0; n < REBUILDS; n += 1) {
    for (const id of ids) await rm(join(full, 'meetings', id, 'digest.json'), { force: true });
    const desk = await openDesk(full);
    const other = await desk.running.connect('desk');
    let isReading = true;
    const asking = (async () => {
      while (isReading) {
        const begun = performance.now();
        await other.call({ kind: 'hello' });
        waits.push(performance.now() - begun);
        // About as often as somebody who types is saved: asking without a pause would be work of its own.
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    })();
    took.push((await readArchive(desk.page)) / 1000);
    isReading = false;
    await asking;
    if (n === 0) {
      // The thread that made them has ended, and what it left behind is collected.
      await desk.page.waitForTimeout(10_000);
      tell('main process when every digest was made', residentOf(desk.running.process.pid ?? 0), 'MB');
      tell('all processes when every digest was made', desk.memory(), 'MB');
    }
    await desk.page.keyboard.press('Escape');
    await desk.page.reload();
    await desk.page.getByRole('button', { name: 'Buat rakor' }).waitFor();
    again.push((await readArchive(desk.page)) / 1000);
    await desk.end();
  }
  tell('reading an archive of which every digest is missing', percentile(took, 0.5), 's');
  tell('reading it, most', Math.max(...took), 's');
  tell('answer of main meanwhile, p95', percentile(waits, 0.95), 'ms');
  tell('reading it when they are there', percentile(again, 0.5), 's');
});

/** What is done in the page, and what is there when it is drawn. */
interface Opening {
  readonly by: { readonly key: string; readonly ctrl: boolean; readonly shift: boolean } | { readonly click: string };
  readonly shows: string;
}

/** Does it; the time until it is painted, ms. */
const untilPainted = (page: Page, opening: Opening): Promise<number> =>
  page.evaluate(
    ({ by, shows }) =>
      new Promise<number>((resolve) => {
        const begun = performance.now();
        const observer = new MutationObserver(() => {
          if (document.querySelector(shows) === null) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
        });
        observer.observe(document.body, { subtree: true, childList: true });
        if ('click' in by) document.querySelector<HTMLElement>(by.click)?.click();
        else {
          const held = { ctrlKey: by.ctrl, shiftKey: by.shift, bubbles: true, cancelable: true };
          document.body.dispatchEvent(new KeyboardEvent('keydown', { code: by.key, ...held }));
        }
      }),
    opening,
  );

test('the board and the page of an agency are drawn at once', async () => {
  const desk = await openDesk(full);
  await readArchive(desk.page);
  await desk.page.keyboard.press('Escape');
  await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
  const [boards, pages]: [number[], number[]] = [[], []];
  for (let n = 0; n < OPENINGS; n += 1) {
    const board = { key: 'KeyT', ctrl: true, shift: true };
    boards.push(await untilPainted(desk.page, { by: board, shows: '.d-board-list > *' }));
    // Rows that are not in sight, and the charts, are drawn after that.
    await desk.page.locator('.d-recap-line').first().waitFor();
    pages.push(await untilPainted(desk.page, { by: { click: '.d-board-agency-name' }, shows: '.d-agency-facts' }));
    await desk.page.keyboard.press('Escape');
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
    await desk.page.keyboard.press('Control+Shift+T');
    await desk.page.locator('.d-board').waitFor({ state: 'detached' });
  }
  tell('the board, the first time', boards[0] ?? Number.NaN, 'ms');
  tell('the board, p50', percentile(boards, 0.5), 'ms');
  tell('the board, most', Math.max(...boards), 'ms');
  tell('the page of an agency, the first time', pages[0] ?? Number.NaN, 'ms');
  tell('the page of an agency, p50', percentile(pages, 0.5), 'ms');
  tell('the page of an agency, most', Math.max(...pages), 'ms');
  await desk.end();
});

test('start and memory are about those of an empty archive', async () => {
  const took = { full: [] as number[], empty: [] as number[] };
  for (let n = 0; n < STARTS; n += 1)
    for (const [name, folder] of [
      ['full', full],
      ['empty', empty],
    ] as const) {
      const begun = performance.now();
      const desk = await openDesk(folder);
      took[name].push(performance.now() - begun);
      await desk.end();
    }
  const [many, none] = [percentile(took.full, 0.5), percentile(took.empty, 0.5)];
  tell('start with five years', many, 'ms');
  tell('start with an empty archive', none, 'ms');
  tell('start with five years / with an empty archive', many / none, '×');

  const used: Record<string, number> = {};
  for (const [name, folder] of [
    ['full', full],
    ['empty', empty],
  ] as const) {
    const desk = await openDesk(folder);
    await readArchive(desk.page);
    for (const text of TYPED) await typing(desk.page, text);
    // What stays: V8 collects what searching left behind when there is nothing to do.
    await desk.page.waitForTimeout(10_000);
    used[name] = desk.memory();
    if (name === 'full') tell('main process with five years read', residentOf(desk.running.process.pid ?? 0), 'MB');
    await desk.end();
  }
  tell('all processes with five years read', used.full ?? Number.NaN, 'MB');
  tell('all processes with an empty archive', used.empty ?? Number.NaN, 'MB');
  tell('memory with five years / with an empty archive', (used.full ?? Number.NaN) / (used.empty ?? 1), '×');
}, 600_000);

test.each([...LIMITS])('%s: %d at most', (what, limit) => {
  expect(rows.find((row) => row.what === what)?.value ?? Number.NaN).toBeLessThanOrEqual(limit);
});
