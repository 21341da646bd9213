import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { followUpsNow } from '#core/model/meeting-matters.ts';
import { movingNotices } from '#main/moving/requests.ts';
import { failure, simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { type Computer, computer, memoryFile } from '../../../support/moving-computer.ts';

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.clearAllTimers());
afterAll(() => void vi.useRealTimers());

/** Two meetings of a series, something said between them, and something private. */
async function atWork(): Promise<Computer> {
  const pc = await computer();
  await pc.create('Rakor satu');
  await pc.note('Perbaiki jembatan');
  const road = await pc.followUp('Jembatan selesai');
  await pc.followUp('Diam-diam', await pc.note('Rahasia Bupati', 'private'));
  const item = Object.values(pc.meeting().agenda.items).find(({ agencyId }) => agencyId !== null);
  await pc.send({ type: 'problem.keep', text: 'Alat kurang', itemId: item?.id ?? '', noteId: null });
  const { id } = pc.meeting();
  await pc.send({ type: 'meeting.finish' });
  await pc.ask('meeting.continue', { meetingId: id, title: 'Rakor dua', date: '2021-05-31' });
  await pc.send({ type: 'entry.add', subjectId: road, by: null, fields: { status: 'inProgress' } });
  await pc.ask('meeting.close', {});
  await pc.ask('matter.entry', { subjectIds: [road], by: null, fields: { remark: 'Tinggal pagar' } });
  return pc;
}

test('moved to an empty computer, everything is there and reads the same', async () => {
  const [there, here] = [await atWork(), await computer()];
  await there.ask('settings.edit', { fields: { termEnds: '2024-12-31', backupFolder: '/media/usb' } });
  await there.ask('meeting.open', { meetingId: there.view().meetings[0]?.id ?? '' });
  const archive = await there.pack('full');
  const preview = await here.look(archive);
  expect(preview).toMatchObject({ contents: 'full', register: true, settings: true, others: 0 });
  expect(preview.meetings.map(({ title, relation }) => [title, relation])).toEqual([
    ['Rakor dua', 'new'],
    ['Rakor satu', 'new'],
  ]);
  expect(here.view().meetings).toEqual([]);
  await here.take(archive, true);
  expect(await here.folds()).toEqual(await there.folds());
  expect(await here.notes()).toEqual(await there.notes());
  expect(await here.notes()).toContain('Rahasia Bupati');
  const { changedAt: _, ...row } = here.view().meetings[1] ?? {};
  expect(there.view().meetings[1]).toMatchObject(row);
  // What belongs to the computer stays.
  expect(here.view().settings).toMatchObject({ termEnds: '2024-12-31', backupFolder: null });
});

test('nothing private is in an archive that is not a full backup', async () => {
  const [there, here] = [await atWork(), await computer()];
  const drafts = { author: { kind: 'leader', role: 'bupati' }, kind: 'note', visibility: 'auto' } as const;
  await there.create('Rakor tiga');
  const [itemId = ''] = there.meeting().agenda.order;
  await there.send({
    type: 'draft.set',
    key: 'compose',
    draft: { itemId, ...drafts, text: 'Baru diketik' },
  });
  await here.take(await there.pack('public'));
  const stored = JSON.stringify([await here.folds(), await here.notes()]);
  expect(stored).toContain('Perbaiki jembatan');
  expect(stored).toContain('Tinggal pagar');
  for (const { id } of here.view().meetings) {
    await here.ask('meeting.open', { meetingId: id });
    const all = JSON.stringify(here.meeting());
    expect(all).not.toMatch(/Rahasia|Diam-diam|Baru diketik/);
  }
  expect(stored).not.toMatch(/Rahasia|Diam-diam|Baru diketik/);
});

test('taken in twice, or back where it came from, it changes nothing', async () => {
  const [there, here] = [await atWork(), await computer()];
  const archive = await there.pack('full');
  await here.take(archive);
  const files = async (pc: Computer) => {
    const names = await pc.disk.port.list('/data/meetings');
    return Promise.all(names.map((name) => pc.disk.port.read(`/data/meetings/${name}/meeting.json`)));
  };
  const before = [await files(here), here.view().register.rev, await here.folds()];
  const { meetings, register, settings } = await here.take(archive);
  expect({ relations: meetings.map(({ relation }) => relation), register, settings }).toEqual({
    ...{ relations: ['same', 'same'], register: false, settings: false },
  });
  expect([await files(here), here.view().register.rev, await here.folds()]).toEqual(before);
  for (const contents of ['public', 'full'] as const) {
    const back = await there.take(await here.pack(contents));
    expect([contents, back.meetings.map(({ relation }) => relation), back.register]).toEqual([
      contents,
      ['same', 'same'],
      false,
    ]);
  }
});

test('a meeting that was continued elsewhere is replaced, and what it was is backed up', async () => {
  const [there, here] = [await computer(), await computer()];
  const meetingId = await there.create('Rakor');
  await there.note('Pertama');
  await there.ask('meeting.close', {});
  const early = await there.pack('full');
  await here.take(early);
  await here.ask('meeting.open', { meetingId });
  await here.note('Kedua');
  await here.ask('meeting.close', {});
  const late = await here.pack('full');
  expect((await there.take(late)).meetings).toMatchObject([{ relation: 'later' }]);
  expect(await there.notes()).toEqual(['Kedua', 'Pertama']);
  expect(there.view().meetings).toHaveLength(1);
  const backups = await there.ask('backup.list', { meetingId });
  const kept = await Promise.all(
    backups.map(({ place, name }) => there.ask('backup.look', { meetingId, place, name })),
  );
  expect(kept.map(({ notes }) => notes)).toContain(1);
  // The early one has nothing that is not here.
  for (const pc of [there, here]) expect((await pc.take(early)).meetings).toMatchObject([{ relation: 'earlier' }]);
  expect(await here.notes()).toEqual(['Kedua', 'Pertama']);
});

test('private notes that an archive left out are not lost by taking in what became of it', async () => {
  const [there, here] = [await computer(), await computer()];
  const meetingId = await there.create('Rakor');
  await there.note('Rahasia', 'private');
  await here.take(await there.pack('public'));
  await here.ask('meeting.open', { meetingId });
  await here.note('Tambahan');
  const { meetings } = await there.take(await here.pack('full'));
  expect(meetings).toMatchObject([{ relation: 'differs' }]);
  expect(await there.notes()).toEqual(['Rahasia', 'Tambahan']);
});

test('a meeting that was changed on both is kept twice, once, and both read the same', async () => {
  const [there, here] = [await computer(), await computer()];
  const meetingId = await there.create('Rakor');
  const followUpId = await there.followUp('Jalan');
  await here.take(await there.pack('full'));
  await here.ask('meeting.open', { meetingId });
  await there.send({ type: 'entry.add', subjectId: followUpId, by: null, fields: { remark: 'di sana' } });
  await here.send({ type: 'entry.add', subjectId: followUpId, by: null, fields: { status: 'done' } });
  await here.followUp('Irigasi');
  const [ofThere, ofHere] = [await there.pack('full'), await here.pack('full')];
  expect((await there.take(ofHere)).meetings).toMatchObject([{ relation: 'differs' }]);
  await here.take(ofThere);
  const folds = await there.folds();
  expect(folds.followUps).toHaveLength(2);
  const entries = [expect.any(String), expect.any(String)];
  expect(folds.followUps).toContainEqual(expect.objectContaining({ status: 'done', remark: 'di sana', entries }));
  expect(await here.folds()).toEqual(folds);
  expect(
    there
      .view()
      .meetings.map(({ title }) => title)
      .toSorted(),
  ).toEqual(['Rakor', expect.stringMatching(/^Rakor \(dari komputer lain/)]);
  // Again, and to and fro: nothing more comes of it.
  await there.take(ofHere);
  await there.take(await here.pack('full'));
  expect(there.view().meetings).toHaveLength(2);
  expect(await there.folds()).toEqual(folds);
});

test('what a meeting and its second one both say is undone in both where it is undone in the first', async () => {
  const [here, there] = [await computer(), await computer()];
  const meetingId = await here.create('Rakor');
  const followUpId = await here.followUp('Jalan');
  await here.send({ type: 'followUp.edit', followUpId, fields: { status: 'done' } });
  await there.take(await here.pack('full'));
  await there.ask('meeting.open', { meetingId });
  await there.note('dari sana');
  await here.note('dari sini');
  expect((await here.take(await there.pack('full'))).meetings).toMatchObject([{ relation: 'differs' }]);
  await here.ask('meeting.open', { meetingId });
  await here.ask('history.undo', {});
  await here.ask('history.undo', {});
  for (const { id } of here.view().meetings) {
    await here.ask('meeting.open', { meetingId: id });
    expect(followUpsNow(here.meeting())).toMatchObject([{ id: followUpId, status: 'open' }]);
  }
  expect((await here.folds()).followUps).toMatchObject([{ status: 'open' }]);
});

test('a deleted meeting that comes back takes back what was said when it was deleted', async () => {
  const there = await atWork();
  const archive = await there.pack('full');
  const folds = await there.folds();
  for (const { id } of there.view().meetings)
    await there.ask('meeting.discard', { meetingId: id, matters: 'withdraw' });
  expect((await there.folds()).followUps).toEqual([]);
  await there.take(archive);
  expect(await there.folds()).toEqual(folds);
});

test('so does one that is kept as a second one', async () => {
  const [there, here] = [await computer(), await computer()];
  const meetingId = await there.create('Rakor');
  await here.take(await there.pack('full'));
  await here.ask('meeting.open', { meetingId });
  await here.note('dari sini');
  await there.followUp('Irigasi');
  const archive = await there.pack('full');
  await here.take(archive);
  const folds = await here.folds();
  const second = here.view().meetings.find(({ id }) => id !== meetingId)?.id ?? '';
  await here.ask('meeting.discard', { meetingId: second, matters: 'withdraw' });
  expect((await here.folds()).followUps).toEqual([]);
  await here.take(archive);
  expect(here.view().meetings).toHaveLength(2);
  expect(await here.folds()).toEqual(folds);
});

test('a file that another window put in the place of the one that was looked at is not taken in', async () => {
  const [there, other, here] = [await atWork(), await computer(), await computer()];
  await other.create('Rakor lain');
  const [mine, theirs] = [await there.pack('full'), await other.pack('full')];
  const copy = await here.receive(mine);
  const first = { name: 'pindah.ekspose', copy };
  await here.ask('moving.look', first);
  const second = await here.receive(theirs);
  for (const refused of [
    here.ask('moving.look', first),
    here.ask('moving.take', { ...first, settings: false }),
    here.ask('moving.receive', { copy, at: mine.length, bytes: '' }),
  ])
    await expect(refused).rejects.toMatchObject({ code: 'movingReplaced' });
  // The window that gave it up removes only its own.
  await here.ask('moving.forget', { copy });
  await here.ask('moving.take', { name: 'pindah.ekspose', copy: second, settings: false });
  expect(here.view().meetings.map(({ title }) => title)).toEqual(['Rakor lain']);
});

test('the copy of an archive is gone when the application starts and when it ends, and never from under an import', async () => {
  const there = await atWork();
  const archive = await there.pack('full');
  const received = memoryFile();
  // Left by a start that lost power.
  await received.begin();
  const here = await computer({ received });
  expect(await received.open()).toBeNull();
  await here.look(archive);
  expect(await received.open()).not.toBeNull();
  await here.stop();
  expect(await received.open()).toBeNull();

  const again = memoryFile();
  const last = await computer({ received: again });
  const copy = await last.receive(archive);
  const taking = last.ask('moving.take', { name: 'pindah.ekspose', copy, settings: false });
  const leaving = [last.ask('moving.forget', { copy }), last.stop()];
  expect((await taking).meetings).toHaveLength(2);
  await Promise.all(leaving);
  expect(await again.open()).toBeNull();
});

test.each([
  ['whole', '{"name":"pindah.ekspose"}', false, 'pindah.ekspose'],
  ['torn', '{"na', false, ''],
  ['of something else', 'null', false, ''],
  ['unreadable', '', true, ''],
])('an import that was interrupted is told once, if its mark is %s', async (_how, text, isUnreadable, name) => {
  const { port } = simulatedDisk();
  const mark = '/data/moving/taking.json';
  await port.makeFolder('/data/moving');
  await port.writeSynced(mark, text);
  const read = (path: string) => (isUnreadable ? Promise.reject(failure('EIO', path)) : port.read(path));
  expect(await movingNotices({ ...port, read }, '/data')).toEqual([{ code: 'movingInterrupted', params: { name } }]);
  expect(await port.stat(mark)).toBeNull();
  expect(await movingNotices(port, '/data')).toEqual([]);
});
