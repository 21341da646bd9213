import { expect, test } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { type MeetingSession, meetingSession } from '#main/meeting/meeting-session.ts';
import { meetingStore } from '#main/meeting/meeting-store.ts';
import { dice } from '../../../doubles/disk/legal-states.ts';
import { simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { depth } from '../../../support/depth.ts';
import { anyDeed, counter, movedClock, roomOf } from '../../../support/projector-at-work.ts';

interface Place {
  readonly clock: ReturnType<typeof movedClock>;
  /** @param bound after how many bytes of journal it goes into the snapshot */
  open(bound?: number): Promise<MeetingSession>;
}

async function place(): Promise<Place> {
  const disk = simulatedDisk();
  await disk.port.makeFolder('/data');
  const clock = movedClock();
  const newId = counter('u');
  const report = (error: unknown): never => {
    throw error;
  };
  const storeWith = (bound: number) =>
    meetingStore({ files: disk.port, dataFolder: '/data', now: clock.now, report, tuning: { bound } });
  const meeting = roomOf(clock);
  await storeWith(1e6).create(meeting);
  return {
    clock,
    async open(bound = 1e6) {
      clock.restart();
      const opened = await storeWith(bound).open(meeting.id);
      return meetingSession({ opened, clock, newId, onChange: () => undefined });
    },
  };
}

const note = (meeting: Meeting, text: string): Command => ({
  type: 'note.add',
  itemId: meeting.agenda.order[0] ?? '',
  author: { kind: 'leader', role: 'sekda' },
  kind: 'note',
  visibility: 'internal',
  text,
  concerns: null,
});
const texts = (session: MeetingSession): string[] => allNotes(session.meeting()).map(({ text }) => text);

test.each([
  ['closing', 1e6, 'close'],
  ['a kill', 1e6, 'stop'],
  ['a kill, with the journal gone into the snapshot on the way', 200, 'stop'],
] as const)('what was done before %s can be undone and done again', async (_what, bound, end) => {
  const { open } = await place();
  const first = await open(bound);
  first.command(note(first.meeting(), 'satu'));
  first.command(note(first.meeting(), 'dua'));
  first.command(note(first.meeting(), 'tiga'));
  first.undo();
  await first.flush();
  await first[end]();

  const second = await open(bound);
  expect([second.nextUndo(), second.nextRedo()]).toEqual(['note.add', 'note.add']);
  second.undo();
  expect(texts(second)).toEqual(['satu']);
  second.redo();
  second.redo();
  expect(texts(second)).toEqual(['satu', 'dua', 'tiga']);
  expect(() => second.redo()).toThrow(new Refused('nothingToRedo'));
  await second.flush();
  await second[end]();

  const third = await open(bound);
  for (let n = 0; n < 3; n += 1) third.undo();
  expect(texts(third)).toEqual([]);
});

const SEEDS = depth(14, 200);

test('the clock of an earlier run is not set going again by undo, and the outage stays in the ledger', async () => {
  const { open, clock } = await place();
  const first = await open();
  first.command(note(first.meeting(), 'sebelum giliran'));
  first.command({ type: 'turn.start' });
  first.command({ type: 'turn.addTime', by: 60_000 });
  first.command(note(first.meeting(), 'dalam giliran'));
  clock.advance(90_000);
  await first.flush();
  await first.stop();

  const second = await open();
  const item = () => second.meeting().agenda.items[second.meeting().current ?? ''];
  expect(second.meeting().outage).not.toBeNull();
  second.undo();
  expect(texts(second)).toEqual(['sebelum giliran']);
  expect(() => second.undo()).toThrow(new Refused('nothingToUndo'));
  expect(item()).toMatchObject({ status: 'paused', turn: { anchor: null } });
  expect(item()?.turn.ledger.map(({ what }) => what)).toEqual(['call', 'start', 'add', 'outage']);

  second.command({ type: 'outage.answer', choice: 'finish' });
  await second.flush();
  await second.stop();
  const third = await open();
  while (third.nextUndo() !== null) third.undo();
  expect(Object.values(third.meeting().agenda.items).every(({ turn }) => turn.anchor === null)).toBe(true);
});

test('a damaged history costs undo and nothing else', async () => {
  const disk = simulatedDisk();
  await disk.port.makeFolder('/data');
  const clock = movedClock();
  const store = meetingStore({ files: disk.port, dataFolder: '/data', now: clock.now, report: () => undefined });
  const meeting = roomOf(clock);
  await store.create(meeting);
  const options = { clock, newId: counter('h'), onChange: () => undefined };
  const first = meetingSession({ opened: await store.open(meeting.id), ...options });
  first.command(note(first.meeting(), 'satu'));
  await first.close();
  const path = `/data/meetings/${meeting.id}/history.json`;
  await disk.port.writeSynced(path, (await disk.port.read(path)).replace('satu', 'dusta'));
  const opened = await store.open(meeting.id);
  expect(opened.notices).toEqual([]);
  const second = meetingSession({ opened, ...options });
  expect(second.nextUndo()).toBeNull();
  expect(texts(second)).toEqual(['satu']);
});

test('undoing and redoing any sequence gives the identical meeting, with restarts anywhere between', async () => {
  let whole = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const roll = dice(seed);
    const { open, clock } = await place();
    let session = await open(300 + roll(5000));
    const again = async (): Promise<void> => {
      await session.flush();
      await (roll(2) === 0 ? session.close() : session.stop());
      session = await open(300 + roll(5000));
    };
    for (let n = 0; n < 30; n += 1) {
      clock.advance(roll(10_000));
      anyDeed(session, roll);
      if (roll(10) === 0) await again();
    }
    if (session.meeting().outage !== null) session.command({ type: 'outage.answer', choice: 'finish' });
    while (session.nextRedo() !== null) session.redo();
    // A draft in the box keeps its words whatever is undone; separate tests hold that.
    for (const key of Object.keys(session.meeting().drafts)) session.command({ type: 'draft.drop', key });
    const last = session.meeting();
    let steps = 0;
    while (session.nextUndo() !== null && roll(12) !== 0) {
      session.undo();
      steps += 1;
    }
    if (roll(2) === 0 && !Object.values(session.meeting().agenda.items).some(({ status }) => status === 'running')) {
      await again();
    }
    let redone = 0;
    for (; redone < steps && session.nextRedo() !== null; redone += 1) session.redo();
    // Steps that would set a clock of the earlier run going are not offered any more.
    if (redone < steps) continue;
    whole += 1;
    expect(session.meeting()).toEqual(last);
  }
  expect(whole).toBeGreaterThan(SEEDS / 2);
});
