import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { followUpsNow } from '#core/model/meeting-matters.ts';
import { MINUTE } from '#core/time/units.ts';
import { keepUnsaved } from '#main/app/unsaved.ts';
import { DATA } from '../../../support/application-model.ts';
import { series } from '../../../support/series.ts';

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.clearAllTimers());
afterAll(() => void vi.useRealTimers());

/** A register with a backup of what was said first, and more that was said since. */
async function saidThrice() {
  const room = await series();
  const { ask, again, send, followUpId, clock } = room;
  await send({ type: 'meeting.finish' });
  const say = (remark: string) => ask('matter.entry', { subjectIds: [followUpId], by: null, fields: { remark } });
  await say('pertama');
  await again();
  clock.advance(11 * MINUTE);
  await say('kedua');
  // Too soon for a backup by itself.
  await say('ketiga');
  const remarks = async () =>
    Object.values((await ask('register.read', {}))?.entries ?? {}).map(({ fields }) => fields.remark);
  return { ...room, remarks };
}

test('a backup of the register is looked into and restored; what it replaced is a backup, and undo brings it back', async () => {
  const { ask, remarks, first, open, now } = await saidThrice();
  const row = (await ask('register.backups', {})).at(-1);
  if (row === undefined) throw new Error('no backup');
  const { place, name, at } = row;
  expect(await ask('register.look', { place, name })).toEqual({
    ...{ at, entries: 1, agencies: 0, kept: 0, lastSaid: expect.any(Number) },
  });
  await open(first);
  expect(now()?.remark).toBe('ketiga');
  await ask('register.restore', { place, name });
  expect(await remarks()).toEqual(['pertama']);
  // The open meeting hears of it at once.
  expect(now()?.remark).toBe('pertama');
  const contents = await Promise.all(
    (await ask('register.backups', {})).map((one) => ask('register.look', { place: one.place, name: one.name })),
  );
  expect(contents.map(({ entries }) => entries)).toEqual(expect.arrayContaining([1, 3]));
  await ask('register.undo', {});
  expect(await remarks()).toEqual(['pertama', 'kedua', 'ketiga']);
  expect(now()?.remark).toBe('ketiga');
});

test('a backup that cannot be read changes nothing, and no other file is read under its name', async () => {
  const { ask, remarks, disk } = await saidThrice();
  const row = (await ask('register.backups', {})).at(-1);
  const { place, name } = row ?? { place: 'own' as const, name: '' };
  const path = `${DATA}/backups/register/${name}`;
  const sound = await disk.port.read(path);
  await disk.port.writeSynced(path, sound.replace('pertama', 'pertamx'));
  await expect(ask('register.restore', { place, name })).rejects.toThrow('backupUnreadable');
  await disk.port.writeSynced(path, sound.replace('"schema": 1,\n "seq"', '"schema": 9,\n "seq"'));
  await expect(ask('register.look', { place, name })).rejects.toThrow('backupUnreadable');
  const others = ['rakor-x-20210517T003000Z-1.json', 'register-20990101T000000Z-1.json'];
  for (const other of others) {
    await expect(ask('register.look', { place, name: other })).rejects.toThrow('unknownBackup');
    await expect(ask('register.look', { place: 'chosen', name: other })).rejects.toThrow('unknownBackup');
  }
  expect(await remarks()).toEqual(['pertama', 'kedua', 'ketiga']);
});

test('what was kept of the register when its folder was lost is opened as any backup, and joins what was said there since', async () => {
  const { ask, remarks, first, open, now, meeting, disk, clock, followUpId } = await saidThrice();
  const register = await ask('register.read', {});
  if (register === null) throw new Error('no register');
  const [path = ''] = await keepUnsaved(disk.port, '/documents', clock, {
    meeting: null,
    register: { register, seq: 9 },
  });
  const text = await disk.port.read(path);
  const oldest = (await ask('register.backups', {})).at(-1);
  await ask('register.restore', { place: 'own', name: oldest?.name ?? '' });
  // The other Ekspose says something too.
  await ask('matter.entry', { subjectIds: [followUpId], by: null, fields: { remark: 'di sana' } });
  await open(first);
  expect(now()?.remark).toBe('di sana');
  const backups = (await ask('register.backups', {})).length;
  for (const _ of ['once', 'again']) {
    expect(await ask('backup.import', { text })).toEqual({ meetingId: null });
    expect((await remarks()).toSorted()).toEqual(['di sana', 'kedua', 'ketiga', 'pertama']);
  }
  expect(meeting().id).toBe(first);
  expect(followUpsNow(meeting())[0]?.entries).toHaveLength(4);
  expect((await ask('register.backups', {})).length).toBeGreaterThan(backups);
  // Damage is damage, of whatever document.
  await expect(ask('backup.import', { text: text.replace('kedua', 'kedoa') })).rejects.toThrow('backupUnreadable');
});

/** The register as it was first, restored over what was said since; `text` is what another Ekspose said. */
async function restoredOver() {
  const room = await saidThrice();
  const { ask, disk, clock, remarks } = room;
  const register = await ask('register.read', {});
  const [entry] = Object.values(register?.entries ?? {});
  if (register === null || entry === undefined) throw new Error('nothing is said');
  const theirs = { ...register, entries: { lain: { ...entry, id: 'lain', fields: { remark: 'di sana' } } } };
  const [path = ''] = await keepUnsaved(disk.port, '/documents', clock, {
    meeting: null,
    register: { register: theirs, seq: 9 },
  });
  const oldest = (await ask('register.backups', {})).at(-1);
  await ask('register.restore', { place: 'own', name: oldest?.name ?? '' });
  expect(await remarks()).toEqual(['pertama']);
  return { ...room, text: await disk.port.read(path) };
}

test.each(['undo', 'redo'] as const)('%s of it takes away nothing that was imported since', async (op) => {
  const { ask, again, remarks, view, text } = await restoredOver();
  if (op === 'redo') await ask('register.undo', {});
  const before = await remarks();
  expect(view().register[op]).toBe('backup.restore');
  await ask('backup.import', { text });
  for (const _ of ['at once', 'after a restart']) {
    await expect(ask(`register.${op}`, {})).rejects.toThrow(op === 'undo' ? 'nothingToUndo' : 'nothingToRedo');
    expect((await remarks()).toSorted()).toEqual(['di sana', ...before].toSorted());
    expect(view().register[op]).toBeNull();
    await again();
    await ask('register.read', {});
  }
});

test('nor what a meeting handed over that was deleted since', async () => {
  const { ask, first, followUpId } = await restoredOver();
  await ask('meeting.discard', { meetingId: first, matters: 'hand' });
  await expect(ask('register.undo', {})).rejects.toThrow('nothingToUndo');
  expect((await ask('register.read', {}))?.followUps.order).toContain(followUpId);
});

test('undo of it withdraws nothing with a meeting that is there again since', async () => {
  const { ask, first, followUpId, open, meeting } = await saidThrice();
  await ask('meeting.discard', { meetingId: first, matters: 'withdraw' });
  const oldest = (await ask('register.backups', {})).at(-1);
  await ask('register.restore', { place: 'own', name: oldest?.name ?? '' });
  await ask('meeting.restore', { meetingId: first });
  await ask('register.undo', {});
  await open(first);
  expect(followUpsNow(meeting())).toMatchObject([{ id: followUpId, remark: 'ketiga' }]);
});

test('nor what an import says otherwise since of something that was known before', async () => {
  const { ask, disk, clock, view } = await saidThrice();
  await ask('register.command', { command: { type: 'agency.add', name: 'Dinas Lama' } });
  const register = await ask('register.read', {});
  const [agency] = Object.values(register?.agencies ?? {});
  if (register === null || agency === undefined) throw new Error('no agency');
  const oldest = (await ask('register.backups', {})).at(-1);
  await ask('register.restore', { place: 'own', name: oldest?.name ?? '' });
  const theirs = { ...agency, name: 'Dinas Baru', formerNames: [agency.name] };
  const [path = ''] = await keepUnsaved(disk.port, '/documents', clock, {
    meeting: null,
    register: { register: { ...register, entries: {}, agencies: { [agency.id]: theirs } }, seq: 9 },
  });
  await ask('backup.import', { text: await disk.port.read(path) });
  expect(view().register.undo).toBeNull();
  await expect(ask('register.undo', {})).rejects.toThrow('nothingToUndo');
  expect(Object.values((await ask('register.read', {}))?.agencies ?? {})).toMatchObject([{ name: 'Dinas Baru' }]);
});
