import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unreferredSlides } from '#main/slides/references.ts';
import { diskPort } from '#main/storage/file-port.ts';
import { temporaryFolder } from '../../../support/temp-folder.ts';

const [USED, UNUSED] = ['a'.repeat(64), 'b'.repeat(64)];

test('files beside the folders of meetings are passed over, and what the meetings mention stays', async () => {
  const data = await temporaryFolder();
  for (const root of ['meetings', 'trash', 'backups']) {
    await mkdir(join(data, root, 'rakor', 'lampiran'), { recursive: true });
    await writeFile(join(data, root, '.DS_Store'), '');
    await writeFile(join(data, root, 'catatan'), '');
  }
  await writeFile(join(data, 'backups', 'rakor', 'rakor.json'), `{"hash":"${USED}"}`);
  expect(
    await unreferredSlides(diskPort, data, new Set([USED, UNUSED]), (error) => expect.unreachable(String(error))),
  ).toEqual(new Set([UNUSED]));
});
