/**
 * The place of the first that fits, where every one after it fits as well. Each look costs a layout of the page, so that
 * few are taken: one when the first fits, two when none does.
 * @param count how many there are, from the largest to the smallest
 * @returns `null` when not even the last fits
 */
export function largestFitting(count: number, fits: (index: number) => boolean): number | null {
  if (count === 0) return null;
  if (fits(0)) return 0;
  let [tooLarge, fitting] = [0, count - 1];
  if (fitting === 0 || !fits(fitting)) return null;
  while (fitting - tooLarge > 1) {
    const middle = (tooLarge + fitting) >> 1;
    if (fits(middle)) fitting = middle;
    else tooLarge = middle;
  }
  return fitting;
}
