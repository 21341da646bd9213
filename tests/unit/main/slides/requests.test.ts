import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { AnswerOf, RequestOf, RequestType } from '#core/protocol/requests.ts';
import { simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { agencyRows } from '../../../support/agency-rows.ts';
import { DATA, modelApplication } from '../../../support/application-model.ts';
import { movedClock } from '../../../support/projector-at-work.ts';
import { pdfBytes, sha256 } from '../../../support/slides-on-disk.ts';

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.clearAllTimers());
afterAll(() => void vi.useRealTimers());

const FLASH = '/flash';
const [PUPR, DINKES] = [pdfBytes('pupr', 4_000), pdfBytes('dinkes', 9_000)];

/** An application on a disk, which may be started once more. */
async function onDisk(disk = simulatedDisk()) {
  for (const folder of [DATA, FLASH]) await disk.port.makeFolder(folder);
  const app = await modelApplication({
    files: disk.port,
    clock: movedClock(),
    isFull: () => false,
    onDesk: () => undefined,
  });
  const [desk] = app.desks;
  async function ask<T extends RequestType>(type: T, payload: RequestOf<T>): Promise<AnswerOf[T]> {
    const reply = await app.ask(type, payload);
    if (!reply.ok) throw new Error(`${type}: ${reply.refusal.code}`);
    return reply.value;
  }
  const meeting = () => {
    const open = desk.view().meeting;
    if (open === null) throw new Error('no meeting is open');
    return open;
  };
  return {
    ask,
    meeting,
    disk,
    async keep(name: string, bytes: Buffer): Promise<string> {
      const { upload } = await ask('slides.begin', { name, bytes: bytes.length });
      await ask('slides.piece', { upload, base64: bytes.toString('base64') });
      return (await ask('slides.end', { upload })).hash;
    },
    /** Attaches to the n-th agency. */
    async attach(n: number, hash: string) {
      const items = Object.values(meeting().agenda.items).filter(({ kind }) => kind === 'agency');
      const slides = { hash, name: 'bahan.pdf', bytes: 4_000, pages: 3 };
      const itemId = items[n]?.id ?? '';
      expect(await app.send({ type: 'slides.attach', itemId, slides })).toMatchObject({ ok: true });
      return itemId;
    },
    send: app.send,
    async again() {
      await app.application.stop();
      return onDisk(disk);
    },
    create: () =>
      ask('meeting.create', {
        title: 'Rakor',
        date: '2021-05-17',
        agencies: agencyRows('Dinas PUPR\nDinas Kesehatan'),
        carryFrom: null,
      }),
  };
}

test('a file is unused when no meeting refers to it, not even by undo, and stays for as long as one may be about to', async () => {
  const first = await onDisk();
  const { meetingId } = await first.create();
  const [pupr, dinkes] = [await first.keep('pupr.pdf', PUPR), await first.keep('dinkes.pdf', DINKES)];
  await first.attach(0, pupr);
  expect(await first.ask('slides.about', {})).toMatchObject({ files: 2, bytes: 13_000, unused: 0, unusedBytes: 0 });
  expect(await first.ask('slides.clean', {})).toEqual({ files: 0, bytes: 0 });

  const second = await first.again();
  expect(await second.ask('slides.about', {})).toMatchObject({ files: 2, unused: 1, unusedBytes: 9_000 });
  await second.ask('meeting.open', { meetingId });
  const item = Object.values(second.meeting().agenda.items).find(({ slides }) => slides !== null);
  await second.send({ type: 'slides.detach', itemId: item?.id ?? '' });
  expect(await second.ask('slides.clean', {})).toEqual({ files: 1, bytes: 9_000 });
  await second.ask('history.undo', {});
  expect(second.meeting().agenda.items[item?.id ?? '']?.slides).toEqual(item?.slides);
  expect(await second.ask('slides.about', {})).toMatchObject({ files: 1, unused: 0 });
  await expect(second.ask('slides.address', { hash: dinkes })).rejects.toThrow('slidesMissing');

  await second.ask('meeting.discard', { meetingId });
  const third = await second.again();
  expect(await third.ask('slides.about', {})).toMatchObject({ files: 1, unused: 0 });
});

test('slides that only a backup beside the meetings still shows stay, and come back with it', async () => {
  const first = await onDisk();
  const { meetingId } = await first.create();
  const hash = await first.keep('pupr.pdf', PUPR);
  await first.attach(0, hash);
  const { name } = await first.ask('backup.now', {});
  await first.ask('meeting.discard', { meetingId });
  const second = await first.again();
  // The deleted meetings are deleted for good, as somebody does who needs room.
  for (const file of await second.disk.port.list(`${DATA}/trash/${meetingId}`))
    await second.disk.port.remove(`${DATA}/trash/${meetingId}/${file}`).catch(() => undefined);
  expect(await second.ask('slides.clean', {})).toEqual({ files: 0, bytes: 0 });
  const text = await second.disk.port.read(`${DATA}/backups/${meetingId}/${name}`);
  await second.ask('backup.import', { text });
  await second.ask('slides.address', { hash });
});

test('a file that was deleted behind our back is told as missing, and comes back from beside a backup', async () => {
  const pc = await onDisk();
  await pc.create();
  await pc.ask('settings.edit', { fields: { backupFolder: FLASH } });
  const hash = await pc.keep('pupr.pdf', PUPR);
  await pc.attach(0, hash);
  const { name } = await pc.ask('backup.now', {});
  await vi.waitFor(async () => expect(await pc.disk.port.list(`${FLASH}/slides`)).toEqual([`${hash}.pdf`]));
  await pc.disk.port.remove(`${DATA}/slides/${hash}.pdf`);
  await expect(pc.ask('slides.address', { hash })).rejects.toThrow('slidesMissing');
  await pc.ask('backup.import', { text: await pc.disk.port.read(`${FLASH}/${name}`) });
  await pc.ask('slides.address', { hash });
});

test('a meeting that cannot be read keeps every file', async () => {
  const first = await onDisk();
  await first.create();
  await first.keep('pupr.pdf', PUPR);
  const { ask, disk } = await first.again();
  const read = disk.port.read;
  disk.port.read = async (path, encoding) => {
    if (path.includes('/meetings/')) throw Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'read' });
    return read(path, encoding);
  };
  await expect(ask('slides.clean', {})).rejects.toThrow('diskGone');
  // What is stored is told all the same; only deleting needs to be certain.
  expect(await ask('slides.about', {})).toMatchObject({ files: 1, bytes: 4_000, unused: 1 });
  disk.port.read = read;
  expect(await ask('slides.about', {})).toMatchObject({ files: 1, unused: 1 });
});

test('slides go once beside the backups in the chosen folder, and come along when one of them is imported', async () => {
  const one = await onDisk();
  await one.create();
  await one.ask('settings.edit', { fields: { backupFolder: FLASH } });
  await one.attach(0, await one.keep('pupr.pdf', PUPR));
  await one.ask('backup.now', {});
  const copy = `${FLASH}/slides/${sha256(PUPR)}.pdf`;
  const { port } = one.disk;
  await vi.waitFor(async () => expect(await port.list(`${FLASH}/slides`)).toEqual([`${sha256(PUPR)}.pdf`]));
  expect(Buffer.from(await port.readPart(copy, 0, 9_000))).toEqual(PUPR);
  const before = (await port.stat(copy))?.changedAt;
  await one.attach(1, await one.keep('dinkes.pdf', DINKES));
  await one.ask('backup.now', {});
  await vi.waitFor(async () => expect(await port.list(`${FLASH}/slides`)).toHaveLength(2));
  expect((await port.stat(copy))?.changedAt).toBe(before);
  const names = (await port.list(FLASH)).filter((name) => name.endsWith('.json')).toSorted();
  const text = await port.read(`${FLASH}/${names.at(-1)}`);

  // Another computer with the same flash disk, on which somebody has put something else under one of the names.
  await (await port.openEmpty(`${FLASH}/slides/${sha256(DINKES)}.pdf`)).append(pdfBytes('lain', 9_000));
  await one.again().then(async () => undefined);
  for (const name of await port.list(`${DATA}/slides`))
    if (name.endsWith('.pdf')) await port.remove(`${DATA}/slides/${name}`);
  const other = await onDisk(one.disk);
  expect(await other.ask('slides.about', {})).toMatchObject({ files: 0 });
  await other.ask('backup.import', { text });
  expect(await other.ask('slides.about', {})).toMatchObject({ files: 1, bytes: 4_000 });
  const { url } = await other.ask('slides.address', { hash: sha256(PUPR) });
  expect(url).toMatch(/^\/slides\/[0-9a-f]{32}\.pdf$/);
  expect(await port.list(`${DATA}/slides/incoming`)).toEqual([]);
});

test('nothing is deleted while a meeting that needs it is being taken in', async () => {
  const first = await onDisk();
  const { meetingId } = await first.create();
  const hash = await first.keep('pupr.pdf', PUPR);
  await first.attach(0, hash);
  await first.ask('settings.edit', { fields: { backupFolder: FLASH } });
  const { name } = await first.ask('backup.now', {});
  const { port } = first.disk;
  const text = await port.read(`${FLASH}/${name}`);
  await first.ask('meeting.discard', { meetingId });
  const second = await first.again();
  // Nothing in the data folder mentions it any more: only the backup that is chosen now.
  for (const folder of [`trash/${meetingId}`, `backups/${meetingId}`])
    for (const file of await port.list(`${DATA}/${folder}`)) await port.remove(`${DATA}/${folder}/${file}`);
  expect(await second.ask('slides.about', {})).toMatchObject({ unused: 1 });
  let cleaned: Promise<unknown> | null = null;
  const { stat } = port;
  port.stat = (path) => {
    // It is found to be here already, and the meeting is not written yet.
    if (path === `${DATA}/slides/${hash}.pdf`) cleaned ??= second.ask('slides.clean', {});
    return stat(path);
  };
  await second.ask('backup.import', { text });
  expect(await cleaned).toEqual({ files: 0, bytes: 0 });
  await second.ask('slides.address', { hash });
});
