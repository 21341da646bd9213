import { writeFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { type Running, startApplication } from '../support/running-application.ts';
import { temporaryFolder } from '../support/temp-folder.ts';
import { testBrowser } from '../support/test-browser.ts';
import { betweenTicks, type Day, openDesk, prepareDay, settled, sleep, TURN, watchTicks } from './desk-day.ts';
import { percentile, type Row, table } from './measure.ts';
import { longestTasks, markIn, pageMeter } from './page-work.ts';

/** How often each key is struck. */
const RUNS = Number(process.env.EKSPOSE_BENCH_RUNS ?? 20);
/** How long a command's own work is waited for, ms; less than from one second of the clock to the next. */
const SPAN = 300;
const SPAN_SLOW = 800;
/** Desks that are opened anew, for what happens once. */
const FRESH_DESKS = 5;

const DAYS: readonly Day[] = [
  { name: 'sample', agencies: 0, notes: 0 },
  { name: '20 agencies', agencies: 20, notes: 450 },
  { name: '67 agencies', agencies: 67, notes: 1500 },
];

const rows: Row[] = [];
afterAll(async () => {
  console.log(`\n${table(rows)}`);
  const path = process.env.EKSPOSE_BENCH_JSON;
  const text = JSON.stringify({ node: process.version, rows }, null, 1);
  if (path !== undefined) await writeFile(path.replace(/(\.json)?$/, '-desk.json'), `${text}\n`);
});

interface World {
  readonly browser: Browser;
  readonly running: Running;
  readonly desk: Page;
}

/** The built application with a meeting open, and the desk in a browser. */
async function atDesk(day: Day): Promise<World> {
  const browser = await chromium.launch({ executablePath: testBrowser() ?? '' });
  onTestFinished(() => browser.close());
  const running = await startApplication(await temporaryFolder());
  await prepareDay(running, day);
  const desk = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await openDesk(desk, running.urls.desk);
  await watchTicks(desk);
  return { browser, running, desk };
}

/** Strikes each key of a turn, again and again, with nobody else at work. */
async function turns(desk: Page, span: number, strike: (name: string, press: () => Promise<void>) => Promise<void>) {
  for (let n = 0; n < RUNS; n += 1) {
    for (const { name, before, key } of TURN) {
      await before?.(desk);
      await betweenTicks(desk, span);
      await strike(name, async () => {
        await desk.keyboard.press(key);
        await sleep(span);
      });
      await settled(desk);
    }
  }
}

const costs = new Map<string, Map<string, number>>();

test.each(DAYS)('a command costs the desk little script and layout: $name', async (day) => {
  const { desk, running } = await atDesk(day);
  const meter = await pageMeter(desk);
  const found = new Map<string, number[]>();
  await turns(desk, SPAN, async (name, press) => {
    const { script, layout } = await meter.during(press);
    found.set(name, [...(found.get(name) ?? []), script + layout]);
  });
  for (const [name, samples] of found) {
    const [p50, p95] = [percentile(samples, 0.5), percentile(samples, 0.95)];
    rows.push({ what: `${day.name}: ${name}, p50`, value: p50, unit: 'ms', limit: null });
    rows.push({ what: `${day.name}: ${name}, p95`, value: p95, unit: 'ms', limit: 12 });
    costs.set(name, (costs.get(name) ?? new Map()).set(day.name, p50));
  }
  await running.stop();
});

test('the cost does not grow with the agenda', () => {
  for (const [name, byDay] of costs) {
    const [few, many] = [byDay.get('20 agencies') ?? Number.NaN, byDay.get('67 agencies') ?? Number.NaN];
    rows.push({ what: `67 agencies / 20 agencies: ${name}, p50`, value: many / few, unit: '×', limit: 1.2 });
  }
});

test.each(DAYS.filter(({ name }) => name !== '20 agencies'))(
  'no command freezes a desk of a quarter of the speed: $name',
  async (day) => {
    const { browser, desk, running } = await atDesk(day);
    const meter = await pageMeter(desk);
    await meter.throttle(4);
    const longest = await longestTasks(browser, desk, () =>
      turns(desk, SPAN_SLOW, async (name, press) => {
        await markIn(desk, name);
        await press();
        await markIn(desk, 'between');
      }),
    );
    for (const { name } of TURN) {
      const samples = longest.get(name) ?? [];
      rows.push({
        what: `${day.name} at 4×: longest task of ${name}, p50`,
        value: percentile(samples, 0.5),
        unit: 'ms',
        limit: null,
      });
      rows.push({
        what: `${day.name} at 4×: longest task of ${name}, most`,
        value: Math.max(...samples),
        unit: 'ms',
        limit: 50,
      });
    }
    await running.stop();
  },
);

test('what is loaded while nobody is at work freezes no desk of a quarter of the speed', async () => {
  for (let n = 0; n < FRESH_DESKS; n += 1) {
    const { browser, desk, running } = await atDesk(DAYS[0] as Day);
    const meter = await pageMeter(desk);
    await meter.throttle(4);
    // What waits in the page is put there before, and is no work of the desk.
    await desk.waitForFunction(() => true);
    const longest = await longestTasks(browser, desk, async () => {
      await markIn(desk, 'at rest');
      // The last of all that is loaded in advance: src-renderer/desk/parts.ts.
      await desk.waitForFunction(
        () => performance.getEntriesByType('resource').some(({ name }) => name.includes('/settings-and-data-')),
        null,
        { timeout: 60_000 },
      );
      await sleep(SPAN_SLOW);
    });
    const value = Math.max(...(longest.get('at rest') ?? []));
    rows.push({ what: `sample at 4×: longest task at rest, desk ${n + 1}`, value, unit: 'ms', limit: 50 });
    await running.stop();
  }
});

test('every figure is within its limit', () => {
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ value, limit }) => limit !== null && !(value <= limit))).toEqual([]);
});
