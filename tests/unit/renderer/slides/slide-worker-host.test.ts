import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openDeck } from '#renderer/slides/deck.ts';
import type { FromSlideWorker, ToSlideWorker } from '#renderer/slides/protocol.ts';
import { slideWorkerHost, type WorkerLike } from '#renderer/slides/slide-worker-host.ts';

const PATIENCE = 1000;
const BOX = { width: 4, height: 3 };

class FakeWorker implements WorkerLike {
  readonly got: ToSlideWorker[] = [];
  ended = false;
  readonly #listeners = new Map<string, (event: Event) => void>();
  postMessage(message: unknown): void {
    this.got.push(message as ToSlideWorker);
  }
  terminate(): void {
    this.ended = true;
  }
  addEventListener(type: string, listener: unknown): void {
    this.#listeners.set(type, listener as (event: Event) => void);
  }
  says(data: FromSlideWorker): void {
    this.#listeners.get('message')?.(new MessageEvent('message', { data }));
  }
  /** The calls of a type, and their numbers. */
  calls(type: string): number[] {
    return this.got.flatMap((one) => ('type' in one && one.type === type ? [one.call] : []));
  }
}

let workers: FakeWorker[];
const host = () =>
  slideWorkerHost(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  }, PATIENCE);
const worker = (n = 0): FakeWorker => {
  const one = workers[n];
  if (one === undefined) throw new Error(`no worker ${n}`);
  return one;
};

beforeEach(() => {
  workers = [];
  vi.useFakeTimers();
  vi.stubGlobal('location', { href: 'http://127.0.0.1/desk.html' });
  vi.stubGlobal('ImageBitmap', class {});
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('begins before the first file, and only once', () => {
  const own = host();
  own.begin();
  own.begin();
  void own.call('open', { deck: 1, address: '/a.pdf', most: 9 });
  expect(workers).toHaveLength(1);
  expect(worker().calls('open')).toHaveLength(1);
});

it('draws one page at a time, the most urgent first', async () => {
  const own = host();
  const done: number[] = [];
  for (const [page, urgency] of [
    [5, 2],
    [4, 2],
    [3, 1],
    [2, 0],
  ] as const)
    void own.call('render', { deck: 1, page, box: BOX }, { urgency: () => urgency }).then(() => done.push(page));
  for (let n = 0; n < 4; n += 1) {
    expect(worker().calls('render')).toHaveLength(n + 1);
    worker().says({ call: worker().calls('render')[n] ?? 0, ok: true, answer: null });
    await vi.advanceTimersByTimeAsync(0);
  }
  expect(done).toEqual([5, 2, 3, 4]);
});

it('never begins a page that is wanted no more, and stops one that is drawn', async () => {
  const own = host();
  const first = new AbortController();
  const second = new AbortController();
  const drawn = own.call('render', { deck: 1, page: 1, box: BOX }, { signal: first.signal });
  const waits = own.call('render', { deck: 1, page: 2, box: BOX }, { signal: second.signal });
  second.abort();
  expect(await waits).toEqual({ ok: false, fault: 'cancelled' });
  first.abort();
  const [call = 0] = worker().calls('render');
  expect(worker().got).toContainEqual({ cancel: call });
  worker().says({ call, ok: false, fault: 'cancelled' });
  expect(await drawn).toEqual({ ok: false, fault: 'cancelled' });
  expect(worker().calls('render')).toHaveLength(1);
});

it('ends a worker that does not answer, and goes on with another', async () => {
  const own = host();
  const hung = own.call('render', { deck: 1, page: 1, box: BOX });
  const next = own.call('render', { deck: 2, page: 1, box: BOX });
  await vi.advanceTimersByTimeAsync(PATIENCE);
  expect(await hung).toEqual({ ok: false, fault: 'broken' });
  expect([worker().ended, workers.length, own.generation()]).toEqual([true, 2, 1]);
  // What the ended one may still say is nobody's answer.
  worker().says({ call: worker(1).calls('render')[0] ?? 0, ok: false, fault: 'gone' });
  worker(1).says({ call: worker(1).calls('render')[0] ?? 0, ok: true, answer: null });
  expect(await next).toEqual({ ok: true, answer: null });
});

it('opens a deck again in the next worker, once for all who ask, also when its call was lost with the last', async () => {
  const own = host();
  const opening = openDeck(own, '/slides/a.pdf', { most: 9 });
  worker().says({ call: worker().calls('open')[0] ?? 0, ok: true, answer: { pages: 3 } });
  const opened = await opening;
  if (!opened.ok) throw new Error(opened.fault);
  void own.call('render', { deck: 99, page: 1, box: BOX });
  await vi.advanceTimersByTimeAsync(PATIENCE - 1);
  // Only the page of the other file is late.
  const lost = opened.deck.sizeOf(1);
  const also = opened.deck.sizeOf(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(worker(1).calls('open')).toHaveLength(1);
  worker(1).says({ call: worker(1).calls('open')[0] ?? 0, ok: true, answer: { pages: 3 } });
  await vi.advanceTimersByTimeAsync(0);
  for (const call of worker(1).calls('size')) worker(1).says({ call, ok: true, answer: BOX });
  expect(await Promise.all([lost, also])).toEqual([
    { ok: true, size: BOX },
    { ok: true, size: BOX },
  ]);
});

it('answers everything that waits when it is ended', async () => {
  const own = host();
  const both = [1, 2].map((page) => own.call('render', { deck: 1, page, box: BOX }));
  own.end();
  expect(await Promise.all(both)).toEqual([
    { ok: false, fault: 'cancelled' },
    { ok: false, fault: 'cancelled' },
  ]);
  expect(worker().ended).toBe(true);
});
