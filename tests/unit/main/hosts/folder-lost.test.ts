import { expect, test } from 'vitest';
import { folderLostText } from '#main/hosts/folder-lost.ts';
import { mainTexts } from '#main/hosts/i18n.ts';
import { failure } from '../../../doubles/disk/simulated-disk.ts';

const t = mainTexts('id');
const words = (): string => t('reason.full');

test('it is said what becomes of the last changes: saved, kept in a file, or lost', async () => {
  const report = (error: unknown) => expect.unreachable(String(error));
  expect(await folderLostText(t, async () => [], words, report)).toContain(
    'Semua perubahan dari Ekspose ini sudah tersimpan',
  );
  expect(await folderLostText(t, async () => ['/dokumen/rakor-1.json'], words, report)).toContain(
    '\n/dokumen/rakor-1.json\n',
  );
  const reported: unknown[] = [];
  const full = () => Promise.reject(failure('ENOSPC', '/dokumen'));
  expect(await folderLostText(t, full, words, (error) => reported.push(error))).toMatch(
    /TIDAK tersimpan.*ruang penyimpanan habis/,
  );
  expect(reported).toHaveLength(1);
});
