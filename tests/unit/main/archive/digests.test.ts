import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { digests } from '#main/archive/digests.ts';
import { meetingSession } from '#main/meeting/meeting-session.ts';
import { meetingStore } from '#main/meeting/meeting-store.ts';
import { patientPort } from '#main/storage/patient-port.ts';
import { readDigest } from '#renderer/archive/read-digest.ts';
import { failure, type Operation, simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { counter, movedClock, roomOf } from '../../../support/projector-at-work.ts';

/** A data folder with a meeting of some notes, and how often its files were read to make a digest. */
async function archiveOf(notes = 6) {
  const refused = { when: (_operation: Operation, _path: string): boolean => false };
  const done: string[] = [];
  const disk = simulatedDisk({
    before(operation, path) {
      done.push(`${operation} ${path.slice(path.lastIndexOf('/') + 1)}`);
      if (refused.when(operation, path)) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
    },
  });
  const files = disk.port;
  await files.makeFolder('/data');
  const clock = movedClock();
  const reported: unknown[] = [];
  const report = (error: unknown): void => void reported.push(error);
  const store = meetingStore({ files, dataFolder: '/data', now: clock.now, report });
  const meeting = roomOf(clock, notes);
  const { id } = meeting;
  await store.create(meeting);
  let made = 0;
  const peek: typeof store.peek = (one) => {
    made += 1;
    return store.peek(one);
  };
  const archive = digests({ files, store: { folderOf: store.folderOf, peek }, report });
  const path = `/data/meetings/${id}/digest.json`;
  /** The digest as a window reads it, and whether it was made anew. */
  const read = async () => {
    made = 0;
    const [answer] = await archive.texts([id]);
    const digest = answer?.text == null ? null : await readDigest(answer.text);
    return { digest, made, stamp: answer?.stamp, text: answer?.text };
  };
  return { files, store, archive, id, path, read, clock, reported, refused, meeting, done };
}

test('a digest is made once, stored beside the meeting and found again', async () => {
  const { read, archive, id } = await archiveOf();
  const first = await read();
  expect(first.digest).toMatchObject({ id, title: 'Rakor Uji', seq: 0 });
  expect(first.digest?.notes).toHaveLength(6);
  expect(first.made).toBe(1);
  const again = await read();
  expect(again.digest).toEqual(first.digest);
  expect(again.made).toBe(0);
  expect(await archive.stamps([id])).toEqual([{ id, stamp: first.stamp }]);
});

test('it is replaced whole, and nobody waits until the disk has it', async () => {
  const { read, done } = await archiveOf();
  done.length = 0;
  await read();
  expect(done).toEqual([
    'create digest.json.tmp',
    'truncate digest.json.tmp',
    'write digest.json.tmp',
    'rename digest.json',
  ]);
});

test('truncated at any byte, or with any byte flipped, it is made again', async () => {
  const { read, files, path } = await archiveOf(1);
  const { digest, text } = await read();
  const whole = text ?? '';
  const step = Math.max(1, Math.floor(whole.length / 150));
  for (let at = 0; at < whole.length; at += at < 60 || at > whole.length - 60 ? 1 : step) {
    const flipped = String.fromCharCode(whole.charCodeAt(at) ^ 1);
    for (const damaged of [whole.slice(0, at), whole.slice(0, at) + flipped + whole.slice(at + 1)]) {
      await files.writeSynced(path, damaged);
      const again = await read();
      expect([at, again.made, again.digest]).toEqual([at, 1, digest]);
    }
  }
});

test('that of yesterday is made again after the meeting was changed', async () => {
  const { read, store, id, clock, meeting, files, path } = await archiveOf();
  const { stamp } = await read();
  const yesterday = await files.read(path);
  const session = meetingSession({
    opened: await store.open(id),
    clock,
    newId: counter('s'),
    onChange: () => undefined,
  });
  clock.advance(60_000);
  session.command({
    type: 'note.add',
    itemId: meeting.agenda.order[0] ?? '',
    author: { kind: 'leader', role: 'bupati' },
    kind: 'directive',
    visibility: 'internal',
    text: 'Jembatan selesai bulan ini',
    concerns: null,
  });
  await session.close();
  expect(await files.read(path)).toBe(yesterday);
  const now = await read();
  expect(now.made).toBe(1);
  expect(now.stamp).not.toBe(stamp);
  expect(now.digest?.notes.map(({ text }) => text)).toContain('Jembatan selesai bulan ini');
});

test('that of a closed meeting is written at once', async () => {
  const { archive, read, store, id } = await archiveOf();
  const found = await store.peek(id);
  if (found === null) throw new Error('no meeting');
  await archive.closed(found.meeting, found.seq);
  const { made, digest } = await read();
  expect(made).toBe(0);
  expect(digest?.seq).toBe(found.seq);
});

test('where nothing can be written it is made each time, and the answer is the same', async () => {
  const { read, refused, reported } = await archiveOf();
  refused.when = (_operation, path) => path.includes('digest');
  const first = await read();
  const second = await read();
  expect([first.made, second.made]).toEqual([1, 1]);
  expect(second.digest).toEqual(first.digest);
  expect(reported).not.toEqual([]);
});

test('that of a meeting whose files do not prove all of it is made each time: a backup may prove more', async () => {
  const { read, files, store, id, path } = await archiveOf();
  const journal = `${store.folderOf(id)}/journal.ndjson`;
  const text = await files.read(journal).catch(() => '');
  await files.writeSynced(journal, `${text}{"seq":1, and then the power failed}\n{}\n`);
  expect((await read()).digest?.notes).toHaveLength(6);
  expect((await read()).made).toBe(1);
  expect(await files.stat(path)).toBeNull();
});

test('a meeting that nothing proves has none, and does not keep the others from being read', async () => {
  const { archive, store, clock, id } = await archiveOf();
  const other = { ...roomOf(clock, 1), id: 'other' };
  await store.create(other);
  const answer = await archive.texts(['gone', id, 'other']);
  expect(answer.map((one) => [one.id, one.text === null])).toEqual([
    ['gone', true],
    [id, false],
    ['other', false],
  ]);
});

test('none of them waits for the slowest, and each keeps its place', { timeout: 20_000 }, async () => {
  const { files, store, clock, id: slow } = await archiveOf();
  const ids = [slow, 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  for (const id of ids.slice(1)) await store.create({ ...roomOf(clock, 1), id });
  let others = 0;
  let rest: () => void = () => undefined;
  const allOthers = new Promise<void>((resolve) => {
    rest = resolve;
  });
  const peek: typeof store.peek = async (id) => {
    if (id === slow) await allOthers;
    else {
      others += 1;
      if (others === ids.length - 1) rest();
    }
    return store.peek(id);
  };
  const archive = digests({ files, store: { folderOf: store.folderOf, peek }, report: () => undefined });
  expect((await archive.texts(ids)).map(({ id, text }) => [id, text !== null])).toEqual(ids.map((id) => [id, true]));
});

test('an answer ends after some hundred kilobytes, and the rest is asked for again', async () => {
  const { archive, store, clock } = await archiveOf();
  const ids: string[] = [];
  for (let n = 0; n < 6; n += 1) {
    const meeting = roomOf(clock, 40, 3);
    const long = structuredClone(meeting);
    for (const ofItem of Object.values(long.notes))
      for (const note of Object.values(ofItem)) note.text = randomBytes(4_000).toString('hex');
    await store.create({ ...long, id: `long${n}` });
    ids.push(`long${n}`);
  }
  const first = await archive.texts(ids);
  expect(first.length).toBeGreaterThan(0);
  expect(first.length).toBeLessThan(ids.length);
  const all = [...first];
  while (all.length < ids.length) all.push(...(await archive.texts(ids.slice(all.length))));
  expect(all.map(({ id }) => id)).toEqual(ids);
});

test('a meeting whose folder does not answer keeps no other one from being found', async () => {
  const { files, store, id, reported, clock } = await archiveOf();
  await store.create({ ...roomOf(clock), id: 'other' });
  let isBarred = true;
  const barred: typeof files = {
    ...files,
    stat: async (path) => {
      if (isBarred && path.includes(`/${id}/`)) throw failure('EACCES', path);
      return files.stat(path);
    },
  };
  const archive = digests({ files: barred, store, report: (error) => void reported.push(error) });
  const [without, other] = await archive.stamps([id, 'other']);
  const texts = await archive.texts([id, 'other']);
  expect(texts).toMatchObject([{ id, stamp: without?.stamp, text: null }, { stamp: other?.stamp }]);
  expect(texts[1]?.text).not.toBeNull();
  expect(reported).toMatchObject([{ code: 'EACCES' }, { code: 'EACCES' }]);
  isBarred = false;
  const [again] = await archive.stamps([id]);
  expect(again?.stamp).not.toBe(without?.stamp);
  expect((await archive.texts([id]))[0]?.text).not.toBeNull();
});

test('nobody waits for digests in folders that cannot be written', async () => {
  const { files, store, id, refused } = await archiveOf();
  let waited = 0;
  const patient = patientPort(files, async (ms) => {
    waited += ms;
  });
  refused.when = (_operation, path) => path.includes('/meetings/');
  const archive = digests({ files: patient, store, report: () => undefined });
  expect((await archive.texts([id]))[0]?.text).not.toBeNull();
  expect(waited).toBe(0);
});
