import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { DATA } from '../../../support/application-model.ts';
import { series } from '../../../support/series.ts';

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.clearAllTimers());
afterAll(() => void vi.useRealTimers());

test('the start screen says what a meeting leaves open now: by the board, by later meetings, and after a new start', async () => {
  const { first, second, followUpId, view, open, send, ask, again, stop } = await series();
  const counts = () =>
    Object.fromEntries(
      view().meetings.map(({ id, openFollowUps }) => [id === first ? 'first' : 'second', openFollowUps]),
    );
  const say = (fields: { status?: 'done' | 'open'; withdrawn?: boolean }) =>
    ask('matter.entry', { subjectIds: [followUpId], by: null, fields });
  await open(first);
  await send({ type: 'meeting.finish' });
  await ask('meeting.close', {});
  expect(counts()).toEqual({ first: 1, second: 1 });
  await say({ status: 'done' });
  expect(counts()).toEqual({ first: 0, second: 0 });
  await again();
  expect(counts()).toEqual({ first: 0, second: 0 });
  await say({ status: 'open' });
  expect(counts()).toEqual({ first: 1, second: 1 });
  await say({ withdrawn: true });
  expect(counts()).toEqual({ first: 0, second: 0 });
  await ask('register.undo', {});
  expect(counts()).toEqual({ first: 1, second: 1 });
  await open(second);
  await send({ type: 'followUp.edit', followUpId, fields: { status: 'done' } });
  await ask('meeting.close', {});
  expect(counts()).toEqual({ first: 0, second: 0 });
  // What it will take as it opens, too: it has not begun.
  await open(first);
  await send({ type: 'meeting.reopen' });
  const order = { type: 'followUp.add', noteId: null, itemId: null, pics: null, due: null, status: 'open' } as const;
  await send({ ...order, what: 'Susulan' });
  await ask('meeting.close', {});
  expect(counts()).toEqual({ first: 1, second: 1 });
  // The copies of one that is not there any more count.
  await ask('meeting.discard', { meetingId: second, matters: 'keep' });
  expect(counts()).toEqual({ first: 1 });
  await stop();
});

test('where the register is missing, the start screen counts the copies of what was said in it, and so does a meeting that opens', async () => {
  const { first, second, followUpId, now, view, open, ask, again, stop, disk } = await series();
  await ask('meeting.close', {});
  await ask('matter.entry', { subjectIds: [followUpId], by: null, fields: { status: 'done' } });
  await open(second);
  await stop();
  for (const folder of [`${DATA}/register`, `${DATA}/backups/register`])
    for (const name of await disk.port.list(folder)) await disk.port.remove(`${folder}/${name}`);
  await again();
  expect(view().meetings.map(({ openFollowUps }) => openFollowUps)).toEqual([0, 0]);
  await open(first);
  expect(now()).toMatchObject({ status: 'done' });
  await stop();
  // Nor do they hide the list if the disk damages what is stored of them.
  const stored = `${DATA}/meetings/${second}/summary.json`;
  const text = await disk.port.read(stored);
  await disk.port.writeSynced(stored, text.replace('"register": "{', '"register": "{{'));
  expect(await disk.port.read(stored)).not.toBe(text);
  await again();
  expect(view().meetings).toHaveLength(2);
  await stop();
});
