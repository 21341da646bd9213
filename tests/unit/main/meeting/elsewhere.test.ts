import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import { followUpsNow } from '#core/model/meeting-matters.ts';
import { simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { agencyRows } from '../../../support/agency-rows.ts';
import { DATA, modelApplication } from '../../../support/application-model.ts';
import { movedClock } from '../../../support/projector-at-work.ts';

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.clearAllTimers());
afterAll(() => void vi.useRealTimers());

/** The application with a meeting that has one open follow-up, and the meeting that continues it, which is open. */
async function series() {
  const disk = simulatedDisk();
  await disk.port.makeFolder(DATA);
  const clock = movedClock();
  const start = () => modelApplication({ files: disk.port, clock, isFull: () => false, onDesk: () => undefined });
  let app = await start();
  const meeting = () => {
    const open = app.desks[0].view().meeting;
    if (open === null) throw new Error('no meeting is open');
    return open;
  };
  const ok = <T>(reply: { ok: true; value: T } | { ok: false; refusal: object }): T => {
    if (reply.ok) return reply.value;
    throw new Error(JSON.stringify(reply.refusal));
  };
  const date = '2021-05-17';
  ok(await app.ask('meeting.create', { title: 'Satu', date, agencies: agencyRows('Dinas Satu'), carryFrom: null }));
  const add = { type: 'followUp.add', noteId: null, itemId: null, pics: null, due: null, status: 'open' } as const;
  ok(await app.send({ ...add, what: 'Jalan' }));
  const [followUpId = ''] = meeting().followUps.order;
  const first = meeting().id;
  const { meetingId: second } = ok(
    await app.ask('meeting.continue', { meetingId: first, title: 'Dua', date: '2021-05-31' }),
  );
  return {
    first,
    second,
    followUpId,
    meeting,
    now: () => followUpsNow(meeting())[0],
    open: async (meetingId: string) => ok(await app.ask('meeting.open', { meetingId })),
    send: async (command: Command) => ok(await app.send(command)),
    undo: async () => ok(await app.ask('history.undo', {})),
    ask: async (...args: Parameters<typeof app.ask>) => ok(await app.ask(...args)),
    async again() {
      await app.application.stop();
      app = await start();
    },
  };
}

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

test('a rehearsal is not continued, nor a meeting that is not there', async () => {
  const { second, open, ask, meeting } = await series();
  const wanted = { title: 'x', date: '2021-06-14' };
  await expect(ask('meeting.continue', { meetingId: 'gone', ...wanted })).rejects.toThrow('meetingUnreadable');
  await open(second);
  await ask('meeting.rehearse', {});
  await expect(ask('meeting.continue', { meetingId: meeting().id, ...wanted })).rejects.toThrow('badMessage');
});
