import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '#core/text/format.ts';
import { ARIA_PACKAGES, ariaWords } from '#renderer/desk/kernel/aria-words.ts';
import { deskI18n, speak } from '#renderer/desk/kernel/i18n.ts';
import { deskIn } from '../../../../support/desk-words.ts';

/** What the library itself would say, by package and key. */
const library = createRequire(import.meta.url)('react-aria-components/i18n/en-US') as Readonly<
  Record<string, Readonly<Record<string, unknown>>>
>;
/** Parts of the package itself that the desk has not. */
const UNUSED: ReadonlySet<string> = new Set([
  'tableResizer',
  'dropzoneLabel',
  'colorSwatchPicker',
  // Of a date only its day, month and year are typed, and there are no ranges.
  ...['era', 'hour', 'minute', 'second', 'dayPeriod', 'calendar', 'startDate', 'endDate', 'weekday', 'timeZoneName'],
  ...['selectedRangeDescription', 'selectedTimeDescription'],
]);

const said = (locale: (typeof LOCALES)[number]) => {
  const words = ariaWords(deskIn(locale));
  return (name: string, key: string, values?: Readonly<Record<string, string | number | boolean>>) =>
    words[name]?.[key]?.(values);
};

describe('what React Aria says by itself', () => {
  it.each(Object.values(ARIA_PACKAGES))('%s has a word of ours for each of its own', (name) => {
    const own = Object.keys(library[name] ?? {}).filter((key) => !UNUSED.has(key));
    expect(Object.keys(ariaWords(deskI18n())[name] ?? {}).toSorted()).toEqual(own.toSorted());
    for (const locale of LOCALES) {
      const say = said(locale);
      const missing = own.filter((key) => /^(undefined|\w+\.[\w ]+)?$/.test(String(say(name, key, { count: 2 }))));
      expect(missing, locale).toEqual([]);
    }
  });

  it('is said in the language of the moment', async () => {
    const instance = deskI18n();
    const start = ariaWords(instance)['@react-aria/dnd']?.dragDescriptionKeyboard;
    expect(start?.()).toBe('Tekan Enter untuk mulai memindahkan.');
    await speak(instance, () => 'en');
    expect(start?.()).toBe('Press Enter to begin moving.');
  });

  it('knows how many, and what is chosen', () => {
    const [id, en] = [said('id'), said('en')];
    expect(en('@react-aria/combobox', 'countAnnouncement', { optionCount: 1 })).toBe('One option available.');
    expect(en('@react-aria/combobox', 'countAnnouncement', { optionCount: 3 })).toBe('3 options available.');
    expect(id('@react-aria/combobox', 'countAnnouncement', { optionCount: 3 })).toBe('3 pilihan tersedia.');
    expect(id('@react-aria/grid', 'selectedCount', { count: 0 })).toBe('Tidak ada yang dipilih.');
    const chosen = { optionText: 'Dinas <b>A</b> & B', isSelected: true, isGroupChange: false };
    expect(id('@react-aria/combobox', 'focusAnnouncement', chosen)).toBe('Dinas <b>A</b> & B, terpilih');
    expect(id('@react-aria/combobox', 'focusAnnouncement', { ...chosen, isSelected: false })).toBe(
      'Dinas <b>A</b> & B',
    );
    expect(id('@react-aria/dnd', 'insertBetween', { beforeItemText: 'A', afterItemText: 'B' })).toBe(
      'Sisipkan di antara A dan B',
    );
  });
});
