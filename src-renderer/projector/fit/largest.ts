/**
 * The place of the first that fits, where every one after it fits as well. Each look costs a layout of the page, so that
 * few are taken: one when the first fits, two when none does, and two when the guess is right.
 * @param count how many there are, from the largest to the smallest
 * @param guess which one probably is the first that fits: the one that was the last time
 * @returns `null` when not even the last fits
 */
export function largestFitting(count: number, fits: (index: number) => boolean, guess = 0): number | null {
  if (count === 0) return null;
  // What is too large, and what is known to fit, so far.
  let [tooLarge, fitting] = [-1, count];
  const look = (index: number): void => {
    if (index <= tooLarge || index >= fitting) return;
    if (fits(index)) fitting = index;
    else tooLarge = index;
  };
  const first = Math.min(Math.max(guess, 0), count - 1);
  look(first);
  look(fitting === first ? first - 1 : count - 1);
  while (fitting - tooLarge > 1) look((tooLarge + fitting) >> 1);
  return fitting === count ? null : fitting;
}
