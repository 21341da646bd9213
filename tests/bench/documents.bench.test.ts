import { writeFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { afterAll, expect, test } from 'vitest';
import type { Meeting } from '#core/model/meeting.ts';
import type { DocumentRequest } from '#main/documents/document-html.tsx';
import { printedDocument } from '#main/documents/document-pdf.ts';
import { findBrowser } from '#main/hosts/browser/find-browser.ts';
import { printPdfWith } from '#main/hosts/browser/print-pdf.ts';
import { openRoom } from '../support/build-meeting.ts';
import { NO_LETTERHEAD, optionsWith, pageOf } from '../support/document-page.ts';
import { percentile, type Row, table } from './measure.ts';

const ITEMS = 45;
const NOTES_OF_AN_ITEM = 25;
const RUNS = 5;

const found = findBrowser();
if (found === null) throw new Error('no Chromium, Chrome or Edge to print with');
const browser = found;

const rows: Row[] = [];
afterAll(async () => {
  console.log(`\n${table(rows)}`);
  const path = process.env.EKSPOSE_BENCH_JSON;
  const text = JSON.stringify({ node: process.version, rows }, null, 1);
  if (path === undefined) console.log(text);
  else await writeFile(path.replace(/(\.json)?$/, '-documents.json'), `${text}\n`);
});

/** A large rakor: every agency has presented, and 25 notes stand under each. */
function largeMeeting(): Meeting {
  const agencies = Array.from({ length: ITEMS }, (_, n) => ({
    id: `a${n}`,
    name: `Dinas Contoh Nomor ${n}`,
    short: `Dinas ${n}`,
    head: 'Kepala Dinas',
    inAgenda: true,
  }));
  const room = openRoom({ agencies });
  const kinds = ['note', 'problem', 'question', 'proposal', 'solution', 'directive', 'decision'] as const;
  const roles = ['bupati', 'wakil', 'sekda', 'asisten1', 'stafAhli2'] as const;
  for (const { name } of agencies) {
    const { id } = room.item(name);
    room.send({ type: 'turn.call', itemId: id });
    room.send({ type: 'turn.start' });
    room.clock.advance(60_000 * 11);
    for (let n = 0; n < NOTES_OF_AN_ITEM; n += 1) {
      room.send({
        type: 'note.add',
        itemId: id,
        author: { kind: 'leader', role: roles[n % roles.length] ?? 'bupati' },
        kind: kinds[n % kinds.length] ?? 'note',
        visibility: 'internal',
        text: `Catatan ${n} untuk ${name}: percepat pelaksanaan kegiatan dan laporkan kemajuannya setiap pekan.`,
        concerns: null,
      });
    }
    room.send({ type: 'turn.finish', callNext: false });
  }
  return room.meeting();
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}

test('minutes of 1,125 notes take hardly longer than the bare browser for the same page', async () => {
  const meeting = largeMeeting();
  const options = optionsWith({}, { chart: false });
  const request: DocumentRequest = {
    document: 'minutes',
    meeting,
    letterhead: NO_LETTERHEAD,
    emblem: null,
    agencyId: null,
    options,
  };
  const html = pageOf(meeting, { options });
  const print = (page: string) => printPdfWith(browser, page);
  await print(html);

  const bares: number[] = [];
  const times: number[] = [];
  const making: number[] = [];
  const memory: number[] = [];
  let size = 0;
  for (let run = 0; run < RUNS; run += 1) {
    // One after the other in the same moment, so that a slice of another program falls on both; who is first, alternates.
    const bareFirst = run % 2 === 0;
    const first = await timed(() => (bareFirst ? print(html) : printedDocument(request, print)));
    const second = await timed(() => (bareFirst ? printedDocument(request, print) : print(html)));
    const [bare, whole] = bareFirst ? [first, second] : [second, first];
    bares.push(bare.ms);
    times.push(whole.ms);
    size = whole.value.byteLength;
    making.push((await timed(async () => pageOf(meeting, { options }))).ms);
    globalThis.gc?.();
    memory.push(process.memoryUsage().rss / 2 ** 20);
  }
  const limit = 1.5;
  // The fastest of each: what another program takes of a processor only ever adds.
  const ratio = percentile(times, 0) / percentile(bares, 0);
  rows.push({ what: 'minutes of 1,125 notes, PDF: fastest', value: percentile(times, 0), unit: 'ms', limit: null });
  rows.push({ what: 'of that, making the page', value: percentile(making, 0), unit: 'ms', limit: null });
  rows.push({ what: 'size of that PDF', value: size / 2 ** 20, unit: 'MB', limit: null });
  rows.push({
    what: 'against the bare browser printing the same page (fastest of 5 each)',
    value: ratio,
    unit: '×',
    limit,
  });
  // The first run warms up; from the second on the main process must not keep what it has printed.
  const growth = (memory.at(-1) ?? 0) - (memory[1] ?? 0);
  const mostGrowth = 64;
  rows.push({ what: `memory of main after ${RUNS - 2} further exports`, value: growth, unit: 'MB', limit: mostGrowth });
  expect(ratio).toBeLessThan(limit);
  expect(growth).toBeLessThan(mostGrowth);
});
