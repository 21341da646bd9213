import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Meeting } from '#core/model/meeting.ts';
import { followUpsNow, problemsNow } from '#core/model/meeting-matters.ts';
import type { AnswerOf, RequestOf, RequestType } from '#core/protocol/requests.ts';
import { MINUTE } from '#core/time/units.ts';
import { simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { agencyRows } from '../../../support/agency-rows.ts';
import { modelApplication } from '../../../support/application-model.ts';
import { movedClock } from '../../../support/projector-at-work.ts';
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

test('an older state of this computer, imported to look at it, says nothing again that was undone since', async () => {
  const self = await series();
  const { first, second, followUpId, open, send, undo, ask, meeting, again } = self;
  await open(first);
  await ask('backup.now', {});
  const [oldest] = await ask('backup.list', { meetingId: first });
  await send({ type: 'followUp.edit', followUpId, fields: { status: 'done' } });
  const text = await backedUp(self);
  await undo();
  await again();
  const isOpen = async (ids: readonly string[]): Promise<void> => {
    for (const meetingId of ids) {
      await open(meetingId);
      expect(followUpsNow(meeting())).toMatchObject([{ id: followUpId, status: 'open', entries: [] }]);
    }
  };
  const copy = await imported(self, text);
  await isOpen([copy, second, first]);
  await ask('meeting.discard', { meetingId: copy, matters: 'keep' });
  await isOpen([second, first]);
  // An older state in its place has not said it either.
  await ask('backup.restore', { meetingId: first, place: 'own', name: oldest?.name ?? '' });
  await isOpen([await imported(self, text), second, first]);
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

const STICK = '/stick';

/** A flash disk, and computers that back up to it. */
async function sharedStick() {
  const { port } = simulatedDisk();
  await port.makeFolder(STICK);
  const clock = movedClock();
  /** Starts the application there; again after a power cut, say. */
  async function computer(dataFolder: string) {
    await port.makeFolder(dataFolder);
    const app = await modelApplication({
      ...{ files: port, clock, dataFolder, isFull: () => false, onDesk: () => undefined },
    });
    async function ask<T extends RequestType>(type: T, payload: RequestOf<T>): Promise<AnswerOf[T]> {
      clock.advance(1000);
      const reply = await app.ask(type, payload);
      if (reply.ok) return reply.value;
      throw new Error(JSON.stringify(reply.refusal));
    }
    await ask('settings.edit', { fields: { backupFolder: STICK } });
    const view = () => app.desks[0].view();
    return {
      ask,
      view,
      async order(...all: readonly string[]) {
        for (const what of all) {
          clock.advance(1000);
          await app.send({ ...add, what });
        }
        await app.application.flush();
      },
      ordered: () => (view().meeting === null ? null : followUpsNow(view().meeting as Meeting).map(({ what }) => what)),
      list: (meetingId: string) => ask('backup.list', { meetingId }),
    };
  }
  const a = await computer('/a');
  const agencies = agencyRows('Dinas Satu');
  const { meetingId } = await a.ask('meeting.create', { title: 'R', date: '2021-05-17', agencies, carryFrom: null });
  await a.order('a1', 'a2');
  const { path } = await a.ask('backup.now', {});
  /** The other computer opens the first one's backup; the meeting was not there. */
  async function second() {
    const b = await computer('/b');
    await b.ask('backup.import', { text: await port.read(path) });
    return b;
  }
  return { port, clock, computer, a, meetingId, second };
}

test('damage is not made up for by what another computer made of the meeting: what is intact stays, and is told of', async () => {
  const { port, clock, computer, a, meetingId, second } = await sharedStick();
  const b = await second();
  await b.order('b1');
  await b.ask('backup.now', {});
  await b.order('b2', 'b3', 'b4');
  await a.order('a3', 'a4', 'a5', 'a6', 'a7');
  clock.advance(11 * MINUTE);
  await a.ask('backup.now', {});
  const journal = `/b/meetings/${meetingId}/journal.ndjson`;
  await port.writeSynced(journal, (await port.read(journal)).replace('"b3"', '"bx"'));
  const again = await computer('/b');
  await again.ask('meeting.open', { meetingId });
  expect(again.ordered()).toEqual(['a1', 'a2', 'b1', 'b2', 'b4']);
  expect(again.view().notices).toMatchObject([{ code: 'changesUnreadable', params: { count: 1 } }]);
});

test('computers that share a folder list each other’s backups of a meeting as such, and each keeps and counts its own', async () => {
  const { port, clock, a, meetingId, second } = await sharedStick();
  const whose = (rows: AnswerOf['backup.list']) => rows.map(({ place, isOfAnother }) => [place, isOfAnother]);
  const b = await second();
  // Nothing of it is backed up here yet.
  expect(b.view().lastBackup).toBeNull();
  expect(whose(await b.list(meetingId))).toEqual([['chosen', true]]);
  await b.ask('meeting.close', {});
  expect(whose(await b.list(meetingId)).toSorted()).toEqual([
    ['chosen', false],
    ['chosen', true],
    ['own', false],
  ]);
  await b.ask('meeting.open', { meetingId });
  const ofA = new Set((await a.list(meetingId)).filter(({ isOfAnother }) => !isOfAnother).map(({ path }) => path));
  expect(ofA.size).toBe(2);
  for (let n = 0; n < 12; n += 1) {
    clock.advance(11 * MINUTE);
    await b.ask('backup.now', {});
  }
  const names = await port.list(STICK);
  expect(names.filter((name) => ofA.has(`${STICK}/${name}`))).toHaveLength(1);
  expect(names.filter((name) => name.startsWith('rakor-'))).toHaveLength(11);
  // Another computer's may still be chosen by a person.
  const theirs = (await b.list(meetingId)).find(({ isOfAnother }) => isOfAnother);
  await b.order('b1');
  await b.ask('backup.restore', { meetingId, place: 'chosen', name: theirs?.name ?? '' });
  expect(b.ordered()).toEqual(['a1', 'a2']);
});
test.each(['keep', 'withdraw'] as const)(
  'a deleted meeting (%s) that is restored has what was withdrawn with its second one, deleted after it',
  async (matters) => {
    const self = await series();
    const { first, second, followUpId, open, ask, meeting } = self;
    await open(first);
    const copy = await imported(self, await backedUp(self));
    await ask('meeting.discard', { meetingId: first, matters });
    await ask('meeting.discard', { meetingId: copy, matters: 'withdraw' });
    await open(second);
    expect(followUpsNow(meeting())).toEqual([]);
    await ask('meeting.restore', { meetingId: first });
    for (const meetingId of [first, second]) {
      await open(meetingId);
      expect(followUpsNow(meeting())).toMatchObject([{ id: followUpId, status: 'open' }]);
    }
  },
);

test('taken out of a meeting that is there twice it is listed in neither, until undo; a slip of one leaves no trace', async () => {
  const self = await series();
  const { first, open, send, undo, meeting } = self;
  const listed = (): string[] => followUpsNow(meeting()).map(({ what }) => what);
  await open(first);
  await send({ ...add, what: 'Salah' });
  const [, followUpId = ''] = meeting().followUps.order;
  const copy = await imported(self, await backedUp(self));
  await open(first);
  await send({ type: 'followUp.delete', followUpId });
  await open(copy);
  expect(listed()).toEqual(['Jalan']);
  await open(first);
  await undo();
  await open(copy);
  expect(listed()).toEqual(['Jalan', 'Salah']);
  await send({ ...add, what: 'Hanya di sini' });
  const [, , slip = ''] = meeting().followUps.order;
  await open(first);
  await open(copy);
  await send({ type: 'followUp.delete', followUpId: slip });
  expect(Object.keys(meeting().followUps.items)).not.toContain(slip);
  expect(Object.values(meeting().entries).map(({ subjectId }) => subjectId)).not.toContain(slip);
});

test('nor is it in the register, which was handed the other one', async () => {
  const self = await series();
  const { first, open, send, ask, meeting } = self;
  await open(first);
  await send({ ...add, what: 'Salah' });
  const [, followUpId = ''] = meeting().followUps.order;
  const copy = await imported(self, await backedUp(self));
  await ask('meeting.discard', { meetingId: copy, matters: 'keep' });
  await ask('meeting.discard', { meetingId: first, matters: 'hand' });
  await ask('meeting.restore', { meetingId: copy });
  expect((await ask('register.read', {}))?.followUps.order).toContain(followUpId);
  await open(copy);
  await send({ type: 'followUp.delete', followUpId });
  expect(Object.values(meeting().entries)).toMatchObject([{ subjectId: followUpId, fields: { withdrawn: true } }]);
});
