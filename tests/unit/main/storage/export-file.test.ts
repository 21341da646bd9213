import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refused } from '#core/refusals/refusals.ts';
import { type ExportDisk, writeExport } from '#main/storage/export-file.ts';
import { temporaryFolder } from '../../../support/temp-folder.ts';
import { wholeBytes } from '../../../support/whole-bytes.ts';

const bytes = new TextEncoder().encode('isi baru');
const OLD = 'isi lama';

type Step = keyof ExportDisk;

/** A disk in memory on which one step fails; half of what is written arrives before it does. */
function failingDisk(step: Step, code: string) {
  const files = new Map<string, string>([['/dokumen/notula.pdf', OLD]]);
  const fail = (now: Step): void => {
    if (now === step) throw Object.assign(new Error(`${code}: ${now}`), { code });
  };
  const disk: ExportDisk = {
    async writeSynced(path, given) {
      const text = (await wholeBytes(given)).toString();
      files.set(path, text.slice(0, 3));
      fail('writeSynced');
      files.set(path, text);
    },
    async rename(from, to) {
      fail('rename');
      files.set(to, files.get(from) ?? '');
      files.delete(from);
    },
    async remove(path) {
      fail('remove');
      files.delete(path);
    },
    async makeFolder() {
      fail('makeFolder');
    },
  };
  return { files, disk };
}

async function refusalOf(writing: Promise<void>): Promise<Refused> {
  const error = await writing.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Refused)) throw new Error(`not refused: ${error}`);
  return error;
}

describe('a write that fails', () => {
  const PATH = '/dokumen/notula.pdf';
  it.each<[Step, string, string]>([
    ['writeSynced', 'ENOSPC', 'exportFull'],
    ['writeSynced', 'EDQUOT', 'exportFull'],
    ['writeSynced', 'EACCES', 'exportDenied'],
    ['writeSynced', 'EPERM', 'exportDenied'],
    ['writeSynced', 'EROFS', 'exportDenied'],
    ['writeSynced', 'ENOENT', 'exportGone'],
    ['writeSynced', 'ENODEV', 'exportGone'],
    ['writeSynced', 'EIO', 'exportFailed'],
    ['makeFolder', 'EACCES', 'exportDenied'],
    ['makeFolder', 'ENOTDIR', 'exportGone'],
    ['rename', 'EBUSY', 'exportBusy'],
    ['rename', 'EPERM', 'exportBusy'],
    ['rename', 'EACCES', 'exportBusy'],
    ['rename', 'ETXTBSY', 'exportBusy'],
    ['rename', 'ENOSPC', 'exportFull'],
    ['rename', 'EISDIR', 'exportFailed'],
  ])('%s: %s is told as %s; the old file stays, and nothing half beside it', async (step, code, refusal) => {
    const { files, disk } = failingDisk(step, code);
    const refused = await refusalOf(writeExport(PATH, bytes, 'whole', disk));
    expect(refused.code).toBe(refusal);
    expect([...files]).toEqual([[PATH, OLD]]);
  });

  it('names what the user has to look at', async () => {
    const full = failingDisk('writeSynced', 'ENOSPC').disk;
    expect((await refusalOf(writeExport(PATH, bytes, 'nothing', full))).params).toEqual({ folder: '/dokumen' });
    const busy = failingDisk('rename', 'EBUSY').disk;
    expect((await refusalOf(writeExport(PATH, bytes, 'nothing', busy))).params).toEqual({ path: PATH });
  });

  it('reports the first failure when cleaning up fails too', async () => {
    const { disk } = failingDisk('writeSynced', 'ENOSPC');
    const stuck = { ...disk, remove: () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })) };
    expect((await refusalOf(writeExport(PATH, bytes, 'nothing', stuck))).code).toBe('exportFull');
  });
});

describe('on a real disk', () => {
  it('replaces a file, makes the folders that are ours to make, and leaves nothing else', async () => {
    const folder = join(await temporaryFolder(), 'a', 'b');
    const path = join(folder, 'notula.pdf');
    await writeExport(path, new TextEncoder().encode(OLD), 'whole');
    await writeExport(path, bytes, 'nothing');
    expect(await readFile(path, 'utf8')).toBe('isi baru');
    expect(await readdir(folder)).toEqual(['notula.pdf']);
  });

  it('accepts the longest name that a folder allows', async () => {
    const path = join(await temporaryFolder(), `${'n'.repeat(251)}.pdf`);
    await writeExport(path, bytes, 'nothing');
    expect(await readFile(path, 'utf8')).toBe('isi baru');
  });

  it('says that a missing folder is gone, and does not create it', async () => {
    const home = await temporaryFolder();
    const folder = join(home, 'flashdisk');
    await mkdir(folder);
    await rm(folder, { recursive: true });
    const refused = await refusalOf(writeExport(join(folder, 'notula.pdf'), bytes, 'nothing'));
    expect(refused).toMatchObject({ code: 'exportGone', params: { folder } });
    const inner = await refusalOf(writeExport(join(folder, 'Lembar Arahan', 'pupr.pdf'), bytes, 'last'));
    expect(inner.code).toBe('exportGone');
    expect(await readdir(home)).toEqual([]);
  });

  it('says so when there is a file in place of the folder, and leaves that file alone', async () => {
    const file = join(await temporaryFolder(), 'berkas');
    await writeFile(file, OLD);
    for (const make of ['whole', 'last', 'nothing'] as const) {
      const refused = await refusalOf(writeExport(join(file, 'notula.pdf'), bytes, make));
      expect(refused.code).toBe('exportGone');
    }
    expect(await readFile(file, 'utf8')).toBe(OLD);
  });

  it('does not replace a folder by a file', async () => {
    const home = await temporaryFolder();
    const path = join(home, 'notula.pdf');
    await mkdir(path);
    await refusalOf(writeExport(path, bytes, 'nothing'));
    expect(await readdir(home)).toEqual(['notula.pdf']);
  });
});
