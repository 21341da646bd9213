import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Converter } from '#main/slides/find-converter.ts';
import { intake } from '#main/slides/intake.ts';
import { diskPort, type FilePort } from '#main/storage/file-port.ts';
import { pdfBytes, sha256, slidesOnDisk } from '../../../support/slides-on-disk.ts';
import { temporaryFolder } from '../../../support/temp-folder.ts';

const PRESENTATION = Buffer.from('PK\x03\x04 presentasi');

/** Storing with a converter that does what a shell script says; without a script there is none. */
async function rig(script: string | null, files: FilePort = diskPort) {
  const folder = await temporaryFolder();
  const program = join(folder, 'soffice');
  if (script !== null)
    await writeFile(program, `#!/bin/sh\nfor IN; do :; done\nOUT="$(dirname "$IN")/pdf/bahan.pdf"\n${script}\n`);
  if (script !== null) await chmod(program, 0o755);
  const { store, incoming } = slidesOnDisk(files, folder);
  const found: Converter | null = script === null ? null : { kind: 'libreoffice', program };
  const own = intake({
    files,
    store,
    incoming,
    converter: () => found,
    report: (error) => expect(error).toBeNull(),
  });
  const send = async (name: string, bytes: Buffer): Promise<string> => {
    const id = await own.begin(name, bytes.length);
    await own.piece(id, bytes);
    return id;
  };
  return { ...own, store, send, folder, left: () => readdir(store.incoming) };
}

test('a PDF is stored as it is', async () => {
  const { send, end, store, left } = await rig(null);
  const bytes = pdfBytes('bahan');
  expect(await end(await send('bahan.pdf', bytes))).toEqual({ hash: sha256(bytes), bytes: bytes.length, kind: 'pdf' });
  expect(store.listed(sha256(bytes))).toBe(bytes.length);
  expect(await left()).toEqual([]);
});

test('without a program that converts, a presentation is refused before it is sent', async () => {
  const { begin } = await rig(null);
  await expect(begin('bahan.pptx', 100)).rejects.toThrow('slidesNoConverter');
});

test.skipIf(process.platform === 'win32')(
  'a presentation is stored as the PDF that was made of it, and only so',
  async () => {
    const { send, end, store, left } = await rig('printf "%%PDF-1.7 dibuat" > "$OUT"');
    const made = Buffer.from('%PDF-1.7 dibuat');
    expect(await end(await send('bahan.pptx', PRESENTATION))).toEqual({
      hash: sha256(made),
      bytes: made.length,
      kind: 'converted',
    });
    expect([...(await store.files())]).toEqual([[sha256(made), made.length]]);
    expect(await left()).toEqual([]);
  },
);

test.skipIf(process.platform === 'win32')(
  'what was converted is stored however many files are on their way',
  async () => {
    const { send, end, begin } = await rig('printf "%%PDF-1.7 dibuat" > "$OUT"');
    const id = await send('bahan.pptx', PRESENTATION);
    for (let n = 0; n < 3; n += 1) await begin('bahan.pdf', 2_000);
    const ended = end(id);
    await expect.poll(() => begin('bahan.pdf', 2_000).catch(() => null)).not.toBeNull();
    expect(await ended).toMatchObject({ kind: 'converted' });
  },
);

test.skipIf(process.platform === 'win32')(
  'given up between arriving and being converted, nothing is begun',
  async () => {
    let onClose = async (): Promise<void> => undefined;
    const closing: FilePort = {
      ...diskPort,
      async openAppend(path) {
        const file = await diskPort.openAppend(path);
        return {
          ...file,
          async close() {
            await file.close();
            await onClose();
          },
        };
      },
    };
    const { send, end, abort, left } = await rig('sleep 300', closing);
    const id = await send('bahan.pptx', PRESENTATION);
    onClose = () => abort(id);
    await expect(end(id)).rejects.toMatchObject({ code: 'slidesInterrupted' });
    expect(await left()).toEqual([]);
  },
);

test.skipIf(process.platform === 'win32')('what is being converted ends with the application', async () => {
  const { send, end, stop, folder, left } = await rig('echo $$ > "$(dirname "$0")/pid"; sleep 300');
  const ids = [await send('satu.pptx', PRESENTATION), await send('dua.pptx', PRESENTATION)];
  const refused = ids.map((id) => expect(end(id)).rejects.toMatchObject({ code: 'slidesInterrupted' }));
  await expect.poll(() => readdir(folder)).toContain('pid');
  await stop();
  await Promise.all(refused);
  expect(await left()).toEqual([]);
  const pid = Number(await readFile(join(folder, 'pid'), 'utf8'));
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

test.skipIf(process.platform === 'win32')('what the program makes is looked at like any other file', async () => {
  const { send, end, store, left } = await rig('printf "bukan pdf" > "$OUT"');
  await expect(end(await send('bahan.pptx', PRESENTATION))).rejects.toThrow('slidesUnsound');
  expect((await store.files()).size).toBe(0);
  expect(await left()).toEqual([]);
});

test.skipIf(process.platform === 'win32')('a conversion can be given up, and one at a time is made', async () => {
  const { send, end, abort, folder, left } = await rig(`mkdir "$(dirname "$0")/busy" || exit 7\nsleep 300`);
  const ids = [await send('satu.pptx', PRESENTATION), await send('dua.pptx', PRESENTATION)];
  const refused = ids.map((id) => expect(end(id)).rejects.toMatchObject({ code: 'slidesInterrupted' }));
  await expect.poll(() => readdir(folder)).toContain('busy');
  await abort(ids[1] ?? '');
  await abort(ids[0] ?? '');
  await Promise.all(refused);
  expect(await left()).toEqual([]);
});
