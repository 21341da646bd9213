import type { Browser, CDPSession, Page } from '@playwright/test';

/** What a page's main thread did, in ms of its own processor time: the load of other programs does not count. */
export interface Work {
  readonly script: number;
  /** Style and layout. */
  readonly layout: number;
  /** Everything, with painting and what the browser does around it. */
  readonly task: number;
}

export interface PageMeter {
  /** What the page works until `run` has ended. */
  during(run: () => Promise<unknown>): Promise<Work>;
  /** Slows the page down: 4 makes a processor of a quarter of the speed. */
  throttle(rate: number): Promise<void>;
  /** The page's heap after its rubbish was collected, bytes. */
  heap(): Promise<number>;
}

/** Begins to measure a page. Its figures are thread time, whatever the machine does besides. */
export async function pageMeter(page: Page): Promise<PageMeter> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async (): Promise<Work> => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    const of = (wanted: string): number => (metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN) * 1000;
    return {
      script: of('ScriptDuration'),
      layout: of('LayoutDuration') + of('RecalcStyleDuration'),
      task: of('TaskDuration'),
    };
  };
  return {
    async during(run) {
      const before = await read();
      await run();
      const after = await read();
      return {
        script: after.script - before.script,
        layout: after.layout - before.layout,
        task: after.task - before.task,
      };
    },
    throttle: (rate) => cdp.send('Emulation.setCPUThrottlingRate', { rate }).then(() => undefined),
    async heap() {
      // Weak references and finalisers need a turn of the loop between two collections.
      for (let n = 0; n < 3; n += 1) await cdp.send('HeapProfiler.collectGarbage');
      const { usedSize } = await cdp.send('Runtime.getHeapUsage');
      return usedSize;
    },
  };
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly ph: string;
  readonly args?: { readonly data?: { readonly type?: string } };
}

const MARK = 'bench/';

/** Names what the page does from now on, in a trace. */
export const markIn = (page: Page, name: string): Promise<void> =>
  page.evaluate((given) => void performance.mark(given), MARK + name);

const TASK = 'ThreadControllerImpl::RunTask';
const cost = ({ tdur, dur }: TraceEvent): number => (tdur ?? dur ?? 0) / 1000;

/** What happened in a page meanwhile, in order. */
async function traceOf(
  browser: Browser,
  page: Page,
  categories: string[],
  run: () => Promise<unknown>,
): Promise<TraceEvent[]> {
  await browser.startTracing(page, { categories });
  await run();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  return traceEvents.toSorted((a, b) => a.ts - b.ts);
}

/**
 * The work of a page's main thread from each key until the next frame is handed over to be shown, ms of processor time. What
 * comes after that frame delays no letter unless the next one comes before it has ended, and then counts with that one.
 */
export async function workUntilPaint(browser: Browser, page: Page, run: () => Promise<unknown>): Promise<number[]> {
  const events = await traceOf(browser, page, ['toplevel', 'devtools.timeline'], run);
  const keys = events.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown');
  const [first] = keys;
  const own = events.filter(({ pid, tid, ph }) => pid === first?.pid && tid === first.tid && ph === 'X');
  return keys.flatMap(({ ts }) => {
    const frame = own.find((event) => event.name === 'Paint' && event.ts > ts);
    if (frame === undefined) return [];
    const tasks = own.filter((one) => one.name === TASK && one.ts + (one.dur ?? 0) > ts && one.ts <= frame.ts);
    return [tasks.reduce((sum, task) => sum + cost(task), 0)];
  });
}

/**
 * The longest task of a page's main thread after each mark until the next, ms of processor time.
 * @returns for each name every mark's longest task, in order
 */
export async function longestTasks(
  browser: Browser,
  page: Page,
  run: () => Promise<unknown>,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const events = await traceOf(browser, page, ['toplevel', 'blink.user_timing'], async () => {
    await run();
    await markIn(page, 'end');
  });
  const marks = events.filter(({ name }) => name.startsWith(MARK));
  const [first] = marks;
  const tasks = events.filter(({ name, pid, tid }) => name === TASK && pid === first?.pid && tid === first.tid);
  const found = new Map<string, number[]>();
  for (const [index, { name, ts }] of marks.slice(0, -1).entries()) {
    const end = marks[index + 1]?.ts ?? Number.POSITIVE_INFINITY;
    const own = tasks.filter((task) => task.ts >= ts && task.ts < end);
    const longest = Math.max(0, ...own.map(cost));
    const key = name.slice(MARK.length);
    found.set(key, [...(found.get(key) ?? []), longest]);
  }
  return found;
}
