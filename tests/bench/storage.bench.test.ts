import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { afterAll, expect, test } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { instant, mono } from '#core/time/units.ts';
import { mayBeSeen, projectorView } from '#core/views/projector.ts';
import { type MeetingSession, meetingSession } from '#main/meeting/meeting-session.ts';
import { type MeetingStore, meetingStore } from '#main/meeting/meeting-store.ts';
import { diskPort, type FilePort } from '#main/storage/file-port.ts';
import { counter, roomOf } from '../support/projector-at-work.ts';
import { temporaryFolder } from '../support/temp-folder.ts';
import { percentile, type Row, table } from './measure.ts';

const clock = { now: () => instant(Date.now()), mono: () => mono(performance.now()) };
const report = (error: unknown): never => {
  throw error;
};
const rows: Row[] = [];
const tell = (what: string, value: number, unit: string, limit: number | null = null): void => {
  rows.push({ what, value, unit, limit });
};

afterAll(async () => {
  console.log(`\n${table(rows)}`);
  const path = process.env.EKSPOSE_BENCH_JSON;
  if (path !== undefined) await writeFile(path, `${JSON.stringify({ node: process.version, rows }, null, 1)}\n`);
  else console.log(JSON.stringify(rows));
});

interface Room {
  readonly store: MeetingStore;
  readonly session: MeetingSession;
  readonly id: string;
  readonly folder: string;
  /** The length in bytes of every line that was appended. */
  readonly lengths: number[];
  /** Sends a command and resolves when it is durable. */
  acknowledged(command: Command): Promise<void>;
}

/** The turns of a large rakor. 5,000 notes spread over them are 111 for each, and 50 notes one or two. */
const AGENCIES = 45;

/** The application's usual load: a change that the projector shows also rebuilds its view. */
async function room(notes: number, agencies = AGENCIES): Promise<Room> {
  const folder = await temporaryFolder();
  const lengths: number[] = [];
  const files: FilePort = {
    ...diskPort,
    async openAppend(path) {
      const file = await diskPort.openAppend(path);
      return {
        ...file,
        append(text) {
          lengths.push(Buffer.byteLength(text));
          return file.append(text);
        },
      };
    },
  };
  const store = meetingStore({ files, dataFolder: folder, now: clock.now, report });
  const meeting = roomOf(clock, notes, agencies);
  await store.create(meeting);
  let wake: (() => void) | null = null;
  const session = meetingSession({
    opened: await store.open(meeting.id),
    clock,
    newId: counter('b'),
    onChange(patches) {
      if (patches.some(({ path }) => mayBeSeen(session.meeting(), path)))
        JSON.stringify(projectorView(session.meeting(), { locale: 'id', theme: 'light', emblem: null }, () => ''));
      const { seq, durable } = session.saved();
      if (durable < seq) return;
      wake?.();
      wake = null;
    },
  });
  return {
    store,
    session,
    id: meeting.id,
    folder: join(folder, 'meetings', meeting.id),
    lengths,
    acknowledged(command) {
      const durable = new Promise<void>((resolve) => {
        wake = resolve;
      });
      session.command(command);
      return durable;
    },
  };
}

const noteFor = ({ agenda }: Meeting, n: number): Command => ({
  type: 'note.add',
  itemId: agenda.order[3 + (n % 30)] ?? '',
  author: { kind: 'leader', role: 'bupati' },
  kind: 'directive',
  visibility: 'internal',
  text: `Arahan ${n}: data kemiskinan dipadankan sebelum akhir bulan, dengan laporan tertulis.`,
  concerns: null,
});

/** A change that leaves the meeting as large as it was. */
const changedNote = (noteId: string, n: number): Command => ({
  type: 'note.edit',
  noteId,
  fields: { text: `Arahan ${n}: data kemiskinan dipadankan sebelum akhir bulan.` },
});

const CHANGES = 1500;

async function timeChanges({ session, acknowledged }: Room, from: number, count: number): Promise<number[]> {
  const times: number[] = [];
  const notes = allNotes(session.meeting());
  // Fifty notes in either meeting, one or two of each turn.
  const ids = Array.from({ length: 50 }, (_, n) => notes[Math.floor((n * notes.length) / 50)]?.id ?? '');
  for (let n = from; n < from + count; n += 1) {
    const command = changedNote(ids[n % 50] ?? '', n);
    const begun = performance.now();
    await acknowledged(command);
    times.push(performance.now() - begun);
  }
  return times;
}

async function timeTyping({ session, acknowledged }: Room, count: number): Promise<number[]> {
  const times: number[] = [];
  const itemId = session.meeting().agenda.order[5] ?? '';
  const draft = { itemId, author: { kind: 'leader', role: 'sekda' }, kind: 'note', visibility: 'auto' } as const;
  for (let n = 0; n < count; n += 1) {
    const begun = performance.now();
    await acknowledged({
      type: 'draft.set',
      key: 'compose',
      draft: { ...draft, text: `Data kemiskinan dipadankan ${n}` },
    });
    times.push(performance.now() - begun);
  }
  return times;
}

/** So many that the slowest hundredth is sixty changes and not a single hiccup of the machine. */
const COMPARED = 6000;

test('an acknowledged change costs little more than the bare append and sync of its bytes', async () => {
  const own = await room(50);
  const bareFile = await open(join(own.folder, 'bare'), 'a');
  await timeChanges(own, 0, 1000);
  const changes: number[] = [];
  const bare: number[] = [];
  // One by one in turns: another program's slice of the processor is as long as ten changes, and in blocks of many it
  // falls on the one or the other.
  for (let n = 0; n < COMPARED; n += 1) {
    changes.push(...(await timeChanges(own, 1000 + n, 1)));
    const text = `${'x'.repeat((own.lengths.at(-1) ?? 1) - 1)}\n`;
    const begun = performance.now();
    await bareFile.appendFile(text);
    await bareFile.datasync();
    bare.push(performance.now() - begun);
  }
  await bareFile.close();
  await own.session.close();
  for (const part of [0.5, 0.99]) {
    tell(`acknowledged change p${part * 100}`, percentile(changes, part), 'ms');
    tell(`bare append + fdatasync p${part * 100}`, percentile(bare, part), 'ms');
  }
  tell('p50 of a change / bare', percentile(changes, 0.5) / percentile(bare, 0.5), '×', 2);
  tell('p99 of a change / bare', percentile(changes, 0.99) / percentile(bare, 0.99), '×', 3);
});

/** Sets the first agency's turn going, every fourth note on the projector: the view is then as costly as it gets. */
async function begin({ session, acknowledged }: Room): Promise<void> {
  const { items, order } = session.meeting().agenda;
  const item = order.flatMap((id) => items[id] ?? []).find(({ kind }) => kind === 'agency');
  if (item === undefined) throw new Error('no agency');
  await acknowledged({ type: 'turn.call', itemId: item.id });
  await acknowledged({ type: 'turn.start' });
  for (const [n, noteId] of item.noteIds.entries()) {
    if (n % 4 === 0) await acknowledged({ type: 'note.edit', noteId, fields: { visibility: 'shown' } });
  }
}

test('the same change costs the same in a large meeting', async () => {
  const small = await room(50);
  const large = await room(5000);
  await begin(small);
  await begin(large);
  await timeChanges(small, 0, 200);
  await timeChanges(large, 0, 200);
  const times: { small: number[]; large: number[] } = { small: [], large: [] };
  for (let round = 0; round < CHANGES / 50; round += 1) {
    times.small.push(...(await timeChanges(small, 200 + round * 50, 50)));
    times.large.push(...(await timeChanges(large, 200 + round * 50, 50)));
  }
  tell('a changed note at 50 notes p50', percentile(times.small, 0.5), 'ms');
  tell('a changed note at 5,000 notes p50', percentile(times.large, 0.5), 'ms');
  tell(
    'a changed note at 5,000 notes / at 50, p50',
    percentile(times.large, 0.5) / percentile(times.small, 0.5),
    '×',
    1.3,
  );
  const typing: { small: number[]; large: number[] } = { small: [], large: [] };
  for (let round = 0; round < CHANGES / 50; round += 1) {
    typing.small.push(...(await timeTyping(small, 50)));
    typing.large.push(...(await timeTyping(large, 50)));
  }
  tell('typing at 50 notes p50', percentile(typing.small, 0.5), 'ms');
  tell('typing at 5,000 notes p50', percentile(typing.large, 0.5), 'ms');
  tell('typing at 5,000 notes / at 50, p50', percentile(typing.large, 0.5) / percentile(typing.small, 0.5), '×', 1.3);
  await Promise.all([small.session.close(), large.session.close()]);
});

test('a meeting of 5,000 notes with a journal of 1,000 lines opens quickly', async () => {
  const own = await room(5000);
  for (let n = 0; n < 1000; n += 1) own.session.command(noteFor(own.session.meeting(), n));
  await own.session.flush();
  await own.session.stop();
  const times: number[] = [];
  for (let n = 0; n < 7; n += 1) {
    const begun = performance.now();
    const { seq } = await own.store.open(own.id);
    times.push(performance.now() - begun);
    expect(seq).toBe(1000);
  }
  tell('open 5,000 notes + 1,000 lines, median', percentile(times, 0.5), 'ms', 1500);
});

test('1,000 changes a second for ten seconds do not let memory grow', async () => {
  const own = await room(50);
  const author = { kind: 'leader', role: 'sekda' } as const;
  const itemId = own.session.meeting().agenda.order[5] ?? '';
  const draft = { itemId, author, kind: 'note', visibility: 'auto' } as const;
  const heap: number[] = [];
  let behind = 0;
  const begun = performance.now();
  for (let sent = 0; sent < 10_000; ) {
    const due = Math.min(10_000, Math.floor(performance.now() - begun));
    for (; sent < due; sent += 1) {
      own.session.command({ type: 'draft.set', key: 'compose', draft: { ...draft, text: `Kata ke-${sent}` } });
      if (sent % 1000 === 0) {
        globalThis.gc?.();
        heap.push(process.memoryUsage().heapUsed / 1e6);
      }
    }
    const { seq, durable } = own.session.saved();
    behind = Math.max(behind, seq - durable);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await own.session.flush();
  const took = performance.now() - begun;
  globalThis.gc?.();
  heap.push(process.memoryUsage().heapUsed / 1e6);
  tell('10,000 changes at 1,000 a second took', took, 'ms', 12_000);
  tell('most changes on their way at once', behind, '', 2000);
  tell('heap after the first second', heap[1] ?? 0, 'MB');
  tell('heap at the end', heap.at(-1) ?? 0, 'MB');
  tell('heap at the end − after the first second', (heap.at(-1) ?? 0) - (heap[1] ?? 0), 'MB', 15);
  await own.session.close();
});

test('500 past meetings are listed from what is kept beside them', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'meetings'));
  const store = meetingStore({ files: diskPort, dataFolder: folder, now: clock.now, report });
  const meeting = roomOf(clock, 100, 10);
  for (let n = 0; n < 500; n += 1) await store.create({ ...meeting, id: `rapat-${n}` });
  const first = performance.now();
  expect(await store.list()).toHaveLength(500);
  tell('list 500 meetings, first time', performance.now() - first, 'ms');
  const again = performance.now();
  expect(await store.list()).toHaveLength(500);
  tell('list 500 meetings, from the kept rows', performance.now() - again, 'ms', 1500);
});

test('every figure is within its limit', () => {
  expect(rows.filter(({ value, limit }) => limit !== null && !(value <= limit))).toEqual([]);
});
