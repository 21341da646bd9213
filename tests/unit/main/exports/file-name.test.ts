import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DOCUMENT_KINDS, FORMATS } from '#core/minutes/documents.ts';
import type { Agency } from '#core/model/agency.ts';
import { type AttendanceForm, DEFAULT_OPTIONS, type DocumentOptions } from '#core/model/export-options.ts';
import { agencyFileNames, agencyFolderName, documentFileName, safeName, safeWords } from '#main/exports/file-name.ts';
import { anyCharacter } from '../../../support/any-character.ts';
import { depth } from '../../../support/depth.ts';

const agencyNamed = (id: string, short: string): Agency => ({ id, name: `Dinas ${short}`, short, head: '' });
const meeting = (title: string, shorts: readonly string[] = []) => ({
  title,
  date: '2021-05-17',
  locale: 'id' as const,
  agencies: Object.fromEntries(shorts.map((short, index) => [`a${index}`, agencyNamed(`a${index}`, short)])),
});
const { include } = DEFAULT_OPTIONS;
const NEWER = { pattern: 'newer', include } as const;
const minutesNamed = (title: string) => documentFileName(meeting(title), 'minutes', 'pdf', null, NEWER);

it.each([
  ['Rakor', 'Notula Rakor 2021-05-17.pdf'],
  ['Rakor: PUPR/Dinkes "I" <?>|*\\', 'Notula Rakor PUPR Dinkes I 2021-05-17.pdf'],
  ['../../etc', 'Notula .. .. etc 2021-05-17.pdf'],
  ['\u0000\u202E\n', 'Notula Rakor 2021-05-17.pdf'],
  ['Rakor 🏗️', 'Notula Rakor 🏗️ 2021-05-17.pdf'],
])('%j', (title, name) => {
  expect(minutesNamed(title)).toBe(name);
});

it('cuts words that are long in bytes, between two signs', () => {
  const kept = safeWords('🏗'.repeat(60));
  expect(kept).toBe('🏗'.repeat(30));
  expect(safeWords('a'.repeat(100))).toBe('a'.repeat(60));
});

it('says what is in the file, and of which agency', () => {
  const rakor = meeting('Rakor', ['PUPR']);
  expect(documentFileName(rakor, 'followUps', 'xlsx', null, NEWER)).toBe('Matriks Tindak Lanjut Rakor 2021-05-17.xlsx');
  expect(documentFileName(rakor, 'agencySheet', 'pdf', 'a0', NEWER)).toBe('Lembar Arahan PUPR Rakor 2021-05-17.pdf');
  expect(documentFileName({ ...rakor, locale: 'en' }, 'minutes', 'docx', null, NEWER)).toBe(
    'Minutes Rakor 2021-05-17.docx',
  );
  expect(agencyFolderName(rakor)).toBe('Lembar Arahan Rakor 2021-05-17');
});

it.each([
  ['id', ['Notula', 'Notulen', 'Daftar Hadir Kosong', 'Daftar Hadir']],
  ['en', ['Minutes', 'Minutes 2009 Form', 'Blank Attendance List', 'Attendance List']],
] as const)('tells papers of one meeting apart (%s)', (locale, names) => {
  const rakor = { ...meeting('Rakor'), locale };
  const named = (document: 'minutes' | 'attendance', options: Pick<DocumentOptions, 'pattern' | 'include'>) =>
    documentFileName(rakor, document, 'pdf', null, options).replace(' Rakor 2021-05-17.pdf', '');
  const listed = (attendance: AttendanceForm) => named('attendance', { ...NEWER, include: { ...include, attendance } });
  expect([
    named('minutes', NEWER),
    named('minutes', { ...NEWER, pattern: 'older' }),
    listed('blank'),
    listed('ticked'),
  ]).toEqual(names);
  expect(listed('none')).toBe(listed('blank'));
});

it('gives no two agencies one name, whatever the system thinks of capitals', () => {
  const rakor = meeting('Rakor', ['PUPR', 'Pupr', 'PU/PR', 'PU PR']);
  const names = agencyFileNames(rakor, ['a0', 'a1', 'a2', 'a3']);
  expect(names).toEqual([
    'Lembar Arahan PUPR Rakor 2021-05-17.pdf',
    'Lembar Arahan Pupr Rakor 2021-05-17 (2).pdf',
    'Lembar Arahan PU PR Rakor 2021-05-17.pdf',
    'Lembar Arahan PU PR Rakor 2021-05-17 (2).pdf',
  ]);
});

it.each(['CON', 'con', 'nul.txt', 'COM1', 'LPT9 .x', 'AUX.'])('does not call a file after the device %j', (word) => {
  expect(safeName([safeWords(word)])).toMatch(/^_/);
});

/** Words as hostile as a pasted title can be, with what file systems trip over in them more often than by chance. */
const words = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc
    .array(fc.constantFrom('CON', 'nul', '..', '/', '\\', ':', ' ', '.', '🏗️', '\u202E', '\uD800', 'ß', '名'), {
      maxLength: 300,
    })
    .map((parts) => parts.join('')),
);

it('always gives a name that every file system allows', () => {
  fc.assert(
    fc.property(
      words,
      words,
      fc.constantFrom(...DOCUMENT_KINDS),
      fc.constantFrom(...FORMATS),
      (title, short, kind, format) => {
        const rakor = meeting(title, [short]);
        const sheets = agencyFileNames(rakor, ['a0', 'a0']);
        const names = [
          documentFileName(rakor, kind, format, kind === 'agencySheet' ? 'a0' : null, NEWER),
          ...sheets,
          agencyFolderName(rakor),
        ];
        for (const name of names) {
          expect(name).toMatch(/^[^\p{C}<>:"/\\|?*]+$/u);
          expect(name).not.toMatch(/^[ .]|[ .]$| {2}/);
          expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
          expect(name.length).toBeLessThan(160);
          expect(Buffer.byteLength(name)).toBeLessThan(255);
          expect(name).toContain('2021-05-17');
        }
        expect(new Set(sheets).size).toBe(2);
      },
    ),
    { numRuns: depth(120, 2000) },
  );
});
