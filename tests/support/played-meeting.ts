import type { Command } from '#core/commands/apply.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { messageOf, type Step } from './arbitraries.ts';
import { openRoom, type Room } from './build-meeting.ts';

/** A generated meeting; refused messages change nothing. */
export function playedMeeting(course: readonly Step[], room: Room = openRoom()): Meeting {
  for (const [n, step] of course.entries()) {
    room.clock.advance(step.wait);
    if (step.type === 'outage') continue;
    try {
      room.send(messageOf(step, n, room.meeting()) as Command);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
  return room.meeting();
}
