import { formatNumber, formatRupiah, type Locale } from './format.ts';

const SCALES: readonly (readonly [number, Record<Locale, string>])[] = [
  [1e12, { id: 'triliun', en: 'trillion' }],
  [1e9, { id: 'miliar', en: 'billion' }],
  [1e6, { id: 'juta', en: 'million' }],
];

/** "Rp214,6 miliar": an amount as it is spoken, up to two decimals; smaller ones whole; `null` for none. */
export function inWords(amount: number | null, locale: Locale): string | null {
  if (amount === null) return null;
  const scale = SCALES.find(([size]) => Math.abs(amount) >= size);
  if (scale === undefined) return formatRupiah(amount, locale);
  const [size, words] = scale;
  return `${amount < 0 ? '-' : ''}Rp${formatNumber(Math.abs(amount) / size, locale)} ${words[locale]}`;
}
