import { describe, expect, it } from 'vitest';
import { Refused } from '#core/refusals/refusals.ts';
import { type MeetingSession, meetingSession } from '#main/meeting/meeting-session.ts';
import { meetingStore } from '#main/meeting/meeting-store.ts';
import { simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { counter, movedClock, roomOf } from '../../../support/projector-at-work.ts';

/** A session of a meeting. @param readOnly as one that a later version wrote */
async function sessionOf({ readOnly = false } = {}): Promise<MeetingSession> {
  const { port } = simulatedDisk();
  await port.makeFolder('/data');
  const clock = movedClock();
  const report = (error: unknown): never => {
    throw error;
  };
  const store = meetingStore({ files: port, dataFolder: '/data', now: clock.now, report });
  const meeting = roomOf(clock);
  await store.create(meeting);
  const opened = await store.open(meeting.id);
  return meetingSession({ opened: { ...opened, readOnly }, clock, newId: counter('s'), onChange: () => undefined });
}
const rename = (title: string) => ({ type: 'meeting.edit', fields: { title } }) as const;

describe('a session', () => {
  it('of a meeting that may only be read changes nothing, and says so', async () => {
    const session = await sessionOf({ readOnly: true });
    const before = session.meeting();
    const ways = [
      () => session.command(rename('Lain')),
      () => session.undo(),
      () => session.replace({ ...before, title: 'Lain' }),
    ];
    for (const way of ways) expect(way).toThrow(new Refused('readOnly'));
    expect(session.meeting()).toBe(before);
  });

  it('takes nothing back that was done before another state replaced the meeting', async () => {
    const session = await sessionOf();
    session.command(rename('Judul lama'));
    session.replace({ ...session.meeting(), title: 'Dari cadangan' });
    expect([session.nextUndo(), session.nextRedo()]).toEqual([null, null]);
    expect(() => session.undo()).toThrow(new Refused('nothingToUndo'));
    expect(session.meeting().title).toBe('Dari cadangan');
  });
});
