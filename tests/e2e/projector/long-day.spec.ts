import type { CDPSession } from '@playwright/test';
import { LAYOUTS } from '#core/model/screen.ts';
import { depth } from '../../support/depth.ts';
import { expect, test } from '../../support/projector-page.ts';
import { roomIn, viewIn } from '../../support/projector-states.ts';

/** Forty turns of thirteen and a half minutes are nine hours; a leak shows in fewer, since each turn would add its own. */
const AGENCIES = depth(14, 40);
const TURN_SECONDS = 810;
/** Turns after which the page has seen everything once. */
const WARM = depth(4, 8);
const MEASURE_EVERY = depth(3, 8);

interface Measure {
  readonly heap: number;
  readonly nodes: number;
}

async function measure(cdp: CDPSession): Promise<Measure> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { heap: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes') };
}

// What earlier tests have left in a page would be collected while it is measured.
test.use({ ownPage: true });

test(`a day of ${AGENCIES} turns leaves the projector’s memory as it was`, async ({ page, openProjector }) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 1024, height: 768 });
  const room = roomIn('running');
  const views = LAYOUTS.map((layout) => viewIn(room, layout, { locale: 'id', theme: 'light' }));
  const full = viewIn(room, 'full', { locale: 'id', theme: 'light' });
  await openProjector(full);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const measured: Measure[] = [];
  for (let turn = 0; turn < AGENCIES; turn += 1) {
    // Each agency has a name and notes of its own, in every layout, as long as a turn takes.
    await page.evaluate(
      ([shown, number]) => {
        for (const view of shown) {
          const text = JSON.stringify(view).replaceAll('Ruas jalan', `Ruas jalan ${number}`);
          window.projectorDouble.push(JSON.parse(text));
        }
      },
      [[...views, full], turn] as const,
    );
    await page.clock.runFor(TURN_SECONDS * 1000);
    if (turn >= WARM && (turn + 1) % MEASURE_EVERY === 0) measured.push(await measure(cdp));
  }
  const [first, last] = [measured[0], measured.at(-1)];
  if (first === undefined || last === undefined) throw new Error('nothing measured');
  console.log(JSON.stringify(measured));
  expect(measured.length).toBeGreaterThanOrEqual(3);
  expect(last.heap - first.heap).toBeLessThan(depth(0.8, 1.5));
  expect(last.nodes).toBeLessThanOrEqual(first.nodes * 1.05);
});
