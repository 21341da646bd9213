import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { DiskImage } from '../../../doubles/disk/disk-image.ts';
import { dice, legalStates } from '../../../doubles/disk/legal-states.ts';
import { failure } from '../../../doubles/disk/simulated-disk.ts';
import { depth } from '../../../support/depth.ts';
import { type Computer, computer } from '../../../support/moving-computer.ts';

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.clearAllTimers());
afterAll(() => void vi.useRealTimers());

/** An archive with one meeting of each relation to what is here, and the disk that is here. */
async function everyRelation(): Promise<{ archive: Uint8Array; image: DiskImage }> {
  const [there, here] = [await computer(), await computer()];
  const continued = await there.create('Dilanjutkan');
  await there.note('lama');
  const changed = await there.create('Diubah dua kali');
  const followUpId = await there.followUp('Jalan');
  await here.take(await there.pack('full'));
  await here.ask('meeting.open', { meetingId: changed });
  await here.note('dari sini');
  await there.note('dari sana');
  await there.ask('meeting.open', { meetingId: continued });
  await there.note('baru');
  await there.create('Hanya di sana');
  await there.note('tambahan');
  await there.ask('matter.entry', { subjectIds: [followUpId], by: null, fields: { remark: 'hampir' } });
  await there.ask('matter.entry', { subjectIds: ['tanpa-rapat'], by: null, fields: { remark: 'di luar' } });
  const archive = await there.pack('full');
  await here.ask('meeting.close', {});
  await here.stop();
  return { archive, image: here.disk.image() };
}

const HERE = ['dari sini', 'lama'];
const BOTH = ['baru', 'dari sana', 'dari sini', 'lama', 'tambahan'];

/** What is here after everything was taken in: the meetings, and what is known of them. */
const stateOf = async (pc: Computer): Promise<unknown> => [
  await pc.notes(),
  pc
    .view()
    .meetings.map(({ title, health }) => `${title.replace(/ \(.*/, '')} ${health !== 'unprovable'}`)
    .toSorted(),
  await pc.folds(),
];

test('after a power cut nothing is lost, and taking in the same archive again completes it', {
  timeout: 60_000,
}, async () => {
  const { archive, image } = await everyRelation();
  const cuts: DiskImage[] = [];
  let isTaking = false;
  const pc = await computer({
    image,
    before: () => {
      if (isTaking) cuts.push(pc.disk.image());
    },
  });
  isTaking = true;
  await pc.take(archive);
  isTaking = false;
  const whole = await stateOf(pc);
  expect(await pc.notes()).toEqual(BOTH);

  const roll = dice(20211126);
  const tried = depth(10, 400, 'EKSPOSE_CUTS');
  let interrupted = 0;
  for (let n = 0; n < tried; n += 1) {
    const cut = cuts[Math.floor((n * cuts.length) / tried)] ?? image;
    const state = legalStates(cut, roll, 6)[roll(6)] ?? cut;
    const after = await computer({ image: state });
    if (after.view().notices.some(({ code }) => code === 'movingInterrupted')) interrupted += 1;
    const notes = await after.notes();
    for (const note of HERE) expect(notes).toContain(note);
    expect(after.view().meetings.every(({ health }) => health !== 'unprovable')).toBe(true);
    await after.take(archive);
    expect(await stateOf(after)).toEqual(whole);
    await after.stop();
  }
  expect(interrupted).toBeGreaterThan(tried / 4);
});

test('a full disk is told, what was here stays, and with more room it is completed', async () => {
  const { archive, image } = await everyRelation();
  let left = Number.POSITIVE_INFINITY;
  const pc = await computer({
    image,
    before(operation, path) {
      if (operation !== 'write') return;
      left -= 1;
      if (left < 0) throw failure('ENOSPC', path);
    },
  });
  left = 12;
  await expect(pc.take(archive)).rejects.toThrow(/diskFull|backupFailed/);
  left = Number.POSITIVE_INFINITY;
  const notes = await pc.notes();
  for (const note of HERE) expect(notes).toContain(note);
  await pc.take(archive);
  expect(await pc.notes()).toEqual(BOTH);
});

test('what does not prove itself changes nothing', async () => {
  const { archive, image } = await everyRelation();
  const writes: string[] = [];
  let isTaking = false;
  const pc = await computer({
    image,
    before: (operation, path) => {
      if (isTaking) writes.push(`${operation} ${path}`);
    },
  });
  const damaged = Buffer.from(archive);
  damaged[200] = (damaged[200] ?? 0) ^ 1;
  isTaking = true;
  await expect(pc.look(damaged)).rejects.toThrow('archiveDamaged');
  await expect(pc.take(damaged)).rejects.toThrow('archiveDamaged');
  expect(writes.filter((line) => !/summary\.json|digest\.json|\/data\/meetings\/\w+$/.test(line))).toEqual([]);
});

test('packing can be cancelled, and the same file is written again from the beginning', async () => {
  let onPiece = (): void => undefined;
  const pc = await computer({ onPiece: () => onPiece() });
  for (const title of ['Satu', 'Dua', 'Tiga']) await pc.create(title);
  onPiece = () => void pc.ask('document.cancel', {});
  await expect(pc.pack('full')).rejects.toThrow('movingCancelled');
  onPiece = () => undefined;
  expect((await pc.look(await pc.pack('full'))).meetings).toHaveLength(3);
});
