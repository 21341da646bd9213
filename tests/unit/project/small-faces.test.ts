import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatTime, formatTimer, LOCALES } from '#core/text/format.ts';
import { duration, instant } from '#core/time/units.ts';
import { ZONES } from '#core/time/zone.ts';

interface Made {
  /** SHA-256 of the file of which it is a part. */
  readonly source: string;
  readonly characters: string;
}

/** A small face of ours, and the package's files of which it takes characters, in their order. */
const FACES = [
  { name: 'inter-clock', family: 'inter', files: ['latin', 'latin-ext'] },
  { name: 'jakarta-text', family: 'plus-jakarta-sans', files: ['latin', 'latin-ext', 'vietnamese', 'cyrillic-ext'] },
] as const;

const ours = readFileSync('src-renderer/kit/fonts.css', 'utf8');
const packaged = (family: string): string => `node_modules/@fontsource-variable/${family}`;
const fileOf = (family: string, part: string): string => `${family}-${part}-wght-normal.woff2`;
const made = (name: string): Made => JSON.parse(readFileSync(`assets/fonts/${name}.json`, 'utf8')) as Made;

/** The characters for which a style sheet asks for a file. */
function rangeOf(css: string, file: string): string[] {
  const range = /unicode-range:([^;]+);/.exec(css.slice(css.indexOf(file)))?.[1] ?? '';
  return range.split(',').flatMap((part) => {
    const [from = '', to = from] = part.trim().replace('U+', '').split('-');
    const first = Number.parseInt(from, 16);
    return Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, n) => String.fromCodePoint(first + n));
  });
}

describe.each(FACES)('the small face $name', ({ name, family, files }) => {
  it('is made of the family that is installed', () => {
    const source = readFileSync(`${packaged(family)}/files/${fileOf(family, 'latin')}`);
    expect(createHash('sha256').update(source).digest('hex')).toBe(made(name).source);
  });

  it('is asked for the characters that it has, and no others', () => {
    expect(rangeOf(ours, `${name}.woff2`).toSorted()).toEqual([...made(name).characters].toSorted());
  });

  it('shares no character with another face, and together they have all that the package’s have', () => {
    const theirs = readFileSync(`${packaged(family)}/wght.css`, 'utf8');
    const all = [`${name}.woff2`, ...files.map((part) => fileOf(family, part))].flatMap((file) => rangeOf(ours, file));
    expect(new Set(all).size).toBe(all.length);
    const here = new Set(all);
    const given = files.flatMap((part) => rangeOf(theirs, fileOf(family, part)));
    expect(given.length).toBeGreaterThan(0);
    expect(given.filter((one) => !here.has(one))).toEqual([]);
  });
});

it('the clocks’ face has every character of a clock and of a time of day', () => {
  const at = instant(Date.UTC(2021, 4, 17, 1, 23));
  const texts = [
    ...LOCALES.flatMap((locale) => ZONES.map((zone) => `${formatTime(at, zone, locale)} ${zone}`)),
    ...[0, 61_000, -61_000, 7_200_000].map((ms) => formatTimer(duration(ms))),
    '0123456789',
  ];
  expect([...new Set(texts.join(''))].filter((one) => !made('inter-clock').characters.includes(one))).toEqual([]);
});

it('the face of the words has every letter of what the projector says by itself', () => {
  const texts = LOCALES.flatMap((locale) =>
    ['projector', 'domain'].map((name) => readFileSync(`locales/${locale}/${name}.json`, 'utf8').replaceAll('\n', '')),
  );
  expect([...new Set(texts.join(''))].filter((one) => !made('jakarta-text').characters.includes(one))).toEqual([]);
});

it('no window says by itself what none of its faces has: the browser would look for it among all that are installed', () => {
  const read = (folder: string, kind: RegExp): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => kind.test(path))
      .map((path) => readFileSync(`${folder}/${path}`, 'utf8'));
  const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const said = [...read('locales', /\.json$/), ...read('src-renderer', /\.(tsx?|css)$/).map(withoutComments)]
    .join('')
    .replaceAll('\n', '');
  const known = new Set(
    FACES.flatMap(({ name, family, files }) => [`${name}.woff2`, ...files.map((part) => fileOf(family, part))]).flatMap(
      (file) => rangeOf(ours, file),
    ),
  );
  expect([...new Set(said)].filter((one) => !known.has(one))).toEqual([]);
});
