import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand, COMMAND_TYPES } from '#core/commands/apply.ts';
import { Meeting } from '#core/model/meeting.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { HOSTILE_IDS, messageOf } from '../../../support/arbitraries.ts';
import { contextOf, countedIds, noteOf, openRoom } from '../../../support/build-meeting.ts';

const room = openRoom();
room.send(noteOf(room.item('Dinas Kesehatan').id, 'Percepat puskesmas'));
room.send({ type: 'turn.start' });

/** No item is active here, so nothing is refused for that. */
const calm = openRoom();

/** Sends to a meeting with a running turn; anything but a refusal or a sound meeting is a fault. */
function tryMessage(message: unknown): void {
  try {
    const { meeting } = applyCommand(room.meeting(), message, contextOf(room.clock, countedIds('h')));
    expect(Meeting.safeParse(JSON.parse(JSON.stringify(meeting))).error).toBeUndefined();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}

describe('what is no command', () => {
  it.each([
    undefined,
    null,
    42,
    'turn.start',
    [],
    {},
    { type: 'unknown' },
    { type: 'constructor' },
    { type: '__proto__' },
    { type: 'toString' },
    { type: null },
    { type: ['turn.start'] },
    { type: 'turn.call' },
    { type: 'turn.call', itemId: 7 },
    { type: 'turn.finish', callNext: 'yes' },
  ])('%j is refused as a bad message', (message) => expect(room.refusal(message)).toBe('badMessage'));

  it('is refused whatever it is', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        tryMessage,
      ),
    );
  });

  it('is refused also under the name of a command', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMMAND_TYPES), fc.anything(), (type, rest) => {
        tryMessage({ ...(typeof rest === 'object' ? rest : { itemId: rest }), type });
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('identifiers that every object answers to', () => {
  const LOOKUPS = [
    ['itemId', { type: 'turn.call' }, 'unknownItem'],
    ['itemId', { type: 'turn.skip' }, 'unknownItem'],
    ['itemId', { type: 'turn.postpone' }, 'unknownItem'],
    ['itemId', { type: 'turn.bringBack' }, 'unknownItem'],
    ['itemId', { type: 'agenda.remove' }, 'unknownItem'],
    ['itemId', { type: 'agenda.move', index: 0 }, 'unknownItem'],
    ['itemId', { type: 'item.edit', fields: { title: 'polluted' } }, 'unknownItem'],
    ['itemId', { type: 'sheet.edit', fields: { vision: 'polluted' } }, 'unknownItem'],
    ['noteId', { type: 'note.edit', fields: { text: 'polluted' } }, 'unknownNote'],
    ['noteId', { type: 'note.delete' }, 'unknownNote'],
    ['agencyId', { type: 'agency.edit', name: 'polluted', short: '', head: '' }, 'unknownAgency'],
    ['agencyId', { type: 'agenda.addAgency', name: '', short: '', head: '', index: null }, 'unknownAgency'],
    ['agencyId', { type: 'attendance.add', name: '', office: '' }, 'unknownAgency'],
    ['followUpId', { type: 'followUp.edit', fields: { plan: 'polluted' } }, 'unknownFollowUp'],
    ['followUpId', { type: 'followUp.delete' }, 'unknownFollowUp'],
    ['followUpId', { type: 'followUp.extend', due: '2021-07-31', answer: 'granted' }, 'unknownFollowUp'],
    ['subjectId', { type: 'entry.add', fields: { remark: 'polluted' } }, 'unknownFollowUp'],
    ['problemId', { type: 'problem.recur' }, 'unknownProblem'],
    ['problemId', { type: 'problem.solve', solved: true }, 'unknownProblem'],
    ['problemId', { type: 'problem.edit', fields: { text: 'polluted' } }, 'unknownProblem'],
    ['problemId', { type: 'problem.delete' }, 'unknownProblem'],
    ['attendeeId', { type: 'attendance.edit', fields: { name: 'polluted' } }, 'unknownAttendee'],
    ['attendeeId', { type: 'attendance.tick', present: true }, 'unknownAttendee'],
    ['attendeeId', { type: 'attendance.remove' }, 'unknownAttendee'],
  ] as const;
  const cases = LOOKUPS.flatMap(([key, message, code]) =>
    HOSTILE_IDS.map((id) => [message.type, key, id, message, code] as const),
  );

  it.each(cases)('%s of %s "%s" is refused', (_type, key, id, message, code) => {
    expect(calm.refusal({ ...message, [key]: id })).toBe(code);
    expect(({} as { title?: string }).title).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Object.keys(Object)).toEqual([]);
  });

  it.each(HOSTILE_IDS)('"%s" is no author, no agency concerned and nobody in charge', (id) => {
    const itemId = room.item('Dinas Kesehatan').id;
    expect(room.refusal(noteOf(itemId, 'x', { author: { kind: 'agency', agencyId: id } }))).toBe('unknownAgency');
    expect(room.refusal(noteOf(itemId, 'x', { concerns: id }))).toBe('unknownAgency');
    const followUp = { type: 'followUp.add', noteId: null, itemId, what: 'x', due: null, status: 'open' };
    expect(room.refusal({ ...followUp, pics: [id] })).toBe('unknownAgency');
  });
});

it('a key like __proto__ in a message is assigned to nothing', () => {
  const message = JSON.parse(
    '{"type":"meeting.edit","fields":{"__proto__":{"sample":true},"place":"Aula"},"__proto__":{"x":1}}',
  );
  const { meeting } = applyCommand(room.meeting(), message, contextOf(room.clock, countedIds('p')));
  expect(Object.getPrototypeOf(meeting)).toBe(Object.prototype);
  expect(meeting).toEqual({ ...room.meeting(), place: 'Aula' });
});

it('the made-up steps of the other tests cover every command', () => {
  const step = { wait: 0, picks: [1, 1, 1, 1, 1, 1, 1, 1], text: 'x' };
  for (const type of COMMAND_TYPES) expect(messageOf({ ...step, type }, 0, room.meeting())).toMatchObject({ type });
});
