import { expect, test } from '../../support/projector-page.ts';
import { clockBesideHeavyPage, expectFreeThread, LATE, type ShownSecond } from '../../support/slides-clock.ts';

const SECONDS = 3;

/** The best one: of a thread that is blocked again and again, all are late; of a busy machine, hardly all of them. */
const best = (seen: readonly ShownSecond[]): number => Math.min(...seen.map(({ late }) => late));

// In full in `slides-seconds.spec.ts`, which runs when nothing else does.
test('the clock goes on beside a heavy page of slides, in time', async ({ browser, renderer }) => {
  test.setTimeout(120_000);
  const seen = await clockBesideHeavyPage(browser, renderer, SECONDS);
  expect(
    seen.busy.some(({ isDrawn }) => !isDrawn),
    'a second in which it was drawn',
  ).toBe(true);
  expect(best(seen.busy), 'ms after the second').toBeLessThanOrEqual(Math.max(LATE, best(seen.quiet) + LATE));
  expectFreeThread(seen);
});
