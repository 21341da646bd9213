/**
 * The part of a file that a window requests.
 * @param length of the file, bytes
 * @param range value of the header `range`
 * @returns from `start` up to and without `end`; `null` for the whole file, also if the range makes no sense
 */
export function partOf(length: number, range: string | null): { start: number; end: number } | null {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return null;
  const start = from === '' ? Math.max(0, length - Number(to)) : Number(from);
  const end = from === '' || to === '' ? length : Math.min(length, Number(to) + 1);
  return start < end ? { start, end } : null;
}
