import { writeFile } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { agencyRows } from '../support/agency-rows.ts';
import { accepted, startApplication } from '../support/running-application.ts';
import { pdfBytes, sha256 } from '../support/slides-on-disk.ts';
import { temporaryFolder } from '../support/temp-folder.ts';
import { uploadSlides } from '../support/upload-slides.ts';
import { type Row, table } from './measure.ts';
import { residentOf } from './process-memory.ts';

const MB = 1_000_000;
const FILE = 50 * MB;
const PIECE = 1_048_576;

const rows: Row[] = [];
afterAll(async () => {
  console.log(`\n${table(rows)}`);
  const path = process.env.EKSPOSE_BENCH_JSON;
  const text = JSON.stringify({ node: process.version, rows }, null, 1);
  if (path !== undefined) await writeFile(path.replace(/(\.json)?$/, '-slides.json'), `${text}\n`);
});

// Main passes on what windows send and fetch, and holds no file: after many files it has what it had after the first few.
test.skipIf(process.platform !== 'linux')('main holds no file in memory', { timeout: 300_000 }, async () => {
  const running = await startApplication(await temporaryFolder());
  const desk = await running.connect('desk');
  accepted(
    await desk.ask('meeting.create', {
      title: 'Rakor',
      date: '2026-05-18',
      agencies: agencyRows('Dinas Sosial'),
      carryFrom: null,
    }),
  );
  const pid = running.process.pid ?? 0;
  const { origin } = new URL(running.urls.desk);

  /** Stores a file of 50 MB, fetches it whole and in parts; the most memory that main had meanwhile, MB. */
  async function pass(word: string): Promise<number> {
    let most = 0;
    const look = () => {
      most = Math.max(most, residentOf(pid));
    };
    const ticker = setInterval(look, 20);
    const bytes = pdfBytes(word, FILE);
    const hash = await uploadSlides(desk, `${word}.pdf`, bytes, PIECE);
    expect(hash).toBe(sha256(bytes));
    const { url } = accepted(await desk.ask('slides.address', { hash }));
    const whole = await fetch(new URL(url, origin));
    let length = 0;
    for await (const part of whole.body ?? []) length += part.length;
    expect(length).toBe(FILE);
    for (let at = 0; at < FILE; at += 5 * MB) {
      const part = await fetch(new URL(url, origin), { headers: { range: `bytes=${at}-${at + 65_535}` } });
      expect((await part.arrayBuffer()).byteLength).toBe(65_536);
    }
    clearInterval(ticker);
    look();
    return most;
  }

  // The first passes let the heap find its size.
  for (const word of ['satu', 'dua']) await pass(word);
  const before = await pass('tiga');
  const after = [await pass('empat'), await pass('lima'), await pass('enam')];
  const grown = Math.max(...after) - before;
  rows.push({ what: 'main, most memory while a 50 MB file passes', value: before, unit: 'MB', limit: null });
  rows.push({ what: 'main, more after three further files of 50 MB', value: grown, unit: 'MB', limit: FILE / MB });
  // Three files that were held would be 150 MB.
  expect(grown).toBeLessThan(FILE / MB);
});
