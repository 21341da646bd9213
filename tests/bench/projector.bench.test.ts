import { writeFile } from 'node:fs/promises';
import { chromium, type Page } from '@playwright/test';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { findBrowser } from '#main/hosts/browser/find-browser.ts';
import { accepted, startApplication } from '../support/running-application.ts';
import { temporaryFolder } from '../support/temp-folder.ts';
import { percentile, type Row, table } from './measure.ts';

const COMMANDS = 300;

const LONG = 'Selesaikan ruas jalan yang rusak sebelum musim hujan, dan laporkan kemajuannya setiap pekan. '.repeat(2);

const directive = (itemId: string, text: string): Command => ({
  type: 'note.add',
  itemId,
  author: { kind: 'leader', role: 'bupati' },
  kind: 'directive',
  visibility: 'shown',
  text,
  concerns: null,
});

function newestNote(meeting: Meeting | null, itemId: string): string {
  const newest = Object.values(meeting?.notes[itemId] ?? {}).toSorted((a, b) => b.at - a.at)[0];
  if (newest === undefined) throw new Error('the item has no note');
  return newest.id;
}

const rows: Row[] = [];
afterAll(async () => {
  console.log(`\n${table(rows)}`);
  const path = process.env.EKSPOSE_BENCH_JSON;
  const text = JSON.stringify({ node: process.version, rows }, null, 1);
  if (path === undefined) console.log(text);
  else await writeFile(path.replace(/(\.json)?$/, '-room.json'), `${text}\n`);
});

/** The clock of this process, as instants; the page has one of the same kind. */
const now = (): number => performance.timeOrigin + performance.now();

/** How far the page's clock is ahead of this process's, ms: from the fastest of many requests. */
async function aheadBy(page: Page): Promise<number> {
  let best = { took: Number.POSITIVE_INFINITY, ahead: 0 };
  for (let n = 0; n < 60; n += 1) {
    const asked = now();
    const there = await page.evaluate(() => performance.timeOrigin + performance.now());
    const took = now() - asked;
    if (took < best.took) best = { took, ahead: there - (asked + took / 2) };
  }
  return best.ahead;
}

/** The time between two frames of the page, ms, many times. */
const frames = (page: Page): Promise<number[]> =>
  page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const found: number[] = [];
        let last = performance.now();
        const next = (at: number): void => {
          found.push(at - last);
          last = at;
          if (found.length > 200) resolve(found.slice(1));
          else requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
  );

test('a command at the desk is on the projector about as soon as a bare message and a frame', async () => {
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? '',
    args: ['--disable-background-networking'],
  });
  onTestFinished(() => browser.close());
  const running = await startApplication(await temporaryFolder());
  const desk = await running.connect('desk');
  accepted(await desk.ask('sample.create', {}));
  const meeting = desk.view().meeting;
  const agency = meeting?.agenda.order.find((id) => meeting.agenda.items[id]?.kind === 'agency') ?? '';
  accepted(await desk.send({ type: 'turn.call', itemId: agency }));
  accepted(await desk.send({ type: 'turn.start' }));
  for (let n = 0; n < 5; n += 1) accepted(await desk.send(directive(agency, LONG)));
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(running.urls.projector);
  await page.locator('.digits').waitFor();
  await page.evaluate(() => {
    const changes: number[] = [];
    new MutationObserver(() => changes.push(performance.timeOrigin + performance.now())).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    Object.assign(window, { changes });
  });
  const ahead = await aheadBy(page);

  // Each must be visible on the projector: without notes, for example, the layout without notes would be the same
  // picture.
  const commands: readonly (() => Command)[] = [
    () => ({ type: 'turn.addTime', by: 60_000 }),
    () => ({ type: 'turn.addTime', by: -60_000 }),
    () => ({ type: 'screen.layout', layout: 'clock' }),
    () => ({ type: 'screen.layout', layout: 'full' }),
    () => directive(agency, LONG),
    () => ({ type: 'note.delete', noteId: newestNote(desk.view().meeting, agency) }),
    () => ({ type: 'turn.pause' }),
    () => ({ type: 'turn.resume' }),
    () => ({ type: 'screen.blank', on: true }),
    () => ({ type: 'screen.blank', on: false }),
  ];
  const reached: number[] = [];
  const bare: number[] = [];
  for (let n = 0; n < COMMANDS; n += 1) {
    const command = commands[n % commands.length];
    if (command === undefined) throw new Error('no command');
    const sent = now();
    accepted(await desk.send(command()));
    // The first change after it was sent: all of it comes in one. Now and then it is the second's own, which is no later.
    const at = await page.evaluate(
      (since) =>
        new Promise<number>((resolve) => {
          const { changes } = window as unknown as { changes: number[] };
          const look = (): void => {
            const found = changes.find((one) => one >= since);
            if (found === undefined) requestAnimationFrame(look);
            else resolve(found);
          };
          look();
        }),
      sent + ahead,
    );
    reached.push(at - ahead - sent);
    const begun = now();
    // The shortest thing that can be said and answered: no such kind of message.
    await desk.call({ kind: 'none' });
    bare.push(now() - begun);
    // In another phase of the frame each time.
    await new Promise((resolve) => setTimeout(resolve, 20 + (n % 17)));
  }
  const frame = percentile(await frames(page), 0.95);
  const [p95, bare95] = [percentile(reached, 0.95), percentile(bare, 0.95)];
  rows.push(
    {
      what: 'a command until the projector’s page is another, p50',
      value: percentile(reached, 0.5),
      unit: 'ms',
      limit: null,
    },
    { what: 'a command until the projector’s page is another, p95', value: p95, unit: 'ms', limit: null },
    { what: 'a bare message and its answer, p95', value: bare95, unit: 'ms', limit: null },
    { what: 'an animation frame, p95', value: frame, unit: 'ms', limit: null },
    { what: 'command / (bare message + frame), p95', value: p95 / (bare95 + frame), unit: '×', limit: 1.5 },
  );
  await running.stop();
});

test('every figure is within its limit', () => {
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ value, limit }) => limit !== null && !(value <= limit))).toEqual([]);
});
