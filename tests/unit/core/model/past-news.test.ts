import { expect, it } from 'vitest';
import type { ListedAgency } from '#core/model/agency.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { newMeeting } from '#core/model/new-meeting.ts';
import { documentsWithNews, ownMatters } from '#core/model/news.ts';
import { firstSettings } from '#core/model/settings.ts';
import { minutes } from '#core/time/units.ts';
import { countedIds, noteOf, openRoom, start } from '../../../support/build-meeting.ts';
import { after, clock, next, opened } from '../../../support/two-meetings.ts';

const listed = (id: string, name: string): ListedAgency => ({ id, name, short: '', head: '', inAgenda: true });
const newId = countedIds('m');
const WORDS = 'Kembalikan dana bantuan nelayan';

/** A meeting in which the agency a1 presented, and a directive to it was on the projector. */
function presented(name: string): { readonly first: Meeting; readonly noteId: string } {
  const room = openRoom({ agencies: [listed('a1', name), listed('a2', 'Dinas Sosial')] });
  start(room, name);
  room.clock.advance(minutes(5));
  room.send(noteOf(room.item(name).id, WORDS, { visibility: 'shown', kind: 'directive' }));
  room.send({ type: 'turn.finish', callNext: false });
  return { first: room.meeting(), noteId: room.lastNote().id };
}
/** The meeting after it, made from the settings' list as it is now. */
const madeAfter = (earlier: Meeting, ...agencies: ListedAgency[]): Meeting =>
  newMeeting(
    firstSettings(agencies),
    { title: 'Rakor berikut', date: '2021-05-31', agencies: [], continues: earlier.id },
    { at: clock.at(), newId },
  );
const wordsIn = ({ past }: Meeting): Record<string, string[]> =>
  Object.fromEntries(Object.entries(past).map(([id, { notes }]) => [id, notes.map(({ text }) => text)]));

it('an agency is not told the turn of another one that had its identifier before the list was changed', () => {
  const { first } = presented('Dinas Perikanan');
  const second = madeAfter(first, listed('a1', 'Dinas Pemuda dan Olahraga'));
  expect(opened(second, [first]).past).toEqual({});
  expect(documentsWithNews(second, new Map([[first.id, ownMatters(first)]]))).toEqual([]);
});

it('an agency is told its own turn, whatever identifier or name it had there, and what becomes of it', () => {
  const { first, noteId } = presented('Dinas Perikanan');
  const isRenamed = (known: { readonly name: string }, given: { readonly name: string }): boolean =>
    known.name === 'Dinas Kelautan' && given.name === 'Dinas Perikanan';
  for (const [second, id, isSame] of [
    [madeAfter(first, listed('a1', 'Dinas Perikanan')), 'a1', undefined],
    [madeAfter(first, listed('a1', 'Dinas Pemuda dan Olahraga'), listed('a9', 'DINAS PERIKANAN')), 'a9', undefined],
    [madeAfter(first, listed('a1', 'Dinas Kelautan')), 'a1', isRenamed],
    [madeAfter(first, listed('a1', 'Dinas Pemuda dan Olahraga'), listed('a9', 'Dinas Kelautan')), 'a9', isRenamed],
  ] as const) {
    const taken = opened(second, [first], isSame);
    expect(wordsIn(taken)).toEqual({ [id]: [WORDS] });
    expect(opened(taken, [first], isSame)).toBe(taken);
    const hidden = after(first, { type: 'note.edit', noteId, fields: { visibility: 'private' } });
    expect(wordsIn(opened(taken, [hidden], isSame))).toEqual({ [id]: [] });
    // So it is in the meeting after that, which has a copy of the copy.
    const third = next({ ...taken, status: 'finished' });
    expect(wordsIn(third)).toEqual({ [id]: [WORDS] });
    expect(opened(third, [taken, first], isSame)).toBe(third);
    expect(wordsIn(opened(third, [taken, hidden], isSame))).toEqual({ [id]: [] });
  }
});

it('a copy follows its agency that is called otherwise since, here or there', () => {
  const { first, noteId } = presented('Dinas Perikanan');
  const hide = { type: 'note.edit', noteId, fields: { visibility: 'private' } } as const;
  const rename = { type: 'agency.edit', agencyId: 'a1', name: 'Dinas Kelautan', short: '', head: '' } as const;
  const second = next(first);
  expect(wordsIn(second)).toEqual({ a1: [WORDS] });
  expect(opened(second, [after(first, rename)])).toBe(second);
  expect(wordsIn(opened(second, [after(first, rename, hide)]))).toEqual({ a1: [] });
  expect(wordsIn(opened(after(second, rename), [after(first, hide)]))).toEqual({ a1: [] });
});

it('of two agencies that are one now, the turn under its own name counts', () => {
  const room = openRoom({ agencies: [listed('a1', 'Dinas Perikanan'), listed('a2', 'Dinas Kelautan')] });
  for (const name of ['Dinas Kelautan', 'Dinas Perikanan']) {
    start(room, name);
    room.clock.advance(minutes(5));
    room.send(noteOf(room.item(name).id, name, { visibility: 'shown' }));
    room.send({ type: 'turn.finish', callNext: false });
  }
  const isJoined = (known: { readonly name: string }, given: { readonly name: string }): boolean =>
    known.name === 'Dinas Kelautan' && given.name === 'Dinas Perikanan';
  const second = madeAfter(room.meeting(), listed('b1', 'Dinas Kelautan'));
  const taken = opened(second, [room.meeting()], isJoined);
  expect(wordsIn(taken)).toEqual({ b1: ['Dinas Kelautan'] });
  expect(opened(taken, [room.meeting()], isJoined)).toBe(taken);
});
