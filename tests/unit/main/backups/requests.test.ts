import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Meeting } from '#core/model/meeting.ts';
import { followUpsNow, problemsNow } from '#core/model/meeting-matters.ts';
import { type Series, series } from '../../../support/series.ts';

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.clearAllTimers());
afterAll(() => void vi.useRealTimers());

const add = { type: 'followUp.add', noteId: null, itemId: null, pics: null, due: null, status: 'open' } as const;

/** The open meeting as a backup file has it now. */
async function backedUp({ ask, disk, meeting }: Series): Promise<string> {
  const { id: meetingId } = meeting();
  await ask('backup.now', {});
  const [backup] = await ask('backup.list', { meetingId });
  return disk.port.read(backup?.path ?? '');
}
async function imported({ ask }: Series, text: string): Promise<string> {
  return (await ask('backup.import', { text }))?.meetingId ?? '';
}
const standing = (meeting: Meeting): unknown => ({
  followUps: followUpsNow(meeting).map(({ id, status, remark }) => ({ id, status, remark })),
  problems: problemsNow(meeting).map(({ id, solved }) => ({ id, solved })),
});

test('a backup beside its meeting is deleted with everything, and the meeting keeps its follow-ups and problems', async () => {
  const self = await series();
  const { first, second, followUpId, open, send, ask, meeting } = self;
  await open(first);
  const [agencyId = ''] = Object.keys(meeting().agencies);
  await send({ type: 'problem.keep', noteId: null, itemId: null, text: 'Alat', agencyId });
  const before = standing(meeting());
  const copy = await imported(self, await backedUp(self));
  await send({ ...add, what: 'Hanya di salinan' });
  const [, late = ''] = meeting().followUps.order;
  await ask('meeting.discard', { meetingId: copy, matters: 'withdraw' });
  const register = await ask('register.read', {});
  expect(Object.values(register?.entries ?? {}).map(({ subjectId }) => subjectId)).toEqual([late]);
  await open(second);
  expect(followUpsNow(meeting())).toMatchObject([{ id: followUpId, status: 'open' }]);
  await open(first);
  expect(standing(meeting())).toEqual(before);
  // The last one that lists them takes them along.
  await ask('meeting.discard', { meetingId: first, matters: 'withdraw' });
  await open(second);
  expect(followUpsNow(meeting())).toEqual([]);
});

test('a backup of another computer keeps all that was said in it, beside a meeting that did not hear of it', async () => {
  const self = await series();
  const { first, second, followUpId, open, send, undo, ask, meeting } = self;
  await open(first);
  const [agencyId = ''] = Object.keys(meeting().agencies);
  await send({ type: 'problem.keep', noteId: null, itemId: null, text: 'Alat', agencyId });
  const [problemId = ''] = meeting().problems.order;
  await send({ type: 'followUp.edit', followUpId, fields: { remark: 'di keduanya' } });
  await ask('backup.now', {});
  const [older] = await ask('backup.list', { meetingId: first });
  await send({ type: 'followUp.edit', followUpId, fields: { status: 'done' } });
  await send({ type: 'problem.solve', problemId, solved: true });
  const text = await backedUp(self);
  const said = standing(meeting());
  // This computer has the meeting as it was before.
  await ask('backup.restore', { meetingId: first, place: 'own', name: older?.name ?? '' });
  expect(followUpsNow(meeting())).toMatchObject([{ status: 'open', remark: 'di keduanya' }]);
  const copy = await imported(self, text);
  expect(copy).not.toBe(first);
  expect(standing(meeting())).toEqual(said);
  await open(second);
  expect(followUpsNow(meeting())).toMatchObject([{ status: 'done', remark: 'di keduanya' }]);
  await open(copy);
  expect(standing(meeting())).toEqual(said);
  await open(first);
  expect(standing(meeting())).toEqual(said);
  // What this meeting said itself is undone everywhere if it is undone here.
  await send({ type: 'followUp.edit', followUpId, fields: { remark: 'keliru' } });
  const again = await imported(self, await backedUp(self));
  await open(first);
  await undo();
  await open(again);
  expect(followUpsNow(meeting())).toMatchObject([{ status: 'done', remark: 'di keduanya' }]);
  await open(first);
  expect(standing(meeting())).toEqual(said);
});

test.each(['import', 'restore'] as const)(
  'a deleted meeting that comes back from its backup (%s) has what was withdrawn with it',
  async (how) => {
    const self = await series();
    const { first, second, followUpId, open, ask, meeting } = self;
    await open(first);
    const text = await backedUp(self);
    const [backup] = await ask('backup.list', { meetingId: first });
    await ask('meeting.discard', { meetingId: first, matters: 'withdraw' });
    await open(second);
    expect(followUpsNow(meeting())).toEqual([]);
    if (how === 'import') expect(await imported(self, text)).toBe(first);
    else await ask('backup.restore', { meetingId: first, place: 'own', name: backup?.name ?? '' });
    expect(followUpsNow(meeting())).toMatchObject([{ id: followUpId, status: 'open' }]);
    await open(second);
    expect(followUpsNow(meeting())).toMatchObject([{ id: followUpId, status: 'open' }]);
  },
);
