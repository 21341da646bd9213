import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { minutesOf } from '#core/minutes/minutes-of.ts';
import { printable } from '#core/minutes/printable.ts';
import { DEFAULT_OPTIONS } from '#core/model/export-options.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { followUpsNow, problemsNow } from '#core/model/meeting-matters.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { wordingOf } from '#core/model/wording.ts';
import { MARKS, mark, type Step, steps } from '../../../support/arbitraries.ts';
import { noteOf, openRoom } from '../../../support/build-meeting.ts';
import { depth } from '../../../support/depth.ts';
import { optionsWith } from '../../../support/document-page.ts';
import { assertDrawn } from '../../../support/drawn.ts';
import { playedMeeting } from '../../../support/played-meeting.ts';

const marksIn = (value: unknown): Set<string> => new Set(JSON.stringify(value).match(MARKS) ?? []);

const told = { hidden: 0, hiddenWords: 0, open: 0, together: 0, internal: 0, matters: 0, problems: 0 };

/** Looks through the minutes of a meeting for what may not stand there, and for what must. */
function look(meeting: Meeting): void {
  const minutes = minutesOf(meeting, DEFAULT_OPTIONS);
  const notes = allNotes(meeting);
  const closed = notes.filter(({ visibility }) => visibility === 'private');
  const closedWords = closed.map(({ id }) => wordingOf(meeting, id).text);
  const matters = [...followUpsNow(meeting), ...problemsNow(meeting)];
  const closedMatters = matters.filter((matter) => matter.private);
  const secret = marksIn([closed.map(({ text }) => text), closedWords, closedMatters]);
  const printed = marksIn(minutes);
  for (const mark of [...secret, ...marksIn(meeting.drafts)]) expect(printed).not.toContain(mark);

  const items = [...minutes.items, ...minutes.notPresented];
  const entries = [
    ...items.flatMap(({ notes: groups }) => groups.flatMap((group) => group.notes)),
    ...minutes.decisions,
  ];
  const numbers = items.flatMap(({ decisions }) => decisions);
  expect(numbers.toSorted((a, b) => a - b)).toEqual(minutes.decisions.map((_decision, index) => index + 1));
  const headOf = (id: string) => wordingOf(meeting, id).mergedInto ?? id;
  const inMinutes = notes.filter(
    ({ id, visibility }) => visibility !== 'private' && !wordingOf(meeting, headOf(id)).leftOut,
  );
  const heads = inMinutes.filter(({ id }) => headOf(id) === id);
  expect(entries.map(({ id }) => id).toSorted()).toEqual(heads.map(({ id }) => id).toSorted());
  for (const { id, text } of inMinutes) {
    const whole = wordingOf(meeting, headOf(id)).together;
    const entry = entries.find((one) => one.id === headOf(id));
    expect(entry?.text).toContain(printable(whole ?? wordingOf(meeting, id).text ?? text));
    told.together += whole === null ? 0 : 1;
  }
  // An export without internal notes holds no word of one, whatever it was merged with; nor of what follows from it.
  const shown = minutesOf(meeting, optionsWith({}, { internalNotes: false }));
  const internal = notes.filter(({ visibility }) => visibility === 'internal');
  const outside = marksIn(notes.filter(({ visibility }) => visibility === 'shown').map(({ text }) => text));
  const out = marksIn(shown);
  for (const { id, text } of internal) {
    for (const mark of marksIn([text, wordingOf(meeting, id).text])) {
      if (!outside.has(mark)) expect(out).not.toContain(mark);
    }
  }
  told.internal += internal.length;
  told.matters += closedMatters.length;
  told.problems += minutes.problems.length;
  told.hidden += closed.length;
  told.hiddenWords += closedWords.filter((words) => words !== null).length;
  told.open += inMinutes.length;
}

beforeEach(() =>
  Object.assign(told, { hidden: 0, hiddenWords: 0, open: 0, together: 0, internal: 0, matters: 0, problems: 0 }),
);

it('no private note’s words and no draft are ever in the minutes, and every other note is, once under its item', () => {
  const enough = depth(20, 80);
  /** Every third course begins after what a random one seldom comes to: a private follow-up, and a problem that is solved. */
  const begun = () => {
    const room = openRoom();
    const { id } = room.item('Dinas Kesehatan');
    room.send(noteOf(id, `${mark(901)} Pecat`, { visibility: 'private' }));
    room.send(noteOf(id, `${mark(902)} Jalan rusak`, { kind: 'problem' }));
    const [secret, problem] = room.item('Dinas Kesehatan').noteIds;
    room.send({
      type: 'followUp.add',
      noteId: secret ?? '',
      itemId: null,
      what: null,
      pics: null,
      due: null,
      status: 'open',
    });
    room.send({ type: 'problem.keep', noteId: problem ?? '', itemId: null, text: null });
    const [problemId] = room.meeting().problems.order;
    room.send({ type: 'problem.solve', problemId: problemId ?? '', solved: true, remark: '' });
    return room;
  };
  assertDrawn(
    fc.property(steps(60), fc.nat(2), (course, third) =>
      look(playedMeeting(course, third === 0 ? begun() : undefined)),
    ),
    depth(150, 600),
    () => Math.min(told.hidden, told.open, told.internal) > enough && told.matters > 0 && told.problems > 0,
  );
  // A property that never met a private note would prove nothing.
  expect(told.hidden).toBeGreaterThan(enough);
  expect(told.open).toBeGreaterThan(enough);
  expect(told.internal).toBeGreaterThan(enough);
  expect(told.matters).toBeGreaterThan(0);
  expect(told.problems).toBeGreaterThan(0);
});

it('nor when they were merged, worded together, split, moved and deleted in any order', () => {
  const types = ['edit', 'merge', 'merge', 'split', 'move', 'leaveOut', 'reset'].map((what) => `wording.${what}`);
  const others = ['wording.edit', 'wording.edit', 'note.edit', 'note.edit', 'note.move', 'note.delete', 'draft.set'];
  const all = [...types, ...others] as Step['type'][];
  const enough = { hidden: depth(15, 115), together: depth(10, 75) };
  assertDrawn(
    fc.property(steps(25), fc.array(fc.nat(all.length - 1), { minLength: 25, maxLength: 25 }), (course, picks) => {
      const room = openRoom();
      const { id } = room.item('Dinas Kesehatan');
      for (const n of [901, 902, 903, 904, 905]) room.send(noteOf(id, `${mark(n)} Percepat puskesmas`));
      look(
        playedMeeting(
          course.map((step, n) => ({ ...step, type: all[picks[n] ?? 0] ?? 'note.edit' })),
          room,
        ),
      );
    }),
    depth(200, 1500),
    () => told.hidden > enough.hidden && told.hiddenWords > 0 && told.together > enough.together,
  );
  expect(told.hidden).toBeGreaterThan(enough.hidden);
  expect(told.hiddenWords).toBeGreaterThan(0);
  expect(told.together).toBeGreaterThan(enough.together);
});
