import { expect, test } from '../../support/projector-page.ts';
import { clockBesideHeavyPage, expectFreeThread, LATE, type ShownSecond } from '../../support/slides-clock.ts';

const SECONDS = 5;

/** The middle one: a moment in which the machine does something else is not about the slides. */
const middle = (seen: readonly ShownSecond[]): number =>
  seen.map(({ late }) => late).toSorted((a, b) => a - b)[SECONDS >> 1] ?? 0;

test('the digits change at the second while a heavy page is drawn and the notes beside it change', async ({
  browser,
  renderer,
}) => {
  test.setTimeout(120_000);
  const seen = await clockBesideHeavyPage(browser, renderer, SECONDS);
  expect(seen.busy.filter(({ isDrawn }) => !isDrawn).length, 'seconds in which it was drawn').toBeGreaterThan(2);
  expect(middle(seen.busy)).toBeLessThanOrEqual(Math.max(LATE, middle(seen.quiet) + LATE));
  expectFreeThread(seen);
});
