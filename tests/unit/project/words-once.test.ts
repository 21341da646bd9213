import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '#core/text/format.ts';
import { documentTexts } from '#main/documents/texts.ts';
import { mainTexts } from '#main/hosts/i18n.ts';
import { learn, textIn } from '#renderer/kit/i18n-projector.ts';
import { deskIn } from '../../support/desk-words.ts';

type Tree = { readonly [key: string]: string | Tree };

/** The files that are loaded together with each file, whose words it may refer to by `$t(file:key)`. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  desk: ['desk', 'domain', 'errors', 'fields', 'kit'],
  kit: ['desk', 'domain', 'errors', 'fields', 'kit'],
  minutes: ['minutes', 'domain', 'fields'],
  projector: ['projector', 'domain'],
  main: ['main', 'domain', 'errors'],
  domain: ['domain'],
  errors: ['errors'],
  fields: ['fields'],
};
/** React Aria names these keys, and reads them without i18next. */
const NAMED_BY_LIBRARY = 'aria';

/** Keys whose words are alike by chance: each may change without the other. */
const DIFFERENT: readonly (readonly [string, string, string])[] = [
  ['desk:turn.pause', 'desk:pacing.chart.legend.pause', 'a key is pressed; a legend names a part of the chart'],
  ['desk:turn.start', 'desk:lists.column.time', 'a key is pressed; a column holds times'],
  ['desk:notes.more', 'main:menu.showAll', 'the rest of a note; the windows of macOS'],
  ['desk:settings.theme', 'desk:details.theme', 'light or dark; what a meeting is about'],
  ['desk:unsent.noPlace', 'desk:settings.section.general', 'words about no item; a section of the settings'],
  ['domain:itemStatus.done', 'domain:followUpStatus.done', 'an item is over; a task is finished'],
];

function flat(tree: Tree, path: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}.`),
  );
}

/** The file `desk/agenda.json` has words of `desk`. */
const textsOf = (locale: Locale): Map<string, string> =>
  new Map(
    readdirSync(join('locales', locale), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json') && file !== `${NAMED_BY_LIBRARY}.json`)
      .flatMap((file) => {
        const space = /^\w+/.exec(file)?.[0] ?? '';
        return flat(JSON.parse(readFileSync(join('locales', locale, file), 'utf8')), `${space}:`);
      }),
  );
const texts = { id: textsOf('id'), en: textsOf('en') };

/** Keys with the same words in both languages; an empty text is no word. */
function repeated(): string[][] {
  const byWords = new Map<string, string[]>();
  for (const [key, indonesian] of texts.id) {
    if (indonesian === '' || indonesian.startsWith('$t(')) continue;
    const english = texts.en.get(key) ?? `${texts.en.get(`${key}_one`)}\n${texts.en.get(`${key}_other`)}`;
    const words = `${indonesian}\n${english}`;
    byWords.set(words, [...(byWords.get(words) ?? []), key]);
  }
  return [...byWords.values()].filter((keys) => keys.length > 1);
}

describe('every word', () => {
  it('stands once, where it does not mean two things', () => {
    const allowed = new Set(DIFFERENT.map(([one, other]) => [one, other].toSorted().join(' ')));
    expect(repeated().filter((keys) => !allowed.has(keys.toSorted().join(' ')))).toEqual([]);
  });

  it('that is listed as different is alike indeed', () => {
    const alike = new Set(repeated().map((keys) => keys.toSorted().join(' ')));
    expect(DIFFERENT.filter(([one, other]) => !alike.has([one, other].toSorted().join(' ')))).toEqual([]);
  });

  it.each(LOCALES)('that %s refers to exists in a file that is loaded with it', (locale) => {
    const broken = [...texts[locale]].flatMap(([key, text]) =>
      [...text.matchAll(/\$t\(([^)]*)\)/g)].flatMap(([, target = '']) => {
        const together = TOGETHER[key.split(':')[0] ?? '']?.includes(target.split(':')[0] ?? '');
        const words = texts[locale].get(target);
        // Words, and not another reference: one step is easy to follow.
        return together === true && words !== undefined && !words.includes('$t(') ? [] : [`${key} → ${target}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  it.each(LOCALES)('that %s refers to is what each program shows', async (locale) => {
    await learn(locale);
    const desk = deskIn(locale);
    const programs = {
      desk: desk.t,
      kit: desk.getFixedT(null, 'kit'),
      minutes: documentTexts(locale),
      projector: textIn(locale),
      main: mainTexts(locale),
      domain: desk.t,
    } as unknown as Readonly<Record<string, (key: string) => string>>;
    const aliases = [...texts[locale]].filter(([, text]) => /^\$t\([^)]*\)$/.test(text));
    expect(aliases.length).toBeGreaterThan(30);
    for (const [key, text] of aliases) {
      expect([key, programs[key.split(':')[0] ?? '']?.(key)]).toEqual([key, texts[locale].get(text.slice(3, -1))]);
    }
  });
});

it('in English every counted word has a form for one', () => {
  // "{{count}} min" and "{{count}} {{term}}" are alike for one and for many.
  const plural = /\{\{count\}\} (?:[a-z-]+ ){0,3}?[a-z-]+s\b/;
  const lacking = [...texts.en].filter(
    ([key, words]) => !/_(?:one|other)$/.test(key) && plural.test(words) && !texts.en.has(`${key}_one`),
  );
  expect(lacking).toEqual([]);
  // A number that decides on no form stands beside its word, never before it.
  expect(
    [...texts.en].filter(([, words]) => /\{\{(?:all|number)\}\} (?:[a-z-]+ )?(?:[a-z-]+s|people)\b/.test(words)),
  ).toEqual([]);
});
