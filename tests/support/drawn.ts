import fc from 'fast-check';

/** How often a property is drawn anew before what it guards against counts as out of reach. */
const MOST_ROUNDS = 5;

/**
 * Holds a property, and goes on drawing until what it guards against has really come up: courses drawn at random bring it in
 * most runs, not in every one.
 * @param enough counts what has come up; the test asserts the same afterwards
 */
export function assertDrawn<Ts>(property: fc.IProperty<Ts>, numRuns: number, enough: () => boolean): void {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    fc.assert(property, { numRuns });
    if (enough()) return;
  }
}
