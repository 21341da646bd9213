import { AMOUNT_MAX } from '#core/model/lengths.ts';
import { formatNumber, formatRupiah, parseNumber } from '#core/text/format.ts';

/** Words that people write after an amount, and their factors. */
const SCALES: ReadonlyMap<string, number> = new Map([
  ['triliun', 1e12],
  ['t', 1e12],
  ['miliar', 1e9],
  ['milyar', 1e9],
  ['m', 1e9],
  ['juta', 1e6],
  ['jt', 1e6],
  ['ribu', 1e3],
  ['rb', 1e3],
]);

function readAmount(text: string): number | null {
  const [, number = '', word = ''] = /^(.*?)\s*([a-z]*)$/i.exec(text.trim().replace(/,-$/, '')) ?? [];
  const scale = word === '' ? 1 : SCALES.get(word.toLowerCase());
  const base = scale === undefined ? null : parseNumber(number);
  return scale === undefined || base === null ? null : Math.round(base * scale * 100) / 100;
}

/**
 * Reads an amount of rupiah as an official types it: "214600000000", "Rp214.600.000.000", "214,6 miliar", "214,6 M",
 * "750 jt".
 * @returns the amount in rupiah, to the sen, or `null` if the text contains none, or less than none
 */
export function parseRupiah(text: string): number | null {
  const amount = readAmount(text);
  // "-0" is nought.
  return amount !== null && amount >= 0 && amount <= AMOUNT_MAX ? Math.abs(amount) : null;
}

/** Whether a text is an amount below zero. */
export const isNegativeRupiah = (text: string): boolean => (readAmount(text) ?? 0) < 0;

/** As on paper (docs/domain/formats.md#money), without "Rp", in Indonesian in both languages, as it is typed. */
export const rupiahText = (value: number): string => formatRupiah(value, 'id').replace('Rp', '');

/** Input is Indonesian in both languages (docs/domain/formats.md#numbers), so this is too. */
export const numberText = (value: number): string => formatNumber(value, 'id');

/** Reads a count: a whole number from 0 to `max`. */
export function parseCount(text: string, max = 10_000_000): number | null {
  const value = parseNumber(text);
  return value !== null && Number.isInteger(value) && value >= 0 && value <= max ? value : null;
}
