import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readListFile } from '#renderer/desk/meeting/lists/read-list-file.ts';
import { agencyRows } from '../../../../../support/agency-rows.ts';

const UTF8_MARK = '\uFEFF';
const utf16 = (text: string, order: 'le' | 'be' = 'le'): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};
const read = async (bytes: Uint8Array | string): Promise<string> =>
  (await readListFile(new Blob([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)]), null)).text;
const shown = async (bytes: Uint8Array | string): Promise<string[]> =>
  agencyRows(await read(bytes)).map(({ name, short, head }) => `${name}|${short}|${head}`);

const HEADER = ['No', 'Nama SKPD', 'Singkatan', 'Jabatan'];
const ROWS = [
  ['1', 'Dinas Perumahan, Permukiman; dan Pertanahan', 'Disperkim', 'Plt. Kepala Dinas'],
  ['2', 'Sekretariat “Daerah” – Umum', 'Setda', 'Sekretaris'],
];
const EXPECTED = ROWS.map(([, name, short, head]) => `${name}|${short}|${head}`);
const csv = (separator: string, end = '\r\n'): string =>
  [HEADER, ...ROWS].map((row) => row.map((cell) => `"${cell}"`).join(separator)).join(end);

describe('a file with a list of agencies is right', () => {
  it.each<[string, Uint8Array | string]>([
    ['separated by ;', csv(';')],
    ['separated by ,', csv(',')],
    ['separated by a tab', csv('\t')],
    ['with sep=;', `sep=;\r\n${csv(';')}`],
    ['with a mark and sep=,', `${UTF8_MARK}sep=,\n${csv(',', '\n')}`],
    ['in UTF-8 with a mark', UTF8_MARK + csv(';')],
    ['in UTF-16 with its mark', utf16(UTF8_MARK + csv('\t'))],
    ['in UTF-16, the other order', utf16(UTF8_MARK + csv('\t'), 'be')],
    ['in UTF-16 without a mark', utf16(csv(';'))],
    ['in UTF-16 without a mark, the other order', utf16(csv(';'), 'be')],
    ['with quoted line breaks', csv(';').replace('Permukiman; ', 'Permukiman;\r\n')],
    ['with blank rows', csv(';').replaceAll('\r\n', '\r\n\r\n;;;\r\n')],
    ['with columns behind the last', csv(';').replaceAll('\r\n', ';;;;\r\n')],
    ['with non-breaking spaces', csv(';').replaceAll(' ', '\u00a0')],
    ['with old line ends', csv(',', '\r')],
  ])('%s', async (_what, file) => {
    expect(await shown(file)).toEqual(EXPECTED);
  });

  it('in Windows-1252, as far as Node can say; the quotes of Word are tested in a window', async () => {
    expect(await shown(Buffer.from('Nama SKPD;Singkatan\r\nDinas Café;DC', 'latin1'))).toEqual(['Dinas Café|DC|']);
  });

  it('60 agencies from a spreadsheet', async () => {
    const rows = Array.from({ length: 60 }, (_, n) => `${n + 1}\tDinas Urusan ${n + 1}\tDU${n + 1}\tKepala Dinas\t\t`);
    expect(await shown(['DAFTAR SKPD\t\t\t\t\t', HEADER.join('\t'), ...rows].join('\r\n'))).toHaveLength(60);
  });

  it('in every encoding that can say it', async () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcé ü;,"\tñ'), minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(word, fc.constantFrom('utf8', 'le', 'be', 'latin1'), async (text, encoding) => {
        const bytes =
          encoding === 'le' || encoding === 'be'
            ? utf16(UTF8_MARK + text, encoding)
            : Buffer.from(encoding === 'utf8' ? UTF8_MARK + text : `x\xe9${text}`, encoding);
        expect(await read(bytes)).toBe(encoding === 'latin1' ? `xé${text}` : text);
      }),
    );
  });
});

describe('a file that is no list is refused at once', () => {
  it.each<[string, string, Uint8Array]>([
    ['an image', 'unreadable', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')],
    ['a workbook of old', 'oldWorkbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])],
    ['a long text', 'tooLarge', Buffer.alloc(2_000_001, 'x')],
    ['a workbook where none is read', 'unreadable', Buffer.from('PK\x03\x04')],
  ])('%s', async (_what, why, file) => {
    await expect(read(file)).rejects.toMatchObject({ name: 'FileRefused', why });
  });

  it('a file of 50 MB, without reading it', async () => {
    const file = {
      size: 50_000_000,
      arrayBuffer: () => Promise.reject(new Error('was read')),
    } as unknown as Blob;
    await expect(readListFile(file, null)).rejects.toMatchObject({ why: 'tooLarge' });
  });
});
