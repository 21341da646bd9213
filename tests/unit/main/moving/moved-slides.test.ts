import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { instant } from '#core/time/units.ts';
import { archiveBytes, type PackedFile } from '#main/moving/archive-writer.ts';
import { type Computer, computer } from '../../../support/moving-computer.ts';
import { pdfBytes, sha256 } from '../../../support/slides-on-disk.ts';
import { wholeBytes } from '../../../support/whole-bytes.ts';

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.clearAllTimers());
afterAll(() => void vi.useRealTimers());

/** Longer than one piece of an upload. */
const [PUPR, DINKES] = [pdfBytes('pupr', 1_500_000), pdfBytes('dinkes', 9_000)];

async function keep(pc: Computer, bytes: Buffer): Promise<string> {
  const { upload } = await pc.ask('slides.begin', { name: 'bahan.pdf', bytes: bytes.length });
  for (let at = 0; at < bytes.length; at += 900_000) {
    await pc.ask('slides.piece', { upload, base64: bytes.subarray(at, at + 900_000).toString('base64') });
  }
  return (await pc.ask('slides.end', { upload })).hash;
}
async function attach(pc: Computer, n: number, bytes: Buffer): Promise<void> {
  const hash = await keep(pc, bytes);
  const item = Object.values(pc.meeting().agenda.items).filter(({ kind }) => kind === 'agency')[n];
  const slides = { hash, name: 'bahan.pdf', bytes: bytes.length, pages: 3 };
  await pc.send({ type: 'slides.attach', itemId: item?.id ?? '', slides });
}
const pathOf = (bytes: Buffer): string => `/data/slides/${sha256(bytes)}.pdf`;
const stored = async (pc: Computer): Promise<string[]> =>
  (await pc.disk.port.list('/data/slides')).filter((name) => name.endsWith('.pdf'));
const isHere = async (pc: Computer, bytes: Buffer): Promise<boolean> =>
  Buffer.from(await pc.disk.port.readPart(pathOf(bytes), 0, 2_000_000).catch(() => [])).equals(bytes);

/** Two meetings with the same slides, and one file to which nothing refers. */
async function withSlides(): Promise<Computer> {
  const pc = await computer();
  await pc.create('Rakor satu');
  await attach(pc, 0, PUPR);
  await pc.create('Rakor dua');
  await attach(pc, 0, PUPR);
  await attach(pc, 1, DINKES);
  await keep(pc, pdfBytes('sisa'));
  return pc;
}

test('slides move with their meetings, each once, and are taken in once', async () => {
  const [there, here] = [await withSlides(), await computer()];
  const archive = await there.pack('public');
  // Each once and not compressed, nothing else.
  expect(archive.length).toBeGreaterThan(PUPR.length + DINKES.length);
  expect(archive.length).toBeLessThan(PUPR.length + DINKES.length + 40_000);
  expect(await here.look(archive)).toMatchObject({ slides: 2, others: 0 });
  expect(await stored(here)).toEqual([]);
  expect(await here.take(archive)).toMatchObject({ slides: 2 });
  expect(await stored(here)).toHaveLength(2);
  expect([await isHere(here, PUPR), await isHere(here, DINKES)]).toEqual([true, true]);
  expect(await here.disk.port.list('/data/slides/incoming')).toEqual([]);
  expect(await here.take(archive)).toMatchObject({ slides: 0 });
  await here.ask('slides.address', { hash: sha256(DINKES) });
});

test('slides that are missing or damaged here come back with an archive that has them', async () => {
  const pc = await withSlides();
  const archive = await pc.pack('full');
  await pc.disk.port.remove(pathOf(DINKES));
  await pc.disk.port.truncate(pathOf(PUPR), PUPR.length - 1);
  await (await pc.disk.port.openAppend(pathOf(PUPR))).append('!');
  // They cannot be packed any more, and keep nothing else from being packed.
  const without = await pc.pack('full');
  expect(without.length).toBeLessThan(40_000);
  expect(await (await computer()).look(without)).toMatchObject({ slides: 0, others: 0 });
  expect(await pc.take(archive)).toMatchObject({ slides: 2 });
  expect([await isHere(pc, PUPR), await isHere(pc, DINKES)]).toEqual([true, true]);
});

test('damaged or foreign slides refuse the archive, and nothing of it is taken in', async () => {
  const [there, here] = [await withSlides(), await computer()];
  const archive = await there.pack('full');
  const damaged = Buffer.from(archive);
  const at = damaged.indexOf('%PDF-1.7 dinkes') + 5_000;
  damaged[at] = (damaged[at] ?? 0) ^ 1;
  await expect(here.take(damaged)).rejects.toThrow('archiveDamaged');
  // Such a file no Ekspose has packed.
  async function* foreign(): AsyncGenerator<PackedFile> {
    const content = [Buffer.from('MZ program'.repeat(500))];
    yield { kind: 'slides', path: 'slides/bahan.pdf', past: [], content, compress: false };
  }
  const about = { madeBy: '1', madeAt: instant(0), contents: 'full' } as const;
  await expect(here.look(await wholeBytes(archiveBytes(foreign(), about)))).rejects.toThrow('archiveDamaged');
  expect(await stored(here)).toEqual([]);
  expect(here.view().meetings).toEqual([]);
});

test('a full disk while slides are stored leaves no meeting without its own', async () => {
  const there = await withSlides();
  const archive = await there.pack('full');
  let left = Number.POSITIVE_INFINITY;
  const here = await computer({
    before(operation, path) {
      if (operation !== 'write' || !path.includes('/slides/')) return;
      left -= 1;
      if (left < 0) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', path, syscall: 'write' });
    },
  });
  left = 1;
  await expect(here.take(archive)).rejects.toThrow('diskFull');
  expect(here.view().meetings).toEqual([]);
  expect(await here.disk.port.list('/data/slides/incoming')).toEqual([]);
  left = Number.POSITIVE_INFINITY;
  expect(await here.take(archive)).toMatchObject({ slides: expect.any(Number) });
  expect([await isHere(here, PUPR), await isHere(here, DINKES)]).toEqual([true, true]);
});

test('cancelled while slides are stored, nothing half remains, and taking in again completes it', async () => {
  const archive = await (await withSlides()).pack('full');
  let isCancelling = true;
  const here = await computer({
    before(operation, path) {
      if (isCancelling && operation === 'write' && path.includes('/slides/')) void here.ask('document.cancel', {});
    },
  });
  await expect(here.take(archive)).rejects.toThrow('movingCancelled');
  expect(await here.disk.port.list('/data/slides/incoming')).toEqual([]);
  expect(here.view().meetings).toEqual([]);
  isCancelling = false;
  await here.take(archive);
  expect([await isHere(here, PUPR), await isHere(here, DINKES)]).toEqual([true, true]);
});

test('an archive without slides is read as before', async () => {
  const [there, here] = [await computer(), await computer()];
  await there.create('Rakor');
  expect(await here.take(await there.pack('full'))).toMatchObject({ slides: 0, others: 0 });
});
