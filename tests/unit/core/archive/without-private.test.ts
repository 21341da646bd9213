import fc from 'fast-check';
import { expect, it } from 'vitest';
import { meetingWithoutPrivate, privateIn, registerWithoutPrivate } from '#core/archive/without-private.ts';
import { brokenRules } from '#core/commands/broken-rules.ts';
import { applyRegisterCommand } from '#core/commands/register.ts';
import { Meeting } from '#core/model/meeting.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { ownMatters } from '#core/model/news.ts';
import { mayReadFollowUp } from '#core/model/note-readers.ts';
import { emptyRegister, type Register } from '#core/model/register.ts';
import { instant } from '#core/time/units.ts';
import { MARKS, steps } from '../../../support/arbitraries.ts';
import { followUpOf } from '../../../support/archive-documents.ts';
import { countedIds, noteOf, openRoom } from '../../../support/build-meeting.ts';
import { assertDrawn } from '../../../support/drawn.ts';
import { playedMeeting } from '../../../support/played-meeting.ts';

const NOTHING = (): boolean => false;

it('of any meeting no private word leaves, every other one does, and what leaves is a meeting', () => {
  let secrets = 0;
  assertDrawn(
    fc.property(steps(60), (course) => {
      const meeting = playedMeeting(course);
      const before = new Set(brokenRules(meeting));
      const left = meetingWithoutPrivate(meeting, privateIn([ownMatters(meeting)]));
      expect(Meeting.safeParse(JSON.parse(JSON.stringify(left))).success).toBe(true);
      expect(brokenRules(left).filter((rule) => !before.has(rule))).toEqual([]);
      const stays = allNotes(meeting).filter(({ visibility }) => visibility !== 'private');
      expect(
        allNotes(left)
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(stays.map(({ id }) => id).toSorted());
      const open = [...Object.values(meeting.followUps.items), ...Object.values(meeting.problems.items)];
      const readable = open.filter((record) => mayReadFollowUp(meeting, 'panel', record));
      const leaving = [...Object.values(left.followUps.items), ...Object.values(left.problems.items)];
      expect(leaving).toEqual(readable);
      // Each step writes its words with a number; what became of a note may say the same as another that is public.
      const ids = new Set(readable.map(({ id }) => id));
      const said = Object.values(meeting.entries).filter(({ subjectId }) => ids.has(subjectId));
      const isPublic = new Set(JSON.stringify([stays, readable, said]).match(MARKS) ?? []);
      const text = JSON.stringify(left);
      for (const { text: secret } of allNotes(meeting).filter(({ visibility }) => visibility === 'private'))
        for (const word of secret.match(MARKS) ?? []) {
          if (!isPublic.has(word)) secrets += 1;
          if (!isPublic.has(word)) expect(text).not.toContain(word);
        }
      expect(left.drafts).toEqual({});
      expect(meetingWithoutPrivate(left, NOTHING)).toBe(left);
    }),
    60,
    () => secrets > 5,
  );
  expect(secrets).toBeGreaterThan(5);
});

it('words for the minutes stay here with a note that was made private after they were written', () => {
  const room = openRoom();
  const [secret = '', open] = ['rahasia', 'terbuka'].map((text) => {
    room.send(noteOf(room.item('Dinas Kesehatan').id, text));
    const { id } = room.lastNote();
    room.send({ type: 'wording.edit', noteId: id, text: `Kalimat ${text}` });
    return id;
  });
  room.send({ type: 'note.edit', noteId: secret, fields: { visibility: 'private' } });
  expect(Object.keys(room.meeting().wording.notes)).toEqual([secret, open]);
  const left = meetingWithoutPrivate(room.meeting(), NOTHING);
  expect(Object.values(left.wording.notes).map(({ text }) => text)).toEqual(['Kalimat terbuka']);
});

it('a copy stays when its first meeting has made it private since', () => {
  const meeting = playedMeeting([]);
  const copy = followUpOf('f1', { what: 'Rahasia', private: false });
  const carried = { ...meeting, followUps: { order: ['f1'], items: { f1: copy } } };
  const home = ownMatters({ ...meeting, followUps: { order: ['f1'], items: { f1: { ...copy, private: true } } } });
  expect(meetingWithoutPrivate(carried, NOTHING).followUps.order).toEqual(['f1']);
  expect(meetingWithoutPrivate(carried, privateIn([home])).followUps).toEqual({ order: [], items: {} });
});

it('the register says of a follow-up only what its meeting says too, and of a private one nothing', () => {
  const context = {
    at: instant(1),
    zone: 'WITA' as const,
    newId: countedIds(),
    lastHeard: () => null,
    orderedOn: () => null,
  };
  const say = (register: Register, command: object): Register =>
    applyRegisterCommand(register, command, context).register;
  const entry = (subjectId: string, fields: object) => ({ type: 'entry.add', subjectIds: [subjectId], fields });
  const nothing = { problems: [], entries: [], withdrawn: ['gone'] };
  const followUps = [followUpOf('kept'), followUpOf('hidden', { private: true }), followUpOf('since')];
  const commands = [
    { type: 'matters.discard', meetingId: 'm', handed: true, followUps, ...nothing },
    entry('kept', { remark: 'simpanan' }),
    entry('hidden', { remark: 'rahasia' }),
    entry('since', { remark: 'sejak itu' }),
    entry('leaving', { remark: 'ikut' }),
    entry('elsewhere', { remark: 'entah' }),
    entry('private', { remark: 'pribadi' }),
  ];
  const register = commands.reduce(say, emptyRegister(instant(0)));
  const left = registerWithoutPrivate(
    register,
    (id) => id === 'private' || id === 'since',
    (id) => id === 'leaving' || id === 'private',
  );
  expect(Object.values(left.entries).map(({ subjectId, fields }) => [subjectId, fields.remark])).toEqual([
    ['gone', undefined],
    ['kept', 'simpanan'],
    ['leaving', 'ikut'],
  ]);
  expect(left.followUps.order).toEqual(['kept']);
  expect(left.discarded).toEqual({
    m: { followUps: ['kept'], problems: [], entries: [expect.any(String)], handed: true },
  });
});

it('what the room saw in an earlier meeting stays here: it may have been made private there since', () => {
  const from = { meetingId: 'm0', title: 'Rakor lalu', date: '2021-05-03' };
  const note = { id: 'n0', author: { role: 'bupati' }, kind: 'directive', text: 'Rahasia sejak kemarin' } as const;
  const budgets = [{ date: '2021-05-03', ceiling: 5, realised: 3 }];
  const past = { pupr: { from, notes: [note], targets: [], budgets } };
  const left = meetingWithoutPrivate({ ...playedMeeting([]), past }, NOTHING);
  expect(left.past.pupr).toEqual({ from, notes: [], targets: [], budgets });
  expect(meetingWithoutPrivate(left, NOTHING)).toBe(left);
});
