import { expect, test } from 'vitest';
import { SLIDES_BYTES_MAX, SLIDES_PIECE } from '#core/model/lengths.ts';
import { failure, simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { pdfBytes, slidesOnDisk } from '../../../support/slides-on-disk.ts';

async function rig(before: (operation: string, path: string) => void = () => undefined) {
  const reported: unknown[] = [];
  const disk = simulatedDisk({ before });
  await disk.port.makeFolder('/data');
  const slides = slidesOnDisk(disk.port, '/data', (error) => void reported.push(error));
  await slides.store.open();
  return { ...slides, ...disk, reported, left: () => disk.port.list(slides.store.incoming) };
}

test.each([
  ['laporan.docx', 5],
  ['tanpa akhiran', 5],
  ['kosong.pdf', 0],
])('%s with %i bytes is no file of slides', async (name, bytes) => {
  const { incoming } = await rig();
  await expect(incoming.begin(name, bytes)).rejects.toThrow('slidesUnsound');
});

test.each([
  ['gambar.pdf', Buffer.from('\x89PNG....')],
  ['program.pptx', Buffer.from('MZ......')],
  ['lama.ppt', Buffer.from('%PDF-1.4')],
  ['terlambat.pdf', Buffer.concat([Buffer.alloc(1_024, ' '), Buffer.from('%PDF-1.7')])],
])('%s is refused with its first piece, whatever its name says', async (name, bytes) => {
  const { incoming, left } = await rig();
  const id = await incoming.begin(name, bytes.length);
  await expect(incoming.piece(id, bytes)).rejects.toThrow('slidesUnsound');
  expect(await left()).toEqual([]);
});

test.each([
  ['bahan.PDF', Buffer.from('\r\n\r\n%PDF-1.3 ...')],
  ['bahan.pptx', Buffer.from('PK\x03\x04....')],
  ['bahan.ppt', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
  ['bahan.odp', Buffer.from('PK\x03\x04....')],
])('%s begins as its name says', async (name, bytes) => {
  const { incoming } = await rig();
  const id = await incoming.begin(name, bytes.length);
  await incoming.piece(id, bytes);
  expect(await incoming.end(id)).toMatchObject({ name, bytes: bytes.length });
});

test('a gigabyte is refused before anything is sent', async () => {
  const { incoming } = await rig();
  await expect(incoming.begin('besar.pdf', 1_000_000_000)).rejects.toMatchObject({
    code: 'slidesTooLarge',
    params: { max: 500 },
  });
  await expect(incoming.begin('pas.pdf', SLIDES_BYTES_MAX)).resolves.toBeDefined();
});

test('more than was announced, an empty piece, one too large or after the end interrupts the upload', async () => {
  const { incoming, left } = await rig();
  const attempts: ((id: string) => Promise<unknown>)[] = [
    (id) => incoming.piece(id, pdfBytes('a', 2_001)),
    (id) => incoming.piece(id, Buffer.alloc(0)),
    (id) => incoming.piece(id, pdfBytes('a', SLIDES_PIECE + 1)),
    (id) => incoming.piece(id, Buffer.from('%PDF-')),
    (id) => incoming.end(id),
    (id) => incoming.piece(id, pdfBytes('a', 1_500)).then(() => incoming.end(id)),
    (id) =>
      incoming
        .piece(id, pdfBytes('a', 2_000))
        .then(() => incoming.abort(id))
        .then(() => incoming.end(id)),
  ];
  for (const attempt of attempts) {
    const id = await incoming.begin('bahan.pdf', 2_000);
    await expect(attempt(id)).rejects.toThrow('slidesInterrupted');
    await expect(incoming.piece(id, pdfBytes('a', 1_500))).rejects.toThrow('slidesInterrupted');
    expect(await left()).toEqual([]);
  }
  await expect(incoming.piece('gone', pdfBytes('a'))).rejects.toThrow('slidesInterrupted');
  await incoming.abort('gone');
});

test('two pieces at one time interrupt the upload: nobody knows their order', async () => {
  const { incoming, left } = await rig();
  const id = await incoming.begin('bahan.pdf', 4_000);
  const both = await Promise.allSettled([
    incoming.piece(id, pdfBytes('a', 2_000)),
    incoming.piece(id, pdfBytes('b', 2_000)),
  ]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await left()).toEqual([]);
});

test('a fifth upload has to wait, until one ends or was given up by its window', async () => {
  const { incoming, advance } = await rig();
  const begin = () => incoming.begin('bahan.pdf', 2_000);
  const ids = await Promise.all([begin(), begin(), begin(), begin()]);
  await expect(begin()).rejects.toThrow('slidesBusy');
  await incoming.abort(ids[0] ?? '');
  await begin();
  await expect(begin()).rejects.toThrow('slidesBusy');
  advance(61_000);
  await begin();
  await expect(incoming.piece(ids[1] ?? '', pdfBytes('a', 2_000))).rejects.toThrow('slidesInterrupted');
});

test.each([
  ['ENOSPC', 'write'],
  ['EROFS', 'create'],
  ['EIO', 'sync'],
])('a disk that fails with %s leaves nothing behind', async (code, failing) => {
  let isFailing = false;
  const { keep, store, left } = await rig((operation, path) => {
    if (isFailing && operation === failing) throw failure(code, path);
  });
  await store.prepare();
  isFailing = true;
  await expect(keep('bahan.pdf', pdfBytes('a'))).rejects.toMatchObject({ code });
  expect(await left()).toEqual([]);
  isFailing = false;
  await keep('bahan.pdf', pdfBytes('a'));
});

test('a part that cannot be removed now is reported, and removed at the next start', async () => {
  let isLocked = true;
  const { incoming, store, reported, left } = await rig((operation, path) => {
    if (isLocked && operation === 'remove') throw failure('EBUSY', path);
  });
  const id = await incoming.begin('bahan.pdf', 2_000);
  await incoming.abort(id);
  expect(reported).toHaveLength(1);
  expect(await left()).toHaveLength(1);
  isLocked = false;
  await store.open();
  expect(await left()).toEqual([]);
});
