import type { Browser, Page } from '@playwright/test';

/** What the threads of a window did for a while, in their own time: what others did on the machine meanwhile is no part of it. */
export interface ThreadWork {
  /** The longest single piece of work of the thread that shows the page, ms: nothing is shown before it ends. */
  readonly longest: number;
  /** Everything that this thread did, ms, and what the window's workers did. */
  readonly shown: number;
  readonly workers: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** µs of the thread's own time. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

const browserOf = (page: Page): Browser => {
  const browser = page.context().browser();
  if (browser === null) throw new Error('a page without a browser');
  return browser;
};

/**
 * Watches the threads of all windows of a browser while `act` runs.
 * @returns by window, that with the busiest workers first; windows that share a process are one
 */
export async function threadWork<T>(
  page: Page,
  act: () => Promise<T>,
): Promise<{ work: readonly ThreadWork[]; done: T }> {
  const browser = browserOf(page);
  await browser.startTracing(page, { categories: ['toplevel'] });
  const done = await act();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  const threads = new Map<string, string>();
  for (const { name, pid, tid, args } of traceEvents)
    if (name === 'thread_name') threads.set(`${pid}/${tid}`, args.name ?? '');
  const tasks = (process: number, kind: RegExp): number[] =>
    traceEvents.flatMap(({ name, ph, pid, tid, tdur }) => {
      const isMeant = pid === process && name === 'ThreadControllerImpl::RunTask' && ph === 'X';
      return isMeant && kind.test(threads.get(`${pid}/${tid}`) ?? '') ? [(tdur ?? 0) / 1000] : [];
    });
  const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);
  const windows = [...threads].flatMap(([thread, name]) =>
    name === 'CrRendererMain' ? Number.parseInt(thread, 10) : [],
  );
  const work = windows.map((pid): ThreadWork => {
    const shown = tasks(pid, /^CrRendererMain$/);
    return { longest: Math.max(0, ...shown), shown: sum(shown), workers: sum(tasks(pid, /^DedicatedWorker/)) };
  });
  return { work: work.toSorted((a, b) => b.workers - a.workers), done };
}
