import { expect, test } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import { meetingSession } from '#main/meeting/meeting-session.ts';
import { meetingStore } from '#main/meeting/meeting-store.ts';
import { simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { counter, movedClock, roomOf } from '../../../support/projector-at-work.ts';

const DATA = '/data';
const edit = (theme: string): Command => ({ type: 'meeting.edit', fields: { theme } });

/** Sixty changes without any turn, noted as durable apart from them. */
async function sixtyChanges() {
  const { port } = simulatedDisk();
  await port.makeFolder(DATA);
  const clock = movedClock();
  const store = meetingStore({ files: port, dataFolder: DATA, now: clock.now, report: () => undefined });
  const meeting = roomOf(clock);
  await store.create(meeting);
  const opened = await store.open(meeting.id);
  const session = meetingSession({ opened, clock, newId: counter('h'), onChange: () => undefined });
  for (let n = 1; n <= 60; n += 1) session.command(edit(`Tema ${n}`));
  await session.flush();
  await store.beat(meeting.id, { turn: null, at: clock.now(), durable: session.saved().durable });
  await session.stop();
  const folder = `${DATA}/meetings/${meeting.id}`;
  return { port, store, id: meeting.id, folder, journal: await port.read(`${folder}/journal.ndjson`) };
}

test('a truncated journal reports every missing change, though no turn was running', async () => {
  const { port, store, id, folder, journal } = await sixtyChanges();
  await port.writeSynced(`${folder}/journal.ndjson`, journal.slice(0, journal.length * 0.05));
  const { seq, notices } = await store.open(id);
  expect(seq).toBeLessThan(5);
  expect(notices).toEqual([{ code: 'changesMissing', params: { count: 60 - seq } }]);
});

test('a missing journal is reported too', async () => {
  const { port, store, id, folder } = await sixtyChanges();
  await port.remove(`${folder}/journal.ndjson`);
  expect((await store.open(id)).notices).toEqual([{ code: 'changesMissing', params: { count: 60 } }]);
});

test('lines damaged at the end are reported once: as unreadable, and only what is after them as missing', async () => {
  const { port, store, id, folder, journal } = await sixtyChanges();
  const rows = journal.split('\n').slice(0, 59);
  const damaged = [...rows.slice(0, 57), ...rows.slice(57).map((row) => row.replace('"op"', '"\0p"'))];
  await port.writeSynced(`${folder}/journal.ndjson`, `${damaged.join('\n')}\n`);
  const { seq, notices } = await store.open(id);
  expect(seq).toBe(56);
  expect(notices).toMatchObject([
    { code: 'changesUnreadable', params: { count: 2 } },
    { code: 'changesMissing', params: { count: 2 } },
  ]);
});

test('a heartbeat of an earlier build is read', async () => {
  const { port, store, id, folder } = await sixtyChanges();
  const earlier = { itemId: 'x', spent: 5000, at: 1, durable: 64 };
  await port.writeSynced(`${folder}/heartbeat.json`, JSON.stringify(earlier));
  expect((await store.open(id)).notices).toEqual([{ code: 'changesMissing', params: { count: 4 } }]);
});
