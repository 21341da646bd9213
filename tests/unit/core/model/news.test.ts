import { produce } from 'immer';
import { expect, it } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import type { AgencyPast } from '#core/model/agency-past.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { followUpsNow, problemsNow } from '#core/model/meeting-matters.ts';
import { documentsWithNews, lastHeard, newsOf, type OwnMatters, orderedOn, ownMatters } from '#core/model/news.ts';
import { instant } from '#core/time/units.ts';
import { civilDateAt, instantOf } from '#core/time/zone.ts';
import { noteOf, openRoom, start } from '../../../support/build-meeting.ts';
import { after, clock, next, opened, twoMeetings } from '../../../support/two-meetings.ts';

it('an open meeting takes in what was said elsewhere, in its own names of agencies, once', () => {
  const { first, second, followUpId, problemId } = twoMeetings();
  const renamed = after(
    first,
    { type: 'agency.edit', agencyId: 'satui', name: 'Kecamatan Baru', short: '', head: '' },
    { type: 'followUp.edit', followUpId, fields: { status: 'done', pics: ['satui', 'dinkes'] } },
    { type: 'problem.solve', problemId, solved: true },
  );
  const taken = opened(second, [renamed]);
  const [followUp] = followUpsNow(taken);
  expect(followUp?.status).toBe('done');
  expect(followUp?.pics.map((id) => taken.agencies[id]?.name)).toEqual(['Kecamatan Baru', 'Dinas Kesehatan']);
  expect(taken.agencies.satui?.name).toBe('Kecamatan Satui');
  expect(problemsNow(taken)).toMatchObject([{ solved: true }]);
  expect(opened(taken, [renamed])).toBe(taken);
});

it('what was undone where it was said is gone from the copies, and what a missing document said stays', () => {
  const { first, second, followUpId } = twoMeetings();
  const said = after(first, { type: 'followUp.edit', followUpId, fields: { remark: 'Lelang' } });
  const taken = opened(second, [said]);
  expect(followUpsNow(taken)[0]?.remark).toBe('Lelang');
  expect(opened(taken, [])).toBe(taken);
  expect(followUpsNow(opened(taken, [first]))[0]?.remark).toBe('');
});

it('what a missing document said is heard from the copy of another', () => {
  const { first, second, followUpId } = twoMeetings();
  const said = after(first, { type: 'followUp.edit', followUpId, fields: { remark: 'Lelang' } });
  const third = opened(next(first), [said]);
  expect(followUpsNow(opened(second, [third]))[0]?.remark).toBe('Lelang');
  expect(followUpsNow(opened(second, [first, third]))[0]?.remark).toBe('');
});

it('its own entries are never touched, whatever another document has under their ids', () => {
  const { first, second, followUpId } = twoMeetings();
  const own = after(second, { type: 'followUp.edit', followUpId, fields: { remark: 'milik sendiri' } });
  const [entry] = Object.values(own.entries);
  if (entry === undefined) throw new Error('no entry');
  const forged = { ...first, entries: { [entry.id]: { ...entry, fields: { remark: 'lain' } } } };
  expect(opened(own, [forged])).toBe(own);
  expect(opened({ ...own, entries: {} }, [forged]).entries).toEqual({});
});

it('reads only documents that have something to say of its follow-ups and problems', () => {
  const { first, second, followUpId } = twoMeetings();
  const said = after(first, { type: 'followUp.edit', followUpId, fields: { remark: 'x' } });
  const present = new Map([
    [said.id, ownMatters(said)],
    [
      'other',
      {
        entries: { e1: { of: 'another', at: instant(1) } },
        copies: {},
        records: {},
        carried: {},
        followUps: [],
        begunAs: {},
        agencies: {},
      },
    ],
  ]);
  expect(documentsWithNews(second, present)).toEqual([said.id]);
  expect(documentsWithNews(opened(second, [said]), present)).toEqual([]);
});

it('a note made private later makes what came of it private in every meeting', () => {
  const { first, second, noteId } = twoMeetings();
  const hidden = after(first, { type: 'note.edit', noteId, fields: { visibility: 'private' } });
  const taken = opened(second, [hidden]);
  expect(followUpsNow(taken)).toMatchObject([{ private: true }]);
  expect(problemsNow(taken)).toMatchObject([{ private: true }]);
  expect(followUpsNow(opened(taken, []))).toMatchObject([{ private: true }]);
});

it('a note taken off the projector later takes off what came of it in every meeting', () => {
  const { first, second, noteId } = twoMeetings();
  const shown = opened(second, [after(first, { type: 'note.edit', noteId, fields: { visibility: 'shown' } })]);
  expect(followUpsNow(shown)).toMatchObject([{ shown: true }]);
  const off = after(first, { type: 'note.edit', noteId, fields: { visibility: 'internal' } });
  expect(followUpsNow(opened(shown, [off]))).toMatchObject([{ shown: false }]);
  expect(problemsNow(opened(shown, [off]))).toMatchObject([{ shown: false }]);
});

it('a copy is for everybody as its note is now, also in a file that was written before copies said so', () => {
  const { first, second, noteId } = twoMeetings();
  const shown = after(first, { type: 'note.edit', noteId, fields: { visibility: 'shown' } });
  const taken = opened(second, [shown]);
  expect([...followUpsNow(taken), ...problemsNow(taken)]).toMatchObject([{ public: true }, { public: true }]);
  const off = opened(taken, [after(first, { type: 'note.edit', noteId, fields: { visibility: 'internal' } })]);
  expect([...followUpsNow(off), ...problemsNow(off)]).toMatchObject([{ public: false }, { public: false }]);

  const room = openRoom();
  const { id: itemId } = room.item('Dinas Kesehatan');
  room.send({ type: 'problem.keep', noteId: null, itemId, text: 'Dari lembar' });
  const older = produce(next(room.meeting()), (draft) => {
    for (const one of Object.values(draft.problems.items)) delete one.public;
  });
  expect(problemsNow(opened(older, [room.meeting()]))).toMatchObject([{ public: true }]);
});

it('looks at a value of a meeting once, however many follow-ups are asked for', () => {
  const { first, second, followUpId, problemId } = twoMeetings();
  const said = after(first, { type: 'followUp.edit', followUpId, fields: { remark: 'Lelang' } });
  expect(ownMatters(said)).toBe(ownMatters(said));
  expect(ownMatters(said)).not.toBe(ownMatters(first));
  let looks = 0;
  const counted = (own: OwnMatters): OwnMatters => ({
    ...own,
    get entries() {
      looks += 1;
      return own.entries;
    },
  });
  const documents = [said, opened(second, [said])].map((one) => counted(ownMatters(one)));
  const times = [followUpId, problemId, 'gone', followUpId].map((id) => lastHeard(documents, id));
  expect(times).toEqual([clock.at(), null, null, clock.at()]);
  expect(looks).toBe(2);
});

it('knows the day of what was ordered: of its own meeting, else of one that carries it', () => {
  const { first, second, followUpId, problemId } = twoMeetings();
  const dayIn = (id: string, ...all: readonly Meeting[]) => orderedOn(all.map(ownMatters), id);
  const opened = { ...first, openedAt: instantOf('2021-05-18', '08:00', first.zone) };
  for (const id of [followUpId, problemId]) {
    expect(dayIn(id, first)).toBe(civilDateAt(first.createdAt, first.zone));
    expect(dayIn(id, second, opened)).toBe('2021-05-18');
    expect(dayIn(id, second)).toBe(first.date);
  }
  expect(dayIn('gone', first, second)).toBeNull();
});

/** A rakor in which Dinkes presented and two notes were shown, and the one after it. */
function presented() {
  const room = openRoom();
  const { id: itemId } = room.item('Dinas Kesehatan');
  start(room, 'Dinas Kesehatan');
  const [asked, told] = ['Tambah dokter', 'Dokter ditambah'].map((text) => {
    room.send(noteOf(itemId, text, { visibility: 'shown' }));
    return room.lastNote().id;
  });
  room.send({ type: 'turn.finish', callNext: true });
  const first = room.meeting();
  return { first, second: next(first), itemId, asked: asked ?? '', told: told ?? '' };
}
const pastNotes = ({ past }: { readonly past: Readonly<Record<string, AgencyPast>> }) =>
  past.dinkes?.notes.map(({ text }) => text);

it('what the room saw follows its own meeting: hidden, deleted or corrected there, it is so in the next one', () => {
  const { first, second, asked, told } = presented();
  expect(pastNotes(second)).toEqual(['Tambah dokter', 'Dokter ditambah']);
  expect(opened(second, [first])).toBe(second);
  for (const visibility of ['private', 'internal'] as const) {
    const hidden = after(first, { type: 'note.edit', noteId: asked, fields: { visibility } });
    const taken = opened(second, [hidden]);
    expect(pastNotes(taken)).toEqual(['Dokter ditambah']);
    expect(opened(taken, [hidden])).toBe(taken);
    expect(pastNotes(opened(taken, []))).toEqual(['Dokter ditambah']);
    expect(opened(taken, [first])).toEqual(second);
  }
  const deleted = after(first, { type: 'note.delete', noteId: told });
  expect(pastNotes(opened(second, [deleted]))).toEqual(['Tambah dokter']);
  const corrected = after(first, { type: 'note.edit', noteId: asked, fields: { text: 'Tambah bidan' } });
  expect(pastNotes(opened(second, [corrected]))).toEqual(['Tambah bidan', 'Dokter ditambah']);
});

it('also where an agency did not present in the meeting between, which knows nothing of it', () => {
  const { first, second, asked } = presented();
  const hidden = after(first, { type: 'note.edit', noteId: asked, fields: { visibility: 'private' } });
  const third = next({ ...second, status: 'finished' });
  expect(documentsWithNews(third, new Map([hidden, second].map((one) => [one.id, ownMatters(one)])))).toEqual([
    first.id,
  ]);
  expect(pastNotes(opened(third, [hidden, second]))).toEqual(['Dokter ditambah']);
  // The turn was not presented after all: what is known then is a copy, which is outdated too.
  const never = { ...second, presented: [], past: second.past };
  const own = next({ ...second, presented: [first.presented[0] ?? ''], agenda: first.agenda, notes: first.notes });
  expect(own.past.dinkes?.from.meetingId).toBe(second.id);
  const one = opened(own, [hidden, never]);
  expect(pastNotes(one)).toEqual([]);
  expect(pastNotes(opened(one, [hidden, never]))).toEqual(['Dokter ditambah']);
});

it('a budget or a target that is corrected later is so in the next meeting, the budgets before it stay', () => {
  const { first, itemId } = presented();
  const target = { id: 't1', indicator: 'Imunisasi', unit: '%', target: '95', achieved: '81', change: '' };
  const sheet = (realised: number, achieved: string): Command => {
    const budget = { ceiling: 10, realised, need: null, remark: '' };
    return { type: 'sheet.edit', itemId, fields: { budget, targets: [{ ...target, achieved }] } };
  };
  const before = { date: '2021-05-03', ceiling: 8, realised: 2 };
  const said = after(first, sheet(4, '81'));
  const known = { ...said, past: { dinkes: { ...next(said).past.dinkes, budgets: [before] } as AgencyPast } };
  const second = next(known);
  expect(opened(second, [known])).toBe(second);
  const taken = opened(second, [after(known, sheet(9, '81'))]);
  expect(taken.past.dinkes?.budgets).toEqual([before, { date: first.date, ceiling: 10, realised: 9 }]);
  const reached = opened(second, [after(known, sheet(4, '88'))]);
  expect(reached.past.dinkes).toMatchObject({ targets: [{ achieved: '88' }], budgets: second.past.dinkes?.budgets });
  // The turn was taken back: nor is its budget known, only those before it.
  expect(opened(second, [{ ...known, presented: [], past: {} }]).past.dinkes?.budgets).toEqual([before]);
});

it('shows nothing of a turn of which no document tells what became of it, and all of it when one does again', () => {
  const { first, second } = presented();
  const { from, budgets } = second.past.dinkes ?? {};
  const nothing = { dinkes: { from, notes: [], targets: [], budgets } };
  // Its turn was taken back, or its meeting became an older state of itself.
  const none = { ...first, presented: [] };
  const without = opened(second, [none]);
  expect(without.past).toEqual(nothing);
  expect(opened(without, [none])).toBe(without);
  expect(opened(without, [first])).toEqual(second);
  // Its meeting could not be read.
  const hidden = new Map([[first.id, ownMatters(none)]]);
  expect(newsOf(second, hidden, []).past).toEqual(nothing);
  expect(newsOf(without, hidden, []).past).toEqual({});
});
