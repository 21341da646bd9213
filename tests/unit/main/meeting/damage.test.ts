import { describe, expect, test } from 'vitest';
import { type DiskImage, type Entry, type FileImage, ROOT } from '../../../doubles/disk/disk-image.ts';
import { dice } from '../../../doubles/disk/legal-states.ts';
import { simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { depth } from '../../../support/depth.ts';
import { counter, movedClock } from '../../../support/projector-at-work.ts';
import { type Found, KINDS, type Kind, type Stored } from '../../../support/stored-documents.ts';

const DATA = '/data';
const JOURNAL = 'journal.ndjson';
const report = (): void => undefined;
/** Changes in the journal that are in no snapshot, at least. */
const AFTER = 8;

/** How much of a kind is tried: of the register less, since its files are read by the same code. */
interface Depth {
  readonly kind: Kind;
  /** Every so many bytes a file is cut, and every time so near to its ends. */
  readonly step: number;
  readonly ends: number;
  readonly flips: number;
}

interface Kept {
  readonly folder: string;
  readonly image: DiskImage;
  readonly last: Found;
  /** The document as JSON after each change. */
  readonly model: ReadonlyMap<number, string>;
}

const storedOn = (kind: Kind, image: DiskImage): Stored =>
  kind.at(simulatedDisk({ image }).port, movedClock(), counter('z'), { dataFolder: DATA, report });

/** A document stopped in the middle of a sitting: a snapshot, the one before it, and a journal with changes in it. */
async function stoppedInTheMiddle(kind: Kind): Promise<Kept> {
  const roll = dice(20210517);
  const disk = simulatedDisk();
  await disk.port.makeFolder(DATA);
  await disk.port.syncFolder('/');
  const clock = movedClock();
  const stored = kind.at(disk.port, clock, counter('k'), { dataFolder: DATA, report, tuning: { bound: 5000 } });
  await stored.create();
  const session = await stored.open(() => undefined);
  const model = new Map([[0, JSON.stringify(stored.first)]]);
  const inSnapshot = async (): Promise<number> =>
    (JSON.parse(await disk.port.read(`${stored.folder}/${kind.word}.json`)) as { seq: number }).seq;
  for (let n = 0; n < 40 || session.saved().durable - (await inSnapshot()) < AFTER; n += 1) {
    clock.advance(2000);
    session.act(roll);
    model.set(session.saved().seq, JSON.stringify(session.value()));
    await session.flush();
  }
  await session.mark();
  await session.stop();
  const image = disk.image();
  const files = new Map([...image.files].map(([id, file]): [number, FileImage] => [id, { ...file, pending: [] }]));
  const durable = { ...image, files };
  return { folder: stored.folder, image: durable, last: await storedOn(kind, durable).find(), model };
}

function entryAt(image: DiskImage, path: string): number {
  let entry: Entry = { kind: 'folder', id: ROOT };
  for (const part of path.split('/').filter((name) => name !== '')) {
    const next = image.folders.get(entry.id)?.synced.get(part);
    if (next === undefined) throw new Error(`no ${path}`);
    entry = next;
  }
  return entry.id;
}

/** How many whole lines of changes are in front of an offset of the journal. */
const provenBefore = (journal: Buffer, offset: number): number =>
  Math.max(0, journal.subarray(0, offset).toString('latin1').split('\n').length - 2);

/** The journal's row that contains a byte, as text. */
const rowAt = (journal: Buffer, offset: number): string =>
  journal
    .subarray(journal.lastIndexOf('\n', offset - 1) + 1)
    .toString('utf8')
    .split('\n', 1)[0] ?? '';

/** What of the last document's words is neither in another one nor in some other text. */
const wordsMissing = (last: Found, opened: Found, elsewhere: string): string[] => {
  const present = JSON.stringify(opened.value);
  return last.words.filter((text) => !present.includes(JSON.stringify(text).slice(1, -1)) && !elsewhere.includes(text));
};

const EACH: readonly Depth[] = [
  { kind: KINDS.meeting, step: depth(150, 1), ends: 40, flips: depth(120, 2000) },
  { kind: KINDS.register, step: depth(80, 1), ends: 40, flips: depth(60, 800) },
];

describe.each(EACH)('$kind.word:', { timeout: 300_000 }, ({ kind, step, ends, flips }) => {
  const SNAPSHOT = `${kind.word}.json`;
  const working = stoppedInTheMiddle(kind);
  /** What was left of it, and what is found when one of its files contains something else. */
  async function left() {
    const kept = await working;
    const bytesOf = (name: string): Buffer =>
      kept.image.files.get(entryAt(kept.image, `${kept.folder}/${name}`))?.synced ?? Buffer.alloc(0);
    const withFile = (name: string, synced: Buffer): DiskImage => ({
      ...kept.image,
      files: new Map(kept.image.files).set(entryAt(kept.image, `${kept.folder}/${name}`), { synced, pending: [] }),
    });
    const { seq: inSnapshot } = JSON.parse(bytesOf(SNAPSHOT).toString()) as { seq: number };
    const find = (name: string, bytes: Buffer): Promise<Found> => storedOn(kind, withFile(name, bytes)).find();
    const isModel = ({ value, seq }: Found): boolean => JSON.stringify(value) === kept.model.get(seq);
    return { ...kept, bytesOf, withFile, find, inSnapshot, isModel };
  }
  /** The lengths to which a file is cut. */
  const cuts = (length: number): number[] =>
    Array.from({ length }, (_, n) => n).filter((n) => n % step === 0 || n < ends || n > length - ends);

  test('under test has a snapshot in the middle of its changes and a journal after it', async () => {
    const { inSnapshot, last } = await left();
    expect(inSnapshot).toBeGreaterThan(0);
    expect(last.seq - inSnapshot).toBeGreaterThanOrEqual(AFTER);
    expect(last.words.length).toBeGreaterThan(0);
  });

  test('loses nothing by a snapshot cut at any byte: the one before it and both journals prove every change', async () => {
    const { find, bytesOf, last, isModel } = await left();
    const whole = bytesOf(SNAPSHOT);
    for (const length of cuts(whole.length)) {
      const found = await find(SNAPSHOT, whole.subarray(0, length));
      if (found.seq !== last.seq || !isModel(found)) expect.fail(`cut at ${length}: ${found.seq}`);
      // The last byte is a line end, which proves nothing.
      if (length < whole.length - 1) expect(found.notices.map(({ code }) => code)).toEqual(['openedFromBackup']);
    }
  });

  test('has every change before the cut of a journal cut at any byte, and says that some are missing', async () => {
    const { find, bytesOf, last, inSnapshot, isModel } = await left();
    const whole = bytesOf(JOURNAL);
    for (const length of cuts(whole.length)) {
      const found = await find(JOURNAL, whole.subarray(0, length));
      const least = inSnapshot + provenBefore(whole, length);
      if (found.seq < least || !isModel(found)) expect.fail(`cut at ${length}: ${found.seq} of ${least}`);
      if (found.seq < last.seq && found.notices.length === 0)
        expect.fail(`cut at ${length}: ${last.seq - found.seq} changes lost in silence`);
    }
  });

  test('loses by a byte flipped at any of many places at most its own change, and never in silence', async () => {
    const { find, bytesOf, last } = await left();
    const roll = dice(4711);
    const costs: number[] = [];
    for (let n = 0; n < flips; n += 1) {
      const name = [SNAPSHOT, JOURNAL][roll(2)] ?? SNAPSHOT;
      const whole = bytesOf(name);
      const place = roll(whole.length);
      const flipped = Buffer.from(whole);
      flipped[place] = (flipped[place] ?? 0) ^ (1 + roll(255));
      const found = await find(name, flipped);
      const same = JSON.stringify(found.value) === JSON.stringify(last.value);
      const least = name === SNAPSHOT || place < whole.lastIndexOf('\n', -2) ? last.seq : last.seq - 1;
      if (found.seq < least || (name === SNAPSHOT && !same)) expect.fail(`${name} at ${place}: ${found.seq}`);
      if (same) continue;
      const told = found.notices.find(({ code }) => code === 'changesUnreadable');
      if (told === undefined) expect.fail(`${name} at ${place}: lost in silence`);
      costs.push(Number(told.params.count));
      expect(found.brokenRules).toEqual([]);
      const row = rowAt(whole, place).replaceAll(/\\(.)/g, '$1');
      expect(wordsMissing(last, found, `${row} ${told.params.words ?? ''}`), `${name} at ${place}`).toEqual([]);
    }
    expect(costs.length).toBeGreaterThan(flips / 20);
    console.log(`${costs.length} of ${flips} flips cost changes: ${costs.reduce((sum, cost) => sum + cost, 0)} in all`);
  });

  test.each(['', 'bukan JSON', '{}', 'null', '[]', '\0\0\0\0', `{"format":"ekspose-${kind.word}"}`])(
    'is never opened as an empty one for a snapshot that holds %j',
    async (text) => {
      const { find, last } = await left();
      expect((await find(SNAPSHOT, Buffer.from(text))).value).toEqual(last.value);
    },
  );

  test('keeps a damaged journal whole beside its successor, and the next start reports nothing', async () => {
    const { bytesOf, withFile, last } = await left();
    const whole = bytesOf(JOURNAL);
    const flipped = Buffer.from(whole);
    const place = whole.indexOf('"op"', whole.length / 2);
    flipped[place] = 0;
    const disk = simulatedDisk({ image: withFile(JOURNAL, flipped) });
    const stored = kind.at(disk.port, movedClock(), counter('z'), { dataFolder: DATA, report });
    const session = await stored.open(() => undefined);
    await session.flush();
    const [notice] = session.found.notices;
    expect(notice).toMatchObject({ code: 'changesUnreadable' });
    expect(Number(notice?.params.count)).toBeGreaterThan(0);
    expect(session.found.seq).toBe(last.seq);
    expect(await disk.port.read(String(notice?.params.path))).toBe(flipped.toString('utf8'));
    await session.mark();
    await session.close();
    expect((await stored.find()).notices).toEqual([]);
  });
});
