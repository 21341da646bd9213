import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCommand, type Command } from '#core/commands/apply.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { type History, history } from '#main/meeting/history.ts';
import { contextOf, countedIds, openRoom, steppedClock } from '../../../support/build-meeting.ts';
import { depth } from '../../../support/depth.ts';

interface Desk {
  meeting: Meeting;
  readonly past: History;
  send(command: Command): boolean;
}

function desk(): Desk {
  const room = openRoom();
  const clock = steppedClock();
  const newId = countedIds('later');
  const past = history();
  const self: Desk = {
    meeting: room.meeting(),
    past,
    send(command) {
      clock.advance(1500);
      try {
        const applied = applyCommand(self.meeting, command, contextOf(clock, newId));
        past.push(applied);
        self.meeting = applied.meeting;
        return true;
      } catch (error) {
        if (error instanceof Refused) return false;
        throw error;
      }
    },
  };
  return self;
}

const itemOfFirstAgency = (meeting: Meeting): string =>
  meeting.agenda.order.find((id) => meeting.agenda.items[id]?.kind === 'agency') ?? '';

const typed = (itemId: string, text: string): Command => ({
  type: 'draft.set',
  key: 'compose',
  draft: { itemId, author: { kind: 'leader', role: 'bupati' }, kind: 'note', visibility: 'auto', text },
});

const added = (itemId: string, text: string): Command => ({
  type: 'note.add',
  itemId,
  author: { kind: 'leader', role: 'bupati' },
  kind: 'note',
  visibility: 'auto',
  text,
  concerns: null,
});

test('undoing a note gives its words back to the empty box', () => {
  const self = desk();
  const itemId = itemOfFirstAgency(self.meeting);
  self.send(typed(itemId, 'Perbaiki jembatan'));
  self.send(added(itemId, 'Perbaiki jembatan'));
  expect(self.meeting.drafts).toEqual({});
  self.meeting = self.past.undo(self.meeting).meeting;
  expect(self.meeting.notes).toEqual({});
  expect(self.meeting.drafts.compose?.text).toBe('Perbaiki jembatan');
  self.meeting = self.past.redo(self.meeting).meeting;
  expect(allNotes(self.meeting).map(({ text }) => text)).toEqual(['Perbaiki jembatan']);
  expect(self.meeting.drafts).toEqual({});
});

test('neither undo nor redo overwrites what is being typed meanwhile', () => {
  const self = desk();
  const itemId = itemOfFirstAgency(self.meeting);
  self.send(typed(itemId, 'Perbaiki jembatan'));
  self.send(added(itemId, 'Perbaiki jembatan'));
  self.send(typed(itemId, 'Kata-kata baru'));
  self.meeting = self.past.undo(self.meeting).meeting;
  expect(self.meeting.drafts.compose?.text).toBe('Kata-kata baru');
  self.meeting = self.past.redo(self.meeting).meeting;
  expect(self.meeting.drafts.compose?.text).toBe('Kata-kata baru');
  expect(allNotes(self.meeting)).toHaveLength(1);
});

test('what is being typed for is not undone away', () => {
  const self = desk();
  self.send({ type: 'agenda.addOther', kind: 'qa', title: '', planned: null, fixedStart: null, index: null });
  const itemId = self.meeting.agenda.order.at(-1) ?? '';
  self.send(typed(itemId, 'Pertanyaan dari camat'));
  expect(() => self.past.undo(self.meeting)).toThrow(new Refused('itemIsCurrent'));
  expect(self.past.nextUndo()).toBe('agenda.addOther');
});

test('a new change ends what could be redone', () => {
  const self = desk();
  self.send({ type: 'meeting.edit', fields: { title: 'Satu' } });
  self.meeting = self.past.undo(self.meeting).meeting;
  expect(self.past.nextRedo()).toBe('meeting.edit');
  self.send({ type: 'meeting.edit', fields: { title: 'Dua' } });
  expect(() => self.past.redo(self.meeting)).toThrow(new Refused('nothingToRedo'));
});

const anyCommand = (meeting: Meeting): fc.Arbitrary<Command> => {
  const itemId = fc.constantFrom(...meeting.agenda.order);
  return fc.oneof(
    fc.constantFrom<Command>(
      { type: 'turn.start' },
      { type: 'turn.pause' },
      { type: 'turn.resume' },
      { type: 'turn.addTime', by: 60_000 },
      { type: 'turn.finish', callNext: true },
      { type: 'attendance.fill' },
    ),
    itemId.map((id): Command => ({ type: 'turn.postpone', itemId: id })),
    itemId.map((id): Command => ({ type: 'turn.skip', itemId: id })),
    itemId.map((id): Command => ({ type: 'turn.bringBack', itemId: id })),
    itemId.map((id): Command => ({ type: 'agenda.remove', itemId: id })),
    fc.tuple(itemId, fc.nat(8)).map(([id, index]): Command => ({ type: 'agenda.move', itemId: id, index })),
    fc.tuple(itemId, fc.string({ minLength: 1 })).map(([id, text]) => added(id, text)),
    fc.string().map((theme): Command => ({ type: 'meeting.edit', fields: { theme } })),
  );
};

test('undoing everything gives back the first meeting, and redoing everything the last, to the letter', () => {
  const first = desk().meeting;
  fc.assert(
    fc.property(fc.array(anyCommand(first), { maxLength: 40 }), (commands) => {
      const self = desk();
      for (const command of commands) self.send(command);
      const last = self.meeting;
      while (self.past.nextUndo() !== null) self.meeting = self.past.undo(self.meeting).meeting;
      expect(self.meeting).toEqual(first);
      while (self.past.nextRedo() !== null) self.meeting = self.past.redo(self.meeting).meeting;
      expect(JSON.stringify(self.meeting)).toBe(JSON.stringify(last));
    }),
    { numRuns: depth(80, 1000) },
  );
});
