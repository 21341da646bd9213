import { expect, test } from 'vitest';
import { mainTexts } from '#main/hosts/i18n.ts';
import { folderLostText, type KeepingOptions, leftUnsavedText } from '#main/hosts/kept-unsaved.ts';
import { failure } from '../../../doubles/disk/simulated-disk.ts';

const PATH = '/dokumen/rakor-1.json';
const keeping = (keep: KeepingOptions['keep'], reported: unknown[] = []): KeepingOptions => {
  const t = mainTexts('id');
  return { t, keep, words: () => t('reason.full'), report: (error) => reported.push(error) };
};
const full = () => Promise.reject(failure('ENOSPC', '/dokumen'));

test('it is said what becomes of the last changes: saved, kept in a file, or lost', async () => {
  expect(await folderLostText(keeping(async () => []))).toContain('Semua perubahan dari Ekspose ini sudah tersimpan');
  expect(await folderLostText(keeping(async () => [PATH]))).toContain(`\n${PATH}\n`);
  const reported: unknown[] = [];
  expect(await folderLostText(keeping(full, reported))).toMatch(
    /TIDAK tersimpan.*ruang penyimpanan habis.*Catat dahulu/,
  );
  expect(reported).toHaveLength(1);
});

test('whoever leaves unsaved reads why, and where the last changes are; what the desk shows only while it shows it', async () => {
  const problem = failure('ENOSPC', '/data');
  const kept = await leftUnsavedText(
    problem,
    keeping(async () => [PATH]),
    true,
  );
  expect(kept).toMatch(/BELUM tersimpan.*ruang penyimpanan habis/);
  expect(kept).toContain(`\n${PATH}\n`);
  expect(await leftUnsavedText(problem, keeping(full), true)).toContain('Catat dahulu');
  expect(await leftUnsavedText(problem, keeping(full), false)).toMatch(/di tempat lain: ruang penyimpanan habis\.$/);
  // What could not be saved were no words of anybody.
  expect(
    await leftUnsavedText(
      problem,
      keeping(async () => []),
      true,
    ),
  ).toMatch(/ruang penyimpanan habis\.$/);
});
