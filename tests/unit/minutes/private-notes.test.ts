import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import { Refused } from '#core/commands/definition.ts';
import { minutesOf } from '#core/minutes/minutes-of.ts';
import { printable } from '#core/minutes/printable.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { MARKS, messageOf, type Step, steps } from '../../support/arbitraries.ts';
import { openRoom } from '../../support/build-meeting.ts';

/** A made-up meeting; refused messages change nothing. */
function played(course: readonly Step[]): Meeting {
  const room = openRoom();
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

const marksIn = (value: unknown): Set<string> => new Set(JSON.stringify(value).match(MARKS) ?? []);

it('no private note and no draft is ever in the minutes, and every other note is, once under its item', () => {
  let hidden = 0;
  let told = 0;
  fc.assert(
    fc.property(steps(60), (course) => {
      const meeting = played(course);
      const minutes = minutesOf(meeting);
      const notes = allNotes(meeting);
      const secret = marksIn(notes.filter(({ visibility }) => visibility === 'private').map(({ text }) => text));
      const printed = marksIn(minutes);
      for (const mark of [...secret, ...marksIn(meeting.drafts)]) expect(printed).not.toContain(mark);
      const items = [...minutes.items, ...minutes.notPresented];
      const texts = items.flatMap(({ notes: groups }) =>
        groups.flatMap((group) => group.notes.map(({ text }) => text)),
      );
      const open = notes.filter(({ visibility }) => visibility !== 'private').map(({ text }) => printable(text));
      expect(texts.toSorted()).toEqual(open.toSorted());
      hidden += secret.size;
      told += open.length;
    }),
    { numRuns: 150 },
  );
  // A property that never met a private note would prove nothing.
  expect(hidden).toBeGreaterThan(20);
  expect(told).toBeGreaterThan(20);
});
