import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatTime, formatTimer, LOCALES } from '#core/text/format.ts';
import { duration, instant } from '#core/time/units.ts';
import { ZONES } from '#core/time/zone.ts';

const made = JSON.parse(readFileSync('assets/fonts/inter-clock.json', 'utf8')) as {
  source: string;
  characters: string;
};

/** The characters for which a style sheet asks for a file of Inter. */
function rangeOf(css: string, file: string): string[] {
  const range = /unicode-range:([^;]+);/.exec(css.slice(css.indexOf(file)))?.[1] ?? '';
  return range.split(',').flatMap((part) => {
    const [from = '', to = from] = part.trim().replace('U+', '').split('-');
    const first = Number.parseInt(from, 16);
    return Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, n) => String.fromCodePoint(first + n));
  });
}
const ours = readFileSync('src-renderer/kit/fonts.css', 'utf8');
const theirs = readFileSync('node_modules/@fontsource-variable/inter/wght.css', 'utf8');
const LATIN = 'inter-latin-wght-normal.woff2';
const EXT = 'inter-latin-ext-wght-normal.woff2';

describe('the face of the clocks', () => {
  it('is made of the Inter that is installed', () => {
    const source = readFileSync('node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2');
    expect(createHash('sha256').update(source).digest('hex')).toBe(made.source);
  });

  it('is asked for the characters that it has, and no others', () => {
    expect(rangeOf(ours, 'inter-clock.woff2').toSorted()).toEqual([...made.characters].toSorted());
  });

  it('shares no character with another face, and together they have all that the package’s have', () => {
    const all = ['inter-clock.woff2', LATIN, EXT].flatMap((file) => rangeOf(ours, file));
    expect(new Set(all).size).toBe(all.length);
    const given = new Set([LATIN, EXT].flatMap((file) => rangeOf(theirs, file)));
    expect([...given].filter((one) => !all.includes(one))).toEqual([]);
  });

  it('has every character of a clock and of a time of day', () => {
    const at = instant(Date.UTC(2021, 4, 17, 1, 23));
    const texts = [
      ...LOCALES.flatMap((locale) => ZONES.map((zone) => `${formatTime(at, zone, locale)} ${zone}`)),
      ...[0, 61_000, -61_000, 7_200_000].map((ms) => formatTimer(duration(ms))),
      '0123456789',
    ];
    expect([...new Set(texts.join(''))].filter((one) => !made.characters.includes(one))).toEqual([]);
  });
});
