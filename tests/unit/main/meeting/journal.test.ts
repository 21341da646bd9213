import { expect, test } from 'vitest';
import { MEETING_SCHEMA } from '#core/model/meeting.ts';
import { instant, mono } from '#core/time/units.ts';
import { MEETING } from '#main/meeting/document-kind.ts';
import { NO_STEPS } from '#main/meeting/history.ts';
import { type Journal, journal } from '#main/meeting/journal.ts';
import { headerText, type JournalLine, readJournal } from '#main/meeting/journal-text.ts';
import { failure, simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { movedClock, roomOf } from '../../../support/projector-at-work.ts';

const FOLDER = '/data/meetings/m';

interface Rig {
  readonly journal: Journal;
  readonly states: ReturnType<Journal['state']>[];
  /** Pending syncs of the journal file, the oldest first: each ends as instructed. */
  readonly syncs: { done(): Promise<void>; fail(code: string): Promise<void> }[];
  /** What was reported besides the state: the first of several failures. */
  readonly reported: unknown[];
  /** Nothing can be written from now on. */
  full(on: boolean): void;
  /** Every sync is done at once from now on. */
  free(): void;
  /** Lets the waiting retry happen. */
  retry(): Promise<void>;
  retriesWaiting(): number;
  append(): void;
  /** The changes that the file proves. */
  numbers(name: string): Promise<number[]>;
}

/** Microtasks only: nothing here waits for real time. */
const settle = async (): Promise<void> => {
  for (let n = 0; n < 200; n += 1) await Promise.resolve();
};

async function rig(): Promise<Rig> {
  const clock = movedClock();
  const meeting = roomOf(clock);
  const waiting: (() => void)[] = [];
  const syncs: Rig['syncs'] = [];
  const states: Rig['states'] = [];
  const reported: unknown[] = [];
  let gated = true;
  let isFull = false;
  const disk = simulatedDisk({
    before(operation, path) {
      if (isFull && operation === 'write') throw failure('ENOSPC', path);
    },
  });
  await disk.port.makeFolder(FOLDER);
  const header = headerText({ schema: MEETING_SCHEMA, after: 0 });
  await disk.port.writeSynced(`${FOLDER}/journal.ndjson`, header);
  const files = {
    ...disk.port,
    async openAppend(path: string) {
      const file = await disk.port.openAppend(path);
      return {
        ...file,
        async sync() {
          if (gated) {
            await new Promise<void>((resolve, reject) => {
              syncs.push({
                done: () => {
                  resolve();
                  return settle();
                },
                fail: (code) => {
                  reject(failure(code, path));
                  return settle();
                },
              });
            });
          }
          await file.sync();
        },
      };
    },
  };
  let seq = 0;
  const own = journal({
    files,
    folder: FOLDER,
    root: '/data/meetings',
    seq: 0,
    journalBytes: Buffer.byteLength(header),
    snapshotStale: false,
    kind: MEETING,
    quarantine: {},
    fullState: () => ({ document: meeting, steps: NO_STEPS, at: instant(1), mono: mono(1) }),
    onState: () => states.push(own.state()),
    now: () => instant(1000),
    report: (error) => reported.push(error),
    wait: (_ms, then) => {
      waiting.push(then);
      return { cancel: () => waiting.splice(waiting.indexOf(then), 1) };
    },
  });
  return {
    journal: own,
    states,
    syncs,
    reported,
    full: (on) => {
      isFull = on;
    },
    free: () => {
      gated = false;
    },
    async retry() {
      for (const then of waiting.splice(0)) then();
      await settle();
    },
    retriesWaiting: () => waiting.length,
    append() {
      seq += 1;
      const line: JournalLine = {
        seq,
        at: instant(1),
        mono: mono(1),
        audience: 'desk',
        type: 'meeting.edit',
        op: 'do',
        patches: [],
      };
      own.append(line);
    },
    numbers: async (name) => readJournal(await disk.port.read(`${FOLDER}/${name}`)).lines.map((line) => line.seq),
  };
}

test('a change is durable only when its sync has returned', async () => {
  const { journal: own, append, syncs, reported } = await rig();
  append();
  await settle();
  expect(own.state()).toMatchObject({ seq: 1, durable: 0, at: null });
  await syncs[0]?.done();
  expect(own.state()).toMatchObject({ seq: 1, durable: 1, at: 1000, failing: null });
  expect(reported).toEqual([]);
});

test('changes that come during a write share the next one, and are not called durable by the first', async () => {
  const { journal: own, append, syncs } = await rig();
  append();
  append();
  append();
  await settle();
  expect(syncs).toHaveLength(1);
  await syncs[0]?.done();
  expect(own.state()).toMatchObject({ seq: 3, durable: 1 });
  expect(syncs).toHaveLength(2);
  await syncs[1]?.done();
  expect(own.state()).toMatchObject({ seq: 3, durable: 3 });
  expect(syncs).toHaveLength(2);
});

test('a failed write is reported, kept and retried at its interval until it succeeds', async () => {
  const { journal: own, append, syncs, retry, states, free, full, reported, retriesWaiting } = await rig();
  append();
  await settle();
  await syncs[0]?.fail('ENOSPC');
  expect(own.state()).toMatchObject({
    durable: 0,
    failing: { code: 'saveFailed', reason: 'full' },
  });
  expect(states.at(-1)?.failing).not.toBeNull();
  append();
  await settle();
  expect(retriesWaiting()).toBe(1);
  expect(own.state().durable).toBe(0);
  free();
  full(true);
  await retry();
  expect(reported).toMatchObject([{ code: 'ENOSPC' }]);
  full(false);
  await retry();
  expect(own.state()).toMatchObject({ seq: 2, durable: 2, failing: null });
});

test('flush waits for everything, and says why it cannot be saved', async () => {
  const { journal: own, append, syncs, full } = await rig();
  append();
  await settle();
  let flushed = false;
  const flushing = own.flush().then(() => {
    flushed = true;
  });
  append();
  await syncs[0]?.done();
  expect(flushed).toBe(false);
  await syncs[1]?.done();
  await flushing;

  append();
  await settle();
  full(true);
  const failed = expect(own.flush()).rejects.toMatchObject({ code: 'diskFull' });
  await syncs[2]?.fail('ENOSPC');
  await failed;
});

test('one that cannot be closed on a full disk says so, and continues with its changes and retries', async () => {
  const { journal: own, append, free, full, retriesWaiting, retry } = await rig();
  free();
  full(true);
  append();
  await settle();
  expect(own.state().failing).not.toBeNull();
  await expect(own.close()).rejects.toMatchObject({ code: 'diskFull' });
  expect([own.isOpen(), retriesWaiting()]).toEqual([true, 1]);
  append();
  full(false);
  await retry();
  expect(own.state()).toMatchObject({ seq: 2, durable: 2, failing: null });
  await own.close();
  expect(own.isOpen()).toBe(false);
});

test('closing at the instant at which a write fails is tried once more, and leaves no change without a retry', async () => {
  const { journal: own, append, full, syncs, retriesWaiting } = await rig();
  append();
  await settle();
  full(true);
  const refused = expect(own.close()).rejects.toMatchObject({ code: 'diskFull' });
  await syncs[0]?.fail('ENOSPC');
  await refused;
  expect([own.isOpen(), retriesWaiting()]).toEqual([true, 1]);
});

test('while it closes no change is accepted that would reach the previous journal', async () => {
  const { journal: own, append, free, numbers } = await rig();
  free();
  append();
  const closing = own.close();
  for (let n = 0; n < 60; n += 1) {
    await Promise.resolve();
    expect(own.isOpen()).toBe(false);
    expect(() => append()).toThrow();
  }
  await closing;
  expect(() => append()).toThrow();
  expect(own.state()).toMatchObject({ seq: 1, durable: 1 });
  expect([await numbers('journal.previous.ndjson'), await numbers('journal.ndjson')]).toEqual([[1], []]);
});

test('after stop a failure is no longer tried again', async () => {
  const { journal: own, append, syncs, retriesWaiting } = await rig();
  append();
  await settle();
  const stopping = own.stop();
  await syncs[0]?.fail('EIO');
  await stopping;
  expect(retriesWaiting()).toBe(0);
  expect(own.state().durable).toBe(0);
});
