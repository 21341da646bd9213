import fc from 'fast-check';

/** How often a property is run again before the case it guards against counts as unreachable. */
const MOST_ROUNDS = 5;

/**
 * Checks a property, and runs it again until the case it guards against has really occurred: random courses contain it
 * in most runs, not in every one.
 * @param enough counts the occurrences; the test asserts the same afterwards
 */
export function assertDrawn<Ts>(property: fc.IProperty<Ts>, numRuns: number, enough: () => boolean): void {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    fc.assert(property, { numRuns });
    if (enough()) return;
  }
}
