import { randomUUID } from 'node:crypto';
import type { Meeting } from '#core/model/meeting.ts';
import type { Settings } from '#core/model/settings.ts';
import { instant } from '#core/time/units.ts';
import { meetingSession } from '../meeting/meeting-session.ts';
import { meetingStore } from '../meeting/meeting-store.ts';
import { sampleMeeting } from '../sample/sample-meeting.ts';
import { sampleBegins, samplePlay } from '../sample/sample-rakor.ts';
import type { FilePort } from '../storage/file-port.ts';
import { stepClock } from './step-clock.ts';

export interface Played {
  /** As read back from the disk. */
  readonly meeting: Meeting;
  readonly commands: number;
}

/**
 * Plays the sample meeting without a window: the desk's own commands through the session and storage that the desk
 * uses, on a clock that it steps itself. Every turn's end is on the disk before the next begins.
 */
export async function playSample(settings: Settings, files: FilePort, dataFolder: string): Promise<Played> {
  const newId = () => randomUUID().replaceAll('-', '').slice(0, 16);
  const bare = sampleMeeting(settings, { at: instant(0), newId });
  const clock = stepClock(sampleBegins(bare));
  const first = { ...bare, createdAt: clock.now() };
  const report = (error: unknown): void => console.error(error);
  const store = meetingStore({ files, dataFolder, now: clock.now, report });
  await store.create(first);
  const opened = await store.open(first.id);
  const session = meetingSession({ opened, clock, newId, onChange: () => undefined });
  let commands = 0;
  for (const { after, command } of samplePlay(first)) {
    clock.step(after);
    const message = command(session.meeting());
    session.command(message);
    commands += 1;
    if (message.type === 'turn.finish') await session.flush();
  }
  await session.close();
  const { meeting } = await store.open(first.id);
  return { meeting, commands };
}
