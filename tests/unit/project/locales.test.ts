import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND_TYPES } from '#core/commands/apply.ts';
import { ITEM_KINDS, ITEM_STATUS } from '#core/model/agenda-item.ts';
import { FOLLOW_UP_STATUS } from '#core/model/follow-up.ts';
import { NOTE_KINDS, VISIBILITIES } from '#core/model/note.ts';
import { ROLES } from '#core/model/roles.ts';
import { REFUSALS } from '#core/refusals/refusals.ts';
import { LOCALES, type Locale } from '#core/text/format.ts';
import { ACTING } from '#core/text/office.ts';
import { DISK_REASONS } from '#core/views/desk.ts';
import idDesk from '#locales/id/desk.ts';

type Tree = { readonly [key: string]: string | Tree };

const filesOf = (locale: Locale): string[] =>
  readdirSync(join('locales', locale), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();
const read = (locale: Locale, file: string): Tree =>
  JSON.parse(readFileSync(join('locales', locale, file), 'utf8')) as Tree;

/** Every sentence of a file by its whole key: `role.bupati`. */
function flat(tree: Tree, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(`${path}${key}`, value);
    else for (const [inner, text] of flat(value, `${path}${key}.`)) found.set(inner, text);
  }
  return found;
}

/** `{{name}}`, `{{date, long}}`, `$t(…)` and the numbered marks of rich text (`<1>…</1>`), sorted. */
const holes = (text: string): string[] => (text.match(/\{\{\s*[\w.]+|\$t\([^)]*\)|<\/?\w+\s*\/?>/g) ?? []).toSorted();

/** English has a singular that Indonesian has not; both stand for the same key. */
const withoutPlural = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
/** A sentence may be another one for each reason of a disk: `saveFailed_full`. */
const withoutReason = (key: string): string =>
  DISK_REASONS.reduce((name, reason) => name.replace(new RegExp(`_${reason}$`), ''), key);
const keysOf = (locale: Locale, file: string): string[] =>
  [...new Set([...flat(read(locale, file)).keys()].map(withoutPlural))].toSorted();

const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['domain.json acting.none']);

describe('the two languages', () => {
  it('have the same files', () => expect(filesOf('en')).toEqual(filesOf('id')));

  it('have a file for each feature of the desk that has words, and for nothing else', () => {
    const folders = readdirSync('src-renderer/desk', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const files = readdirSync('locales/id/desk').map((file) => file.replace('.json', ''));
    expect(files.filter((file) => !folders.includes(file))).toEqual([]);
    expect(Object.keys(idDesk).toSorted()).toEqual(
      files.flatMap((file) => Object.keys(read('id', `desk/${file}.json`))).toSorted(),
    );
  });

  it.each(filesOf('id'))('%s has the same keys in both', (file) => {
    expect(keysOf('en', file)).toEqual(keysOf('id', file));
  });

  it.each(filesOf('id'))('%s has the same placeholders in both', (file) => {
    const english = flat(read('en', file));
    for (const [key, indonesian] of flat(read('id', file))) {
      const base = withoutPlural(key);
      const other = english.get(key) ?? english.get(`${base}_other`) ?? english.get(base);
      expect([key, holes(other ?? '')]).toEqual([key, holes(indonesian)]);
    }
  });

  it.each(LOCALES.flatMap((locale) => filesOf(locale).map((file) => [locale, file] as const)))(
    '%s/%s says something everywhere',
    (locale, file) => {
      const silent = [...flat(read(locale, file))].filter(
        ([key, text]) => text.trim() === '' && !MAY_BE_EMPTY.has(`${file} ${key}`),
      );
      expect(silent).toEqual([]);
    },
  );

  it('write an ellipsis as one mark', () => {
    const untidy = LOCALES.flatMap((locale) =>
      filesOf(locale).flatMap((file) =>
        [...flat(read(locale, file))]
          .filter(([, text]) => text.includes('...'))
          .map(([key]) => `${locale}/${file} ${key}`),
      ),
    );
    expect(untidy).toEqual([]);
  });

  it.each(LOCALES)('%s has a sentence for every refusal, and none besides', (locale) => {
    const codes = new Set([...flat(read(locale, 'errors.json')).keys()].map(withoutReason));
    expect([...codes].toSorted()).toEqual([...REFUSALS].toSorted());
  });

  const WORDS = {
    role: ROLES,
    roleShort: ROLES,
    noteKind: NOTE_KINDS,
    noteKindShort: NOTE_KINDS,
    visibility: VISIBILITIES,
    itemKind: ITEM_KINDS,
    itemStatus: ITEM_STATUS,
    acting: ACTING,
    followUpStatus: FOLLOW_UP_STATUS,
  } as const;
  it.each(LOCALES)('%s has a word for every value of the model, and none besides', (locale) => {
    const domain = read(locale, 'domain.json');
    for (const [name, values] of Object.entries(WORDS)) {
      expect([name, Object.keys(domain[name] ?? {}).toSorted()]).toEqual([name, [...values].toSorted()]);
    }
  });
});

/** A sentence by its file and its whole key. @throws when there is none */
function wordOf(locale: Locale, file: string, key: string): string {
  const text = flat(read(locale, file)).get(key);
  if (text === undefined) throw new Error(`no ${key} in ${locale}/${file}`);
  return text;
}

/** The words of a branch of a file, in their order. */
const branch = (locale: Locale, file: string, path: string): string[] =>
  [...flat(read(locale, file))].filter(([key]) => key.startsWith(`${path}.`)).map(([, text]) => text);

describe.each(LOCALES)('words on small chips and titles (%s)', (locale) => {
  const ROWS = [
    ['domain.json', 'roleShort'],
    ['domain.json', 'noteKindShort'],
    ['desk/notes.json', 'noteBox.visible'],
    ['desk/shell.json', 'tabs'],
  ] as const;
  it.each(ROWS)('%s %s stand alone: none twice, none a bare number', (file, path) => {
    const words = branch(locale, file, path);
    expect(words.length).toBeGreaterThan(2);
    expect(new Set(words.map((word) => word.toLowerCase())).size).toBe(words.length);
    expect(words.filter((word) => !/\p{Ll}/u.test(word))).toEqual([]);
  });

  it('say by what a visibility is chosen, not that it is automatic', () => {
    expect(wordOf(locale, 'desk/notes.json', 'noteBox.auto')).not.toMatch(/oto?matis|automatic/i);
  });

  it('say what an option leaves out, not to what it comes near', () => {
    const strict = wordOf(locale, 'desk/exports.json', 'exports.strict');
    expect(strict).not.toMatch(/persis|exactly|\blike\b/i);
    expect(strict).toMatch(/tempat, nomor dan tema|place, number or theme/);
  });
});

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'));

describe('the sentences', () => {
  it('are all used', () => {
    const sources = ['src-main', 'src-renderer'].flatMap(sourcesIn).join('\n');
    const aliases = filesOf('id').flatMap((file) =>
      [...flat(read('id', file)).values()].filter((text) => text.includes('$t(')),
    );
    // A source names a key by its last part; for one made from a value of the model it names the part before.
    const used = (key: string): boolean => {
      if (COMMAND_TYPES.some((type) => key === `history.${type}`)) return true;
      const parts = key.split('.');
      const last = parts.at(-1) ?? key;
      const family = parts.at(-2);
      const says = (word: string) => new RegExp(`\\b${word}\\b`).test(sources);
      return (
        says(last) ||
        aliases.some((alias) => alias.includes(`${key})`)) ||
        (family !== undefined && new RegExp(`\\b${family}\\.\\$\\{`).test(sources))
      );
    };
    // Those of `aria.json` are named by React Aria; its own test holds them to that library's.
    const elsewhere: ReadonlySet<string> = new Set(['errors.json', 'domain.json', 'aria.json']);
    const unused = filesOf('id')
      .filter((file) => !elsewhere.has(file))
      .flatMap((file) =>
        keysOf('id', file)
          .filter((key) => !used(key))
          .map((key) => `${file} ${key}`),
      );
    expect(unused).toEqual([]);
  });
});
