/**
 * The index of the first size that fits, if every smaller one fits too. Each test costs a layout of the page, so few
 * are made: one if the first fits, two if none does.
 * @param count how many there are, from the largest to the smallest
 * @returns `null` if not even the last fits
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
