import { expect, test } from 'vitest';
import { limitsOf } from '#core/model/meeting.ts';
import { faceAt, spentAt } from '#core/schedule/turn-clock.ts';
import { duration, instant } from '#core/time/units.ts';
import { instantOf } from '#core/time/zone.ts';
import { type MeetingSession, meetingSession } from '#main/meeting/meeting-session.ts';
import { meetingStore } from '#main/meeting/meeting-store.ts';
import { simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { counter, movedClock, roomOf } from '../../../support/projector-at-work.ts';

async function roomWith(at = instantOf('2021-05-17', '09:00', 'WITA')) {
  const clock = movedClock(at);
  const disk = simulatedDisk();
  await disk.port.makeFolder('/data');
  const store = meetingStore({ files: disk.port, dataFolder: '/data', now: clock.now, report: () => undefined });
  const meeting = roomOf(clock);
  await store.create(meeting);
  const open = async () =>
    meetingSession({ opened: await store.open(meeting.id), clock, newId: counter('c'), onChange: () => undefined });
  return { clock, open };
}

function itemOf(session: MeetingSession) {
  const { current, agenda } = session.meeting();
  const item = current === null ? undefined : agenda.items[current];
  if (item === undefined) throw new Error('nothing is on the floor');
  return item;
}

function startAgency(session: MeetingSession): void {
  const item = Object.values(session.meeting().agenda.items).find(({ kind }) => kind === 'agency');
  session.command({ type: 'turn.call', itemId: item?.id ?? '' });
  session.command({ type: 'turn.start' });
}

test.each([
  ['forward by five minutes', 300_000],
  ['back by five minutes', -300_000],
  ['over midnight', 15 * 3_600_000],
  ['back over midnight', -10 * 3_600_000],
])('setting the wall clock %s during a turn does not move the countdown', async (_what, by) => {
  const { clock, open } = await roomWith();
  const session = await open();
  startAgency(session);
  clock.advance(83_000);
  const item = itemOf(session);
  const face = () => faceAt(item.turn, limitsOf(session.meeting(), item), clock.mono());
  const before = spentAt(item.turn, clock.mono());
  const shown = face();
  clock.wall(by);
  expect(Math.abs(spentAt(item.turn, clock.mono()) - before)).toBeLessThan(50);
  expect(face()).toEqual(shown);
  clock.advance(1000);
  expect(spentAt(item.turn, clock.mono())).toBe(84_000);
  session.command({ type: 'turn.pause' });
  expect(itemOf(session).turn.spent).toBe(84_000);
  // The wall clock is only recorded.
  expect(itemOf(session).turn.ledger.at(-1)).toMatchObject({ what: 'pause', spent: 84_000, at: clock.now() });
});

test('a wall clock that was set back costs a turn nothing when the application is killed', async () => {
  const { clock, open } = await roomWith();
  const session = await open();
  startAgency(session);
  clock.advance(60_000);
  clock.wall(-300_000);
  clock.advance(30_000);
  session.command({ type: 'meeting.edit', fields: { theme: 'ditulis pada detik ke-90' } });
  await session.flush();
  await session.stop();
  clock.restart();
  const again = await open();
  expect(itemOf(again)).toMatchObject({ status: 'paused', turn: { spent: 90_000, anchor: null } });
});

test('a turn left running yesterday is paused with the time that was left, and the operator is asked', async () => {
  const { clock, open } = await roomWith();
  const session = await open();
  startAgency(session);
  clock.advance(120_000);
  await session.close();
  const lastSeen = clock.now();
  clock.wall(20 * 3_600_000);
  clock.restart();
  const again = await open();
  expect(again.meeting().outage).toEqual({ itemId: itemOf(again).id, lastSeen });
  expect(itemOf(again)).toMatchObject({ status: 'paused', turn: { spent: 120_000, anchor: null } });
  clock.advance(60_000);
  expect(spentAt(itemOf(again).turn, clock.mono())).toBe(120_000);
  again.command({ type: 'outage.answer', choice: 'continue' });
  clock.advance(1000);
  expect(spentAt(itemOf(again).turn, clock.mono())).toBe(121_000);
});

test('a sleep is not counted: the turn is paused at what it had spent when the lid was closed', async () => {
  const { clock, open } = await roomWith();
  const session = await open();
  startAgency(session);
  clock.advance(45_000);
  const fell = instant(clock.now());
  // Some systems let the monotonic clock run on while they sleep.
  clock.advance(3_600_000);
  session.settle(duration(45_000), fell);
  expect(session.meeting().outage).toEqual({ itemId: itemOf(session).id, lastSeen: fell });
  expect(itemOf(session).turn).toMatchObject({ spent: 45_000, anchor: null });
  expect(session.nextUndo()).toBeNull();
  session.settle(duration(99_000), fell);
  expect(itemOf(session).turn.spent).toBe(45_000);
});
