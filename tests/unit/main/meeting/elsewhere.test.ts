import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { followUpsNow } from '#core/model/meeting-matters.ts';
import { type Series, series } from '../../../support/series.ts';

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.clearAllTimers());
afterAll(() => void vi.useRealTimers());

test('a meeting is continued: what is open comes along, with what is said of it in either from then on', async () => {
  const { first, second, followUpId, meeting, now, open, send, undo, again } = await series();
  expect(meeting()).toMatchObject({ id: second, continues: first, title: 'Dua' });
  expect(now()).toMatchObject({ id: followUpId, what: 'Jalan', status: 'open', origin: { meetingId: first } });
  await open(first);
  await send({ type: 'followUp.edit', followUpId, fields: { status: 'done' } });
  await again();
  await open(second);
  expect(now()).toMatchObject({ status: 'done', entries: [{ madeIn: first }] });
  // What the application took in is no step: undo finds none of this meeting.
  await expect(undo()).rejects.toThrow('nothingToUndo');
  await open(first);
  await undo();
  await open(second);
  expect(now()).toMatchObject({ status: 'open', entries: [] });
});

test('what a closed meeting says stays as it was on its day', async () => {
  const { first, second, followUpId, now, open, send } = await series();
  await open(first);
  await send({ type: 'meeting.finish' });
  await open(second);
  await send({ type: 'followUp.edit', followUpId, fields: { status: 'done' } });
  await open(first);
  expect(now()).toMatchObject({ status: 'open' });
});

test('what is said later counts, also of a closed meeting on a machine whose clock was set back', async () => {
  const { first, second, followUpId, now, open, send, clock } = await series();
  await open(first);
  await send({ type: 'meeting.finish' });
  await open(second);
  await send({ type: 'followUp.edit', followUpId, fields: { status: 'done' } });
  clock.wall(-86_400_000);
  await open(first);
  await send({ type: 'followUp.edit', followUpId, fields: { status: 'inProgress' } });
  await open(second);
  expect(now()).toMatchObject({ status: 'inProgress' });
});

test('on a clock that was set back two years nothing is opened again or dated back, in meeting, register or board', async () => {
  const { first, second, followUpId, meeting, now, open, send, ask, undo, clock, again } = await series();
  const days = (): (string | undefined)[] => now()?.entries.map(({ on }) => on) ?? [];
  const ascending = (): void => expect(days()).toEqual(days().toSorted());
  await send({ type: 'followUp.edit', followUpId, fields: { status: 'inProgress' } });
  const [today = ''] = days();
  clock.wall(-2 * 365 * 86_400_000);
  await open(first);
  expect(now()).toMatchObject({ status: 'inProgress' });
  await open(second);
  await send({ type: 'followUp.edit', followUpId, fields: { status: 'done' } });
  expect(now()).toMatchObject({ status: 'done', doneOn: today });
  ascending();
  await open(first);
  expect(now()).toMatchObject({ status: 'done', doneOn: today });
  // Said between meetings, and taken back again.
  await send({ type: 'meeting.finish' });
  await ask('meeting.close', {});
  await ask('matter.entry', { subjectIds: [followUpId], by: null, fields: { remark: 'Sudah dicek' } });
  await again();
  await open(second);
  expect(now()).toMatchObject({ status: 'done', doneOn: today, remark: 'Sudah dicek' });
  ascending();
  await ask('register.undo', {});
  expect(now()).toMatchObject({ status: 'done', doneOn: today, remark: '' });
  await undo();
  expect(now()).toMatchObject({ status: 'inProgress', doneOn: null });
  // The first that is said of one that was carried is not before it was ordered.
  const { meetingId: third } = await ask('meeting.continue', { meetingId: second, title: 'Tiga', date: '2021-06-14' });
  const add = { type: 'followUp.add', noteId: null, itemId: null, pics: null, due: null, status: 'open' } as const;
  await open(second);
  await send({ ...add, what: 'Irigasi' });
  await ask('meeting.continue', { meetingId: second, title: 'Empat', date: '2021-06-28' });
  const carried = followUpsNow(meeting()).find(({ what }) => what === 'Irigasi');
  await send({ type: 'followUp.edit', followUpId: carried?.id ?? '', fields: { status: 'done' } });
  const done = followUpsNow(meeting()).find(({ what }) => what === 'Irigasi');
  expect(done?.doneOn).toBe('2021-05-31');
  clock.wall(2 * 365 * 86_400_000);
  await open(third);
  expect(now()).toMatchObject({ status: 'inProgress' });
});

test('what is said first of all between meetings is not dated before its meeting, on a clock that was set back', async () => {
  const { second, followUpId, now, open, ask, clock } = await series();
  await ask('meeting.close', {});
  clock.wall(-3 * 86_400_000);
  await ask('matter.entry', { subjectIds: [followUpId], by: null, fields: { status: 'done' } });
  await open(second);
  expect(now()).toMatchObject({ status: 'done', doneOn: '2021-05-17' });
});

test('a third meeting carries what is open in truth, not what the one before it last knew', async () => {
  const { first, second, followUpId, meeting, open, send, ask } = await series();
  await open(first);
  await send({ type: 'followUp.edit', followUpId, fields: { status: 'done' } });
  await ask('meeting.continue', { meetingId: second, title: 'Tiga', date: '2021-06-14' });
  expect(meeting().title).toBe('Tiga');
  expect(followUpsNow(meeting())).toEqual([]);
  await open(first);
  await send({ type: 'followUp.edit', followUpId, fields: { status: 'inProgress' } });
  await ask('meeting.create', { title: 'Empat', date: '2021-06-28', agencies: [], carryFrom: second });
  expect(followUpsNow(meeting())).toMatchObject([{ id: followUpId, status: 'inProgress' }]);
});

const next = { title: 'x', date: '2021-06-14' };
test.each([
  ['continued', ({ ask }: Series, meetingId: string) => ask('meeting.continue', { ...next, meetingId })],
  ['carried', ({ ask }: Series, carryFrom: string) => ask('meeting.create', { ...next, agencies: [], carryFrom })],
])('a rehearsal is not %s, nor a meeting that is not there, and the open one stays open', async (_, use) => {
  const self = await series();
  const { second, open, ask, meeting } = self;
  const refused = async (meetingId: string): Promise<string> => {
    const [before, asked] = [meeting().id, use(self, meetingId)];
    const why = await asked.then(
      () => 'taken',
      (error: unknown) => String(error),
    );
    expect(meeting().id).toBe(before);
    return why;
  };
  await open(second);
  expect(await refused('gone')).toContain('meetingUnreadable');
  await ask('meeting.rehearse', {});
  const rehearsal = meeting().id;
  expect(await refused(rehearsal)).toContain('badMessage');
  await open(second);
  expect(await refused(rehearsal)).toContain('badMessage');
});

/** A note that was on the projector while the agency presented, and the meeting after that one with the agency on. */
async function shownThen() {
  const self = await series();
  const { first, open, send, ask, meeting } = self;
  await open(first);
  const [itemId = ''] = meeting().agenda.order.filter((id) => meeting().agenda.items[id]?.kind === 'agency');
  await send({ type: 'turn.call', itemId });
  await send({ type: 'turn.start' });
  const author = { kind: 'leader', role: 'bupati' } as const;
  await send({ type: 'note.add', itemId, author, kind: 'note', visibility: 'shown', text: 'Dilihat', concerns: null });
  const noteId = Object.keys(meeting().notes[itemId] ?? {})[0] ?? '';
  await send({ type: 'turn.finish', callNext: false });
  const { meetingId: next } = await ask('meeting.continue', { meetingId: first, title: 'Tiga', date: '2021-06-14' });
  const callFirst = async (): Promise<void> => {
    const [called = ''] = meeting().agenda.order.filter((id) => meeting().agenda.items[id]?.kind === 'agency');
    await send({ type: 'turn.call', itemId: called });
    await send({ type: 'screen.layout', layout: 'matters' });
  };
  return {
    ...self,
    next,
    callFirst,
    async hide(visibility: 'private' | 'internal' | 'shown') {
      await open(first);
      await send({ type: 'note.edit', noteId, fields: { visibility } });
    },
    seen: () => JSON.stringify(self.projected()).includes('Dilihat'),
  };
}

test.each(['private', 'internal'] as const)('a note made %s later leaves the next rakor’s projector', async (to) => {
  const { next, open, callFirst, hide, seen, again } = await shownThen();
  await callFirst();
  expect(seen()).toBe(true);
  await hide(to);
  await open(next);
  expect(seen()).toBe(false);
  await again();
  await open(next);
  expect(seen()).toBe(false);
});

test('also in an older state of that rakor, in its rehearsal, and where it was closed and is opened again', async () => {
  const { next, ask, open, send, callFirst, hide, seen, meeting } = await shownThen();
  await ask('meeting.rehearse', {});
  const rehearsal = meeting().id;
  await callFirst();
  expect(seen()).toBe(true);
  await open(next);
  await callFirst();
  const { place, name } = await ask('backup.now', {});
  await send({ type: 'meeting.finish' });
  await hide('internal');

  await open(next);
  expect(meeting().status).toBe('finished');
  await send({ type: 'meeting.reopen' });
  await callFirst();
  await vi.waitFor(() => expect(seen()).toBe(false));
  await ask('backup.restore', { meetingId: next, place, name });
  expect(meeting().status).toBe('open');
  expect(seen()).toBe(false);
  await open(rehearsal);
  expect(seen()).toBe(false);
});

/** Something was said in the second meeting, and hidden in the first: the next one has to read both. */
async function saidAndHidden() {
  const self = await shownThen();
  await self.callFirst();
  const { place, name } = await self.ask('backup.now', {});
  await self.open(self.second);
  await self.send({ type: 'followUp.edit', followUpId: self.followUpId, fields: { status: 'done' } });
  await self.hide('internal');
  return { ...self, restore: () => self.ask('backup.restore', { meetingId: self.next, place, name }) };
}

test('a meeting that cannot be read just now keeps none of the other news from coming, and is heard later', async () => {
  const { first, second, next, open, now, seen, unreadable } = await saidAndHidden();
  unreadable(second);
  await open(next);
  expect(seen()).toBe(false);
  expect(now()).toMatchObject({ status: 'open' });
  await open(first);
  unreadable(null);
  await open(next);
  expect(now()).toMatchObject({ status: 'done' });
});

test('nor is what was shown in one that cannot be read, until it is known whether it still may be', async () => {
  const { first, second, next, open, hide, now, seen, unreadable } = await saidAndHidden();
  await open(second);
  unreadable(first);
  await open(next);
  expect(seen()).toBe(false);
  expect(now()).toMatchObject({ status: 'done' });
  unreadable(null);
  await hide('shown');
  await open(next);
  expect(seen()).toBe(true);
});

test('a backup is restored although another meeting cannot be read just now', async () => {
  const { second, next, open, meeting, seen, restore, unreadable } = await saidAndHidden();
  unreadable(second);
  await open(next);
  await restore();
  expect(meeting()).toMatchObject({ id: next, status: 'open' });
  expect(seen()).toBe(false);
});

test('a register that cannot be read keeps no other news from coming: what was hidden leaves the projector', async () => {
  const { next, open, now, seen, stop, again, damageRegister, ask } = await saidAndHidden();
  await ask('meeting.close', {});
  await ask('matter.entry', { subjectIds: ['x'], by: null, fields: { remark: 'Antar-rapat' } });
  await stop();
  await damageRegister();
  await again();
  await open(next);
  expect(seen()).toBe(false);
  expect(now()).toMatchObject({ status: 'done' });
});
