import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { slidesStore } from '#main/slides/store.ts';
import { diskPort } from '#main/storage/file-port.ts';
import type { DiskImage } from '../../../doubles/disk/disk-image.ts';
import { dice, legalStates } from '../../../doubles/disk/legal-states.ts';
import { type SimulatedDiskOptions, simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { pdfBytes, sha256, slidesOnDisk } from '../../../support/slides-on-disk.ts';
import { temporaryFolder } from '../../../support/temp-folder.ts';

const DATA = '/data';

/** What the disk held at each operation, and what had been answered as stored by then. */
interface Cut {
  readonly image: DiskImage;
  readonly stored: readonly string[];
}

/** Two files are stored, one of them twice; a third is given up, a fourth is on its way when the power fails. */
async function storeSome(forgets: SimulatedDiskOptions['forgets'] = () => false): Promise<readonly Cut[]> {
  const cuts: Cut[] = [];
  const stored: string[] = [];
  const photograph = (): void => void cuts.push({ image: disk.image(), stored: [...stored] });
  const disk = simulatedDisk({ before: photograph, forgets });
  await disk.port.makeFolder(DATA);
  await disk.port.syncFolder('/');
  const slides = slidesOnDisk(disk.port, DATA);
  await slides.store.open();
  for (const word of ['pupr', 'dinkes', 'pupr']) stored.push(await slides.keep(`${word}.pdf`, pdfBytes(word)));
  const given = await slides.incoming.begin('salah.pdf', 4_000);
  await slides.incoming.piece(given, pdfBytes('salah', 1_500));
  await slides.incoming.abort(given);
  const last = await slides.incoming.begin('bappeda.pdf', 4_000);
  await slides.incoming.piece(last, pdfBytes('bappeda', 1_500));
  photograph();
  return cuts;
}

/** Files that a start after the cut would list and that are not what their names say, or that are missing. */
async function problemsAfter(cuts: readonly Cut[]): Promise<string[]> {
  const problems = new Set<string>();
  const roll = dice(16);
  for (const { image, stored } of cuts) {
    for (const state of legalStates(image, roll, 24)) {
      const { port } = simulatedDisk({ image: state });
      const store = slidesStore(port, DATA);
      await store.open();
      const found = await store.files();
      for (const hash of stored) if (!found.has(hash)) problems.add('a stored file is gone');
      for (const [hash, size] of found) {
        if (sha256(await store.read(hash, 0, size)) !== hash) problems.add('a file is not whole');
      }
      if ((await port.list(store.incoming)).length > 0) problems.add('a part remains');
    }
  }
  return [...problems];
}

test('whatever a power cut leaves, a file that was called stored is whole, and nothing half is listed', async () => {
  const cuts = await storeSome();
  expect(await problemsAfter(cuts)).toEqual([]);
  expect(cuts.length).toBeGreaterThan(20);
});

test.each([
  ['a file is renamed before it is synced', 'sync'],
  ['names move without their folder being synced', 'syncFolder'],
])('the test notices when %s', async (_what, forgotten) => {
  expect(await problemsAfter(await storeSome((operation) => operation === forgotten))).not.toEqual([]);
});

test('the same content is one file; a damaged one is replaced when it is attached again', async () => {
  const folder = await temporaryFolder();
  const slides = slidesOnDisk(diskPort, folder);
  await slides.store.open();
  const bytes = pdfBytes('sekali', 3_000_000);
  const hash = await slides.keep('sekali.pdf', bytes, 1_000_000);
  expect(hash).toBe(sha256(bytes));
  await slides.keep('lagi.pdf', bytes, 700_000);
  expect((await readdir(join(folder, 'slides'))).toSorted()).toEqual([`${hash}.pdf`, 'incoming']);
  expect(await readdir(slides.store.incoming)).toEqual([]);

  const path = slides.store.pathOf(hash);
  await writeFile(path, Buffer.from(bytes).fill(0, 2_000_000));
  await slides.keep('lagi.pdf', bytes, 1_000_000);
  expect(sha256(await readFile(path))).toBe(hash);
});

test('parts are read from where they are, and a link or a folder with a file’s name is never read', async () => {
  const folder = await temporaryFolder();
  const slides = slidesOnDisk(diskPort, folder);
  const bytes = pdfBytes('bagian', 3_000);
  const hash = await slides.keep('bagian.pdf', bytes);
  expect(Buffer.from(await slides.store.read(hash, 10, 20))).toEqual(bytes.subarray(10, 20));
  expect((await slides.store.read(hash, 2_990, 9_000)).length).toBe(10);
  expect((await slides.store.read(hash, 9_000, 9_010)).length).toBe(0);

  const secret = join(folder, 'settings.json');
  await writeFile(secret, 'rahasia');
  const [link, directory] = ['e'.repeat(64), 'f'.repeat(64)];
  await symlink(secret, slides.store.pathOf(link));
  await mkdir(slides.store.pathOf(directory));
  const again = slidesStore(diskPort, folder);
  await again.open();
  await expect(again.read(link, 0, 7)).rejects.toThrow();
  await expect(again.read(directory, 0, 7)).rejects.toThrow();
  expect(() => again.pathOf('../settings')).toThrow();
});

test('what cannot be removed of an earlier run is told, and hides none of the stored files', async () => {
  const folder = await temporaryFolder();
  const slides = slidesOnDisk(diskPort, folder);
  const hash = await slides.keep('bahan.pdf', pdfBytes('bahan'));
  // A virus scanner holds a part, or somebody has made a folder there.
  await mkdir(join(slides.store.incoming, 'a-folder'));
  await writeFile(join(slides.store.incoming, 'b.part'), 'sisa');
  const again = slidesStore(diskPort, folder);
  await expect(again.open()).rejects.toThrow();
  expect(again.listed(hash)).toBe(pdfBytes('bahan').length);
  expect(await readdir(again.incoming)).toEqual(['a-folder']);
});

test('a file that is stored again while it is deleted as unused is there afterwards', async () => {
  const folder = await temporaryFolder();
  const bytes = pdfBytes('lagi', 200_000);
  await slidesOnDisk(diskPort, folder).keep('lagi.pdf', bytes);
  // A later run: nobody has asked for it since.
  const slides = slidesOnDisk(diskPort, folder);
  await slides.store.open();
  const id = await slides.incoming.begin('lagi.pdf', bytes.length);
  await slides.incoming.piece(id, bytes);
  const { path, hash } = await slides.incoming.end(id);
  const taken = slides.store.take(path, hash, bytes.length);
  expect(await slides.store.remove(hash)).toBe(false);
  await taken;
  expect(await slides.store.isWhole(hash)).toBe(true);
});
