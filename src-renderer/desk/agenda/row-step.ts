/** Rows that a key for a page passes over. */
const PAGE = 10;

/**
 * Where a key takes the focus in a list of rows.
 * @param at the row that has it, from 0
 * @returns the row's place; `null` for a key that goes nowhere
 */
export function rowAfterKey(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  const within = (place: number): number => Math.min(count - 1, Math.max(0, place));
  switch (key) {
    case 'ArrowUp':
      return within(at - 1);
    case 'ArrowDown':
      return within(at + 1);
    case 'PageUp':
      return within(at - PAGE);
    case 'PageDown':
      return within(at + PAGE);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
