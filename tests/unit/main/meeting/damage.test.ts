import { expect, test } from 'vitest';
import { brokenRules } from '#core/commands/broken-rules.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { meetingSession } from '#main/meeting/meeting-session.ts';
import { type MeetingStore, meetingStore } from '#main/meeting/meeting-store.ts';
import { type DiskImage, type Entry, type FileImage, ROOT } from '../../../doubles/disk/disk-image.ts';
import { dice } from '../../../doubles/disk/legal-states.ts';
import { simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { depth } from '../../../support/depth.ts';
import { anyDeed, counter, movedClock, roomOf } from '../../../support/projector-at-work.ts';

const DATA = '/data';
/** Every so many bytes a file is cut, and every time near its ends. */
const STEP = depth(9, 1);
const FLIPS = depth(300, 2000);

/** The lengths to which a file is cut. */
const cuts = (length: number): number[] =>
  Array.from({ length }, (_, n) => n).filter((n) => n % STEP === 0 || n < 80 || n > length - 80);

interface Kept {
  readonly id: string;
  readonly image: DiskImage;
  readonly last: number;
  /** The meeting as JSON after each change. */
  readonly model: ReadonlyMap<number, string>;
}

/** A meeting stopped in the middle of a sitting: a snapshot, the one before it, and a journal with changes in it. */
async function stoppedInTheMiddle(): Promise<Kept> {
  const roll = dice(20210517);
  const disk = simulatedDisk();
  await disk.port.makeFolder(DATA);
  await disk.port.syncFolder('/');
  const clock = movedClock();
  const tuning = { bound: 5000 };
  const store = meetingStore({ files: disk.port, dataFolder: DATA, now: clock.now, report: () => undefined, tuning });
  const meeting = roomOf(clock, 0, 1);
  await store.create(meeting);
  const session = meetingSession({
    opened: await store.open(meeting.id),
    clock,
    newId: counter('k'),
    onChange: () => undefined,
  });
  const model = new Map([[0, JSON.stringify(meeting)]]);
  for (let n = 0; n < 40; n += 1) {
    clock.advance(2000);
    anyDeed(session, roll);
    model.set(session.saved().seq, JSON.stringify(session.meeting()));
    await session.flush();
  }
  const last = session.saved().durable;
  await store.beat(meeting.id, { turn: null, at: clock.now(), durable: last });
  await session.stop();
  const image = disk.image();
  const files = new Map([...image.files].map(([id, file]): [number, FileImage] => [id, { ...file, pending: [] }]));
  return { id: meeting.id, image: { ...image, files }, last, model };
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

const bytesOf = ({ image, id }: Kept, name: string): Buffer =>
  image.files.get(entryAt(image, `${DATA}/meetings/${id}/${name}`))?.synced ?? Buffer.alloc(0);

function withFile({ image, id }: Kept, name: string, synced: Buffer): DiskImage {
  const files = new Map(image.files);
  files.set(entryAt(image, `${DATA}/meetings/${id}/${name}`), { synced, pending: [] });
  return { ...image, files };
}

function storeOn(image: DiskImage): MeetingStore {
  const { port } = simulatedDisk({ image });
  return meetingStore({ files: port, dataFolder: DATA, now: movedClock().now, report: () => undefined });
}

/** How many whole lines of changes are in front of an offset of the journal. */
const provenBefore = (journal: Buffer, offset: number): number =>
  Math.max(0, journal.subarray(0, offset).toString('latin1').split('\n').length - 2);

const kept = await stoppedInTheMiddle();
const inSnapshot = (): number => {
  const { seq } = JSON.parse(bytesOf(kept, 'meeting.json').toString()) as { seq: number };
  return seq;
};

test('the meeting under test has a snapshot in the middle of its changes and a journal after it', () => {
  expect(inSnapshot()).toBeGreaterThan(0);
  expect(kept.last - inSnapshot()).toBeGreaterThan(3);
});

test('a snapshot cut at any byte costs nothing: the one before it and both journals prove every change', {
  timeout: 300_000,
}, async () => {
  const whole = bytesOf(kept, 'meeting.json');
  for (const length of cuts(whole.length)) {
    const { meeting, seq, notices } = await storeOn(withFile(kept, 'meeting.json', whole.subarray(0, length))).open(
      kept.id,
    );
    if (seq !== kept.last || JSON.stringify(meeting) !== kept.model.get(kept.last))
      expect.fail(`cut at ${length}: ${seq}`);
    // The last byte is a line end, which proves nothing.
    if (length < whole.length - 1) expect(notices.map(({ code }) => code)).toEqual(['openedFromBackup']);
  }
});

test('a journal cut at any byte gives every change before the cut, and says that some are missing', {
  timeout: 300_000,
}, async () => {
  const whole = bytesOf(kept, 'journal.ndjson');
  for (const length of cuts(whole.length)) {
    const { meeting, seq, notices } = await storeOn(withFile(kept, 'journal.ndjson', whole.subarray(0, length))).open(
      kept.id,
    );
    const least = inSnapshot() + provenBefore(whole, length);
    if (seq < least || JSON.stringify(meeting) !== kept.model.get(seq))
      expect.fail(`cut at ${length}: ${seq} of ${least}`);
    if (seq < kept.last && notices.length === 0)
      expect.fail(`cut at ${length}: ${kept.last - seq} changes lost in silence`);
  }
});

/** The journal's row that contains a byte, as text. */
const rowAt = (journal: Buffer, offset: number): string =>
  journal
    .subarray(journal.lastIndexOf('\n', offset - 1) + 1)
    .toString('utf8')
    .split('\n', 1)[0] ?? '';

/** What of the last meeting's words is neither in another one nor in some other text. */
const wordsMissing = (last: Meeting, opened: Meeting, elsewhere: string): string[] => {
  const present = JSON.stringify(opened);
  const written = [...allNotes(last).map(({ text }) => text), ...Object.values(last.drafts).map(({ text }) => text)];
  return written.filter((text) => !present.includes(JSON.stringify(text).slice(1, -1)) && !elsewhere.includes(text));
};

test('a byte flipped at any of many places costs at most its own change, and never in silence', {
  timeout: 300_000,
}, async () => {
  const roll = dice(4711);
  const names = ['meeting.json', 'journal.ndjson'] as const;
  const last = JSON.parse(kept.model.get(kept.last) ?? '') as Meeting;
  const costs: number[] = [];
  for (let n = 0; n < FLIPS; n += 1) {
    const name = names[roll(2)] ?? 'meeting.json';
    const whole = bytesOf(kept, name);
    const place = roll(whole.length);
    const flipped = Buffer.from(whole);
    flipped[place] = (flipped[place] ?? 0) ^ (1 + roll(255));
    const { meeting, seq, notices } = await storeOn(withFile(kept, name, flipped)).open(kept.id);
    const same = JSON.stringify(meeting) === kept.model.get(kept.last);
    const least = name === 'meeting.json' || place < whole.lastIndexOf('\n', -2) ? kept.last : kept.last - 1;
    if (seq < least || (name === 'meeting.json' && !same)) expect.fail(`${name} at ${place}: ${seq}`);
    if (same) continue;
    const told = notices.find(({ code }) => code === 'changesUnreadable');
    if (told === undefined) expect.fail(`${name} at ${place}: lost in silence`);
    costs.push(Number(told.params.count));
    expect(brokenRules(meeting)).toEqual([]);
    const row = rowAt(whole, place).replaceAll(/\\(.)/g, '$1');
    expect(wordsMissing(last, meeting, `${row} ${told.params.words ?? ''}`), `${name} at ${place}`).toEqual([]);
  }
  expect(costs.length).toBeGreaterThan(FLIPS / 20);
  console.log(`${costs.length} of ${FLIPS} flips cost changes: ${costs.reduce((sum, cost) => sum + cost, 0)} in all`);
});

test.each(['', 'bukan JSON', '{}', 'null', '[]', '\0\0\0\0', '{"format":"ekspose-meeting"}'])(
  'a snapshot that holds %j is never opened as an empty meeting',
  async (text) => {
    const opened = await storeOn(withFile(kept, 'meeting.json', Buffer.from(text))).open(kept.id);
    expect(JSON.stringify(opened.meeting)).toBe(kept.model.get(kept.last));
  },
);

test('a damaged journal is kept whole beside its successor, and the next start reports nothing', async () => {
  const whole = bytesOf(kept, 'journal.ndjson');
  const flipped = Buffer.from(whole);
  const place = whole.indexOf('"op"', whole.length / 2);
  flipped[place] = 0;
  const disk = simulatedDisk({ image: withFile(kept, 'journal.ndjson', flipped) });
  const clock = movedClock();
  const store = meetingStore({ files: disk.port, dataFolder: DATA, now: clock.now, report: () => undefined });
  const opened = await store.open(kept.id);
  const session = meetingSession({ opened, clock, newId: counter('z'), onChange: () => undefined });
  await session.flush();
  const [notice] = opened.notices;
  expect(notice).toMatchObject({ code: 'changesUnreadable' });
  expect(Number(notice?.params.count)).toBeGreaterThan(0);
  expect(opened.seq).toBe(kept.last);
  expect(await disk.port.read(String(notice?.params.path))).toBe(flipped.toString('utf8'));
  await store.beat(kept.id, { turn: null, at: clock.now(), durable: session.saved().durable });
  await session.close();
  expect((await store.open(kept.id)).notices).toEqual([]);
});
