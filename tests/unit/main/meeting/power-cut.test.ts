import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { DiskImage } from '../../../doubles/disk/disk-image.ts';
import { type Dice, dice, legalStates } from '../../../doubles/disk/legal-states.ts';
import { type SimulatedDiskOptions, simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { depth } from '../../../support/depth.ts';
import { counter, movedClock } from '../../../support/projector-at-work.ts';
import { KINDS, type Kind, type Sitting } from '../../../support/stored-documents.ts';

const DATA = '/data';

/** The disk at one instant, what had been called saved by then, and how much had been sent. */
interface Cut {
  readonly image: DiskImage;
  readonly created: boolean;
  readonly acknowledged: number;
  readonly sent: number;
}

interface Day {
  readonly kind: Kind;
  readonly folder: string;
  readonly cuts: readonly Cut[];
  /** The document as JSON after each change. */
  readonly model: ReadonlyMap<number, string>;
}

/** Lets others run, a few turns of the event loop. */
const pause = async (turns: number): Promise<void> => {
  for (let n = 0; n < turns; n += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** A day of random work on a simulated disk, with the disk photographed before every single operation. */
async function work(kind: Kind, roll: Dice, forgets: SimulatedDiskOptions['forgets'] = () => false): Promise<Day> {
  const cuts: Cut[] = [];
  const model = new Map<number, string>();
  let session: Sitting | null = null;
  let created = false;
  let acknowledged = 0;
  const photograph = (): void => {
    const saved = session?.saved();
    acknowledged = Math.max(acknowledged, saved?.durable ?? 0);
    cuts.push({
      image: disk.image(),
      created,
      acknowledged,
      // While a meeting is being opened only the change that stops an interrupted turn can be on its way.
      sent: saved?.seq ?? acknowledged + 1,
    });
  };
  const disk = simulatedDisk({ before: photograph, forgets });
  await disk.port.makeFolder(DATA);
  await disk.port.syncFolder('/');
  cuts.length = 0;

  const clock = movedClock();
  const newId = counter(`w${roll(1_000_000)}-`);
  const report = (error: unknown): never => {
    throw error;
  };
  const tuning = { bound: 600 + roll(6000) };
  const stored = kind.at(disk.port, clock, newId, { dataFolder: DATA, report, tuning });
  model.set(0, JSON.stringify(stored.first));
  await stored.create();
  created = true;

  for (let sitting = 0; sitting < 3; sitting += 1) {
    clock.restart();
    const note = () => model.set(own.saved().seq, JSON.stringify(own.value()));
    const own: Sitting = await stored.open(() => note());
    session = own;
    note();
    for (let n = 4 + roll(14); n > 0; n -= 1) {
      clock.advance(roll(30_000));
      own.act(roll);
      if (roll(3) === 0) await pause(roll(4));
      if (roll(6) === 0) await own.flush();
      if (roll(4) === 0) await own.beat();
    }
    if (roll(4) === 0) await own.stop();
    else await own.close();
    acknowledged = Math.max(acknowledged, own.saved().durable);
    session = null;
    // A sitting that was merely stopped may still have been writing.
    await pause(20);
  }
  photograph();
  return { kind, folder: stored.folder, cuts, model };
}

const fingerprint = ({ files, folders }: DiskImage): string => {
  const hash = createHash('sha1');
  for (const [id, { synced }] of files) hash.update(`${id}:`).update(synced);
  for (const [id, { synced }] of folders) hash.update(`${id}:${[...synced].map(([name, entry]) => name + entry.id)};`);
  return hash.digest('base64');
};

interface Tally {
  cuts: number;
  states: number;
  opened: number;
  problems: string[];
}

/** Opens every legal state of every cut and compares it with the model, up to the first cut that shows a problem. */
async function check(day: Day, roll: Dice, most: number, tally: Tally): Promise<void> {
  const seen = new Map<string, { seq: number; text: string } | string>();
  for (const { image, created, acknowledged, sent } of day.cuts) {
    if (tally.problems.length > 0) return;
    tally.cuts += 1;
    if (!created) continue;
    for (const state of legalStates(image, roll, most)) {
      tally.states += 1;
      const key = fingerprint(state);
      let found = seen.get(key);
      if (found === undefined) {
        tally.opened += 1;
        const { port } = simulatedDisk({ image: state });
        found = await day.kind.recovered(port, day.folder).then(
          ({ value, seq }) => ({ seq, text: JSON.stringify(value) }),
          (error: unknown) => String(error),
        );
        seen.set(key, found);
      }
      if (typeof found === 'string') tally.problems.push(`not opened: ${found}`);
      else if (found.seq < acknowledged) tally.problems.push(`lost: ${found.seq} of ${acknowledged} acknowledged`);
      else if (found.seq > sent) tally.problems.push(`invented: ${found.seq} of ${sent} sent`);
      else if (found.text !== day.model.get(found.seq)) tally.problems.push(`another ${day.kind.word} at ${found.seq}`);
    }
  }
}

const days = async (
  kind: Kind,
  seeds: readonly number[],
  most: number,
  forgets?: SimulatedDiskOptions['forgets'],
): Promise<Tally> => {
  const tally: Tally = { cuts: 0, states: 0, opened: 0, problems: [] };
  for (const seed of seeds) {
    const roll = dice(seed);
    await check(await work(kind, roll, forgets), roll, most, tally);
  }
  return tally;
};

const SEEDS = Array.from({ length: depth(3, 40, 'EKSPOSE_DAYS') }, (_, n) => n + 1);

/** Of the register fewer days: its files are written by the same code. */
const EACH = [
  [KINDS.meeting, SEEDS],
  [KINDS.register, SEEDS.slice(0, depth(2, 20))],
] as const;

test.each(EACH)(
  'whatever a power cut leaves of the $word, after any single operation, every acknowledged change is there',
  {
    timeout: 300_000,
  },
  async (kind, seeds) => {
    const tally = await days(kind, seeds, 24);
    console.log(
      `${seeds.length} days, ${tally.cuts} cuts, ${tally.states} states, ${tally.opened} distinct ones opened`,
    );
    expect(tally.problems).toEqual([]);
    expect(tally.cuts).toBeGreaterThan(seeds.length * 50);
  },
);

test.each([
  [KINDS.meeting, SEEDS.slice(0, depth(2, 12)), 150],
  [KINDS.register, SEEDS.slice(0, depth(1, 6)), 50],
] as const)(
  'a power cut while files of the $word are put in order after an earlier one loses nothing either',
  {
    timeout: 300_000,
  },
  async (kind, seeds, least) => {
    let again = 0;
    for (const seed of seeds) {
      const roll = dice(seed);
      const day = await work(kind, roll);
      const states = day.cuts.filter(({ created }) => created).flatMap(({ image }) => legalStates(image, roll, 6));
      for (const state of Array.from({ length: 12 }, () => states[roll(states.length)])) {
        if (state === undefined) continue;
        const { folder } = day;
        const before = await kind.recovered(simulatedDisk({ image: state }).port, folder);
        const images: DiskImage[] = [];
        const disk = simulatedDisk({ image: state, before: () => images.push(disk.image()) });
        const options = { dataFolder: DATA, report: () => undefined };
        const own = await kind.at(disk.port, movedClock(), counter('again'), options).open(() => undefined);
        await own.close();
        images.push(disk.image());
        for (const image of images.flatMap((other) => legalStates(other, roll, 8))) {
          again += 1;
          const after = await kind.recovered(simulatedDisk({ image }).port, folder);
          expect(after.seq).toBeGreaterThanOrEqual(before.seq);
          if (after.seq === before.seq) expect(after.value).toEqual(before.value);
          else expect(after.value).toEqual(own.value());
        }
      }
    }
    expect(again).toBeGreaterThan(least);
  },
);

const file = (name: string) => (operation: string, path: string) => operation === 'sync' && path.endsWith(name);

test.each([
  ['the journal is appended without a sync', KINDS.meeting, file('/journal.ndjson')],
  ['the snapshot is renamed before it is synced', KINDS.meeting, file('/meeting.json.tmp')],
  ['names move without their folder being synced', KINDS.meeting, (operation: string) => operation === 'syncFolder'],
  ['the register is renamed before it is synced', KINDS.register, file('/register.json.tmp')],
])('the test notices when %s', { timeout: 300_000 }, async (_what, kind, forgets) => {
  const tally = await days(kind, [1, 2], 24, forgets);
  expect(tally.problems.length).toBeGreaterThan(0);
});
