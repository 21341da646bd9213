import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { followUpsNow, problemsNow } from '#core/model/meeting-matters.ts';
import { MINUTE } from '#core/time/units.ts';
import { agencyRows } from '../../../support/agency-rows.ts';
import { DATA } from '../../../support/application-model.ts';
import { DISCARDS, series } from '../../../support/series.ts';

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.clearAllTimers());
afterAll(() => void vi.useRealTimers());

const done = { by: null, fields: { status: 'done' } } as const;

test('what is said on the board is written into the open meeting, and into the register of all others', async () => {
  const { second, followUpId, meeting, now, ask, view } = await series();
  const both = { subjectIds: [followUpId, 'elsewhere'], ...done };
  expect(await ask('matter.entry', both)).toEqual({ inMeeting: [followUpId], inRegister: ['elsewhere'] });
  expect(now()).toMatchObject({ status: 'done', entries: [{ madeIn: second }] });
  const register = await ask('register.read', {});
  expect(Object.values(register?.entries ?? {})).toMatchObject([{ subjectId: 'elsewhere', madeIn: 'register' }]);
  expect(view().register).toMatchObject({ rev: 1, undo: 'entry.add', redo: null });
  await ask('register.undo', {});
  expect(view().register).toMatchObject({ rev: 2, undo: null, redo: 'entry.add' });
  await ask('register.redo', {});
  expect(Object.keys((await ask('register.read', {}))?.entries ?? {})).toHaveLength(1);
  expect(Object.keys(meeting().entries)).toHaveLength(1);
});

test('what is said of several in the open meeting is one step back', async () => {
  const { followUpId, meeting, ask, send, undo, view } = await series();
  const add = { type: 'followUp.add', noteId: null, itemId: null, pics: null, due: null, status: 'open' } as const;
  await send({ ...add, what: 'Irigasi' });
  const before = followUpsNow(meeting());
  const subjectIds = before.map(({ id }) => id);
  expect(await ask('matter.entry', { subjectIds, ...done })).toEqual({ inMeeting: subjectIds, inRegister: [] });
  expect(subjectIds).toContain(followUpId);
  expect(followUpsNow(meeting()).map(({ status }) => status)).toEqual(['done', 'done']);
  expect(view().undo?.type).toBe('entry.add');
  await undo();
  expect(followUpsNow(meeting())).toEqual(before);
});

test('deleted in the older meeting, a follow-up that the next one carries is listed nowhere, until undo', async () => {
  const { first, second, followUpId, meeting, now, open, send, undo } = await series();
  expect(now()).toMatchObject({ id: followUpId });
  await open(first);
  await send({ type: 'followUp.delete', followUpId });
  expect(followUpsNow(meeting())).toEqual([]);
  await open(second);
  expect(followUpsNow(meeting())).toEqual([]);
  await open(first);
  await undo();
  await open(second);
  expect(followUpsNow(meeting())).toMatchObject([{ id: followUpId, status: 'open' }]);
});

test('of a closed meeting, or with none open, it is written into the register, and heard where the follow-up is', async () => {
  const { first, second, followUpId, now, open, ask, send, again } = await series();
  await send({ type: 'meeting.finish' });
  expect(await ask('matter.entry', { subjectIds: [followUpId], ...done })).toMatchObject({ inRegister: [followUpId] });
  expect(now()).toMatchObject({ status: 'open' });
  await again();
  await open(first);
  expect(now()).toMatchObject({ status: 'done', entries: [{ madeIn: 'register' }] });
  await ask('register.undo', {});
  expect(now()).toMatchObject({ status: 'open', entries: [] });
  await open(second);
  expect(now()).toMatchObject({ status: 'open' });
});

test('handed to an agency that the open meeting does not know, it comes through the register', async () => {
  const { followUpId, meeting, now, ask } = await series();
  const agency = { id: 'baru', name: 'Dinas Baru', short: '', head: '' };
  const handed = { subjectIds: [followUpId], by: null, fields: { pics: ['baru'] }, agencies: [agency] };
  expect(await ask('matter.entry', handed)).toEqual({ inMeeting: [], inRegister: [followUpId] });
  expect(now()?.pics.map((id) => meeting().agencies[id]?.name)).toEqual(['Dinas Baru']);
});

test('nothing that was said is lost on quitting: a full disk is told, and the register is saved when it is not full', async () => {
  const { ask, full, stop, again, followUpId, send } = await series();
  await send({ type: 'meeting.finish' });
  const say = (remark: string) => ask('matter.entry', { subjectIds: [followUpId], by: null, fields: { remark } });
  await say('sebelum penuh');
  full(true);
  await expect(say('saat penuh')).rejects.toThrow('diskFull');
  await expect(stop()).rejects.toThrow('diskFull');
  full(false);
  await again();
  const remarks = Object.values((await ask('register.read', {}))?.entries ?? {}).map(({ fields }) => fields.remark);
  expect(remarks).toEqual(['sebelum penuh', 'saat penuh']);
});

test('a damaged register is opened from its backup and kept, and is never opened as an empty one', async () => {
  const { ask, again, stop, disk, followUpId, send, open, first } = await series();
  await send({ type: 'meeting.finish' });
  await ask('matter.entry', { subjectIds: [followUpId], by: null, fields: { remark: 'disimpan' } });
  await again();
  await stop();
  const folder = `${DATA}/register`;
  for (const name of await disk.port.list(folder)) await disk.port.writeSynced(`${folder}/${name}`, 'rusak');
  await again();
  const register = await ask('register.read', {});
  expect(Object.values(register?.entries ?? {})).toMatchObject([{ fields: { remark: 'disimpan' } }]);
  expect((await disk.port.list(folder)).some((name) => name.includes('damaged'))).toBe(true);
  await stop();
  for (const name of await disk.port.list(folder)) await disk.port.writeSynced(`${folder}/${name}`, 'rusak');
  const backups = `${DATA}/backups/register`;
  for (const name of await disk.port.list(backups)) await disk.port.writeSynced(`${backups}/${name}`, 'rusak');
  await again();
  await expect(ask('register.read', {})).rejects.toThrow('registerUnreadable');
  await open(first);
});

test('a command of the application’s own is refused from a window', async () => {
  const { ask } = await series();
  const command = { type: 'matters.takeBack', meetingId: 'x', held: [], begun: [] };
  await expect(ask('register.command', { command })).rejects.toThrow('badMessage');
  await expect(ask('register.undo', {})).rejects.toThrow('nothingToUndo');
});

test('an agency that was renamed in the register is called so in the next meeting', async () => {
  const { second, meeting, ask } = await series();
  const [agency] = Object.values(meeting().agencies);
  if (agency === undefined) throw new Error('no agency');
  const fields = { name: 'Dinas Nama Baru' };
  await ask('register.command', { command: { type: 'agency.edit', agencyId: agency.id, fields, agencies: [agency] } });
  await ask('meeting.continue', { meetingId: second, title: 'Tiga', date: '2021-06-14' });
  expect(meeting().agencies[agency.id]).toMatchObject(fields);
});

test('a deleted meeting that comes back in an older state takes nothing with it that the register has kept', async () => {
  const { first, second, open, ask, send, meeting, again, view } = await series();
  await open(first);
  await ask('backup.now', {});
  const [backup] = await ask('backup.list', { meetingId: first });
  const add = { type: 'followUp.add', noteId: null, itemId: null, pics: null, due: null, status: 'open' } as const;
  await send({ ...add, what: 'Sesudah cadangan' });
  const [, late = ''] = meeting().followUps.order;
  await send({ type: 'entry.add', subjectId: late, by: null, fields: { remark: 'hampir selesai' } });
  await ask('meeting.discard', { meetingId: first, matters: 'hand' });
  const { place, name } = backup ?? { place: 'own' as const, name: '' };
  await ask('backup.restore', { meetingId: first, place, name });
  await again();
  const register = await ask('register.read', {});
  expect(register).toMatchObject({ followUps: { order: [late] }, discarded: {} });
  expect(Object.values(register?.entries ?? {})).toMatchObject([{ subjectId: late, madeIn: 'register' }]);
  expect(view().meetings.map(({ id }) => id)).toContain(second);
});

test.each(DISCARDS)('a meeting is deleted, and its follow-ups are %s, until it is restored', async (matters) => {
  const { first, second, followUpId, now, meeting, open, ask, send, again } = await series();
  await open(first);
  await send({ type: 'followUp.edit', followUpId, fields: { remark: 'dari rakor pertama' } });
  const [agencyId = ''] = Object.keys(meeting().agencies);
  await send({ type: 'problem.keep', noteId: null, itemId: null, text: 'Alat', agencyId });
  await ask('meeting.discard', { meetingId: first, matters });
  const register = await ask('register.read', {});
  expect(Object.keys(register?.followUps.items ?? {})).toEqual(matters === 'hand' ? [followUpId] : []);
  expect(Object.keys(register?.problems.items ?? {})).toHaveLength(matters === 'hand' ? 1 : 0);
  await open(second);
  // The copy in the other meeting stays, unless it was withdrawn everywhere.
  expect(now()?.remark).toBe(matters === 'keep' ? '' : matters === 'hand' ? 'dari rakor pertama' : undefined);
  expect(problemsNow(meeting())).toEqual([]);
  await again();
  await ask('meeting.restore', { meetingId: first });
  expect(await ask('register.read', {})).toMatchObject(
    matters === 'keep' ? {} : { entries: {}, discarded: {}, followUps: { order: [] }, problems: { order: [] } },
  );
  await open(second);
  expect(followUpsNow(meeting())).toMatchObject([{ id: followUpId, remark: 'dari rakor pertama', status: 'open' }]);
});

test.each(['continued', 'carried into a new meeting'] as const)(
  'what an agency has open stays with it when it was renamed, %s',
  async (how) => {
    const { second, followUpId, meeting, now, ask, send } = await series();
    const presenting = () =>
      Object.values(meeting().agenda.items).find(({ kind }) => kind === 'agency')?.agencyId ?? '';
    const agency = meeting().agencies[presenting()];
    if (agency === undefined) throw new Error('no agency');
    await send({ type: 'followUp.edit', followUpId, fields: { pics: [agency.id] } });
    await send({ type: 'problem.keep', noteId: null, itemId: null, text: 'Alat', agencyId: agency.id });
    const fields = { name: 'Dinas Digital' };
    await ask('register.command', {
      command: { type: 'agency.edit', agencyId: agency.id, fields, agencies: [agency] },
    });
    const next = { title: 'Tiga', date: '2021-06-14' };
    if (how === 'continued') await ask('meeting.continue', { meetingId: second, ...next });
    else {
      // The user's own list still has the old name.
      await ask('settings.agencies', { agencies: agencyRows(agency.name) });
      await ask('meeting.create', { ...next, agencies: agencyRows(fields.name), carryFrom: second });
    }
    expect(meeting().agencies[presenting()]).toMatchObject(fields);
    expect(now()).toMatchObject({ id: followUpId, pics: [presenting()] });
    expect(problemsNow(meeting())).toMatchObject([{ text: 'Alat', agencyId: presenting() }]);
  },
);

test.each(['from its backup', 'from the trash'] as const)(
  'a meeting that is restored %s while the register cannot be read has what was withdrawn with its second one, once it can',
  async (how) => {
    const { first, second, followUpId, disk, meeting, open, ask, again, stop, view } = await series();
    await open(first);
    await ask('backup.now', {});
    const [backup] = await ask('backup.list', { meetingId: first });
    if (backup === undefined) throw new Error('no backup');
    const copy = await ask('backup.import', { text: await disk.port.read(backup.path) });
    await ask('meeting.discard', { meetingId: first, matters: 'keep' });
    await ask('meeting.discard', { meetingId: copy?.meetingId ?? '', matters: 'withdraw' });
    await open(second);
    expect(followUpsNow(meeting())).toEqual([]);
    await stop();
    const folders = [`${DATA}/register`, `${DATA}/backups/register`];
    const paths = (
      await Promise.all(folders.map(async (at) => (await disk.port.list(at)).map((name) => `${at}/${name}`)))
    ).flat();
    const texts = await Promise.all(paths.map((path) => disk.port.read(path)));
    for (const path of paths) await disk.port.writeSynced(path, 'rusak');
    await again();
    const { place, name } = backup;
    if (how === 'from its backup') await ask('backup.restore', { meetingId: first, place, name });
    else await ask('meeting.restore', { meetingId: first });
    expect(how === 'from its backup' ? [meeting().id] : view().meetings.map(({ id }) => id)).toContain(first);
    await stop();
    for (const [n, path] of paths.entries()) await disk.port.writeSynced(path, texts[n] ?? '');
    await again();
    for (const meetingId of [first, second]) {
      await open(meetingId);
      expect(followUpsNow(meeting())).toMatchObject([{ id: followUpId, status: 'open' }]);
    }
    expect((await ask('register.read', {}))?.entries).toEqual({});
  },
);

test.each(['is in use', 'cannot be written'] as const)(
  'a meeting is back at once while the register %s, and what was withdrawn with it once that is over',
  async (what) => {
    const { first, second, followUpId, meeting, open, ask, again, stop, view, full, registerInUse } = await series();
    await ask('meeting.discard', { meetingId: first, matters: 'withdraw' });
    if (what === 'is in use') {
      await stop();
      registerInUse(true);
      await again();
    } else full(true);
    await ask('meeting.restore', { meetingId: first });
    expect(view().meetings.map(({ id }) => id)).toContain(first);
    full(false);
    registerInUse(false);
    await open(first);
    await open(second);
    expect(followUpsNow(meeting())).toMatchObject([{ id: followUpId, status: 'open' }]);
    await again();
    expect((await ask('register.read', {}))?.entries).toEqual({});
  },
);

test('so it has when the register becomes an older state of itself, in which that was withdrawn', async () => {
  const { first, second, followUpId, disk, clock, meeting, open, ask, again } = await series();
  await open(first);
  await ask('backup.now', {});
  const [backup] = await ask('backup.list', { meetingId: first });
  const copy = await ask('backup.import', { text: await disk.port.read(backup?.path ?? '') });
  await ask('meeting.discard', { meetingId: first, matters: 'keep' });
  await ask('meeting.discard', { meetingId: copy?.meetingId ?? '', matters: 'withdraw' });
  // Closing backs the register up; a day later that is not replaced.
  await again();
  clock.advance(24 * 60 * MINUTE);
  await ask('meeting.restore', { meetingId: first });
  let restored = 0;
  for (const { place, name } of await ask('register.backups', {})) {
    if ((await ask('register.look', { place, name })).entries !== 1) continue;
    await ask('register.restore', { place, name });
    restored += 1;
  }
  expect(restored).toBe(1);
  expect((await ask('register.read', {}))?.entries).toEqual({});
  await open(second);
  expect(followUpsNow(meeting())).toMatchObject([{ id: followUpId, status: 'open' }]);
});
