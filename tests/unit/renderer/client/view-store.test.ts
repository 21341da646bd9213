import { describe, expect, it, vi } from 'vitest';
import type { ConnectionStatus, EksposePort, Hello, Push } from '#core/protocol/messages.ts';
import { instant, mono } from '#core/time/units.ts';
import type { DeskView } from '#core/views/desk.ts';
import { openViewStore } from '#renderer/client/view-store.ts';

const clocks = { mono: mono(0), now: instant(0) };
type Rev = Pick<DeskView, 'notices'>;
/** A view that counts the changes that are in it. */
const viewAt = (...changes: number[]): DeskView => ({ notices: changes }) as unknown as DeskView;
const changesOf = (view: Rev): unknown => view.notices;

/** Main, which answers `hello` only when the test lets it. */
async function main() {
  let push: (push: Push) => void = () => undefined;
  let status: (status: ConnectionStatus) => void = () => undefined;
  const hellos: { resolve(hello: Hello): void; reject(error: Error): void }[] = [];
  const port: Pick<EksposePort, 'hello' | 'onPush' | 'onStatus'> = {
    hello: () => new Promise((resolve, reject) => hellos.push({ resolve, reject })),
    onPush: (listener) => {
      push = listener;
      return () => undefined;
    },
    onStatus: (listener) => {
      status = listener;
      return () => undefined;
    },
  };
  let asked = 0;
  const answerHello = async (rev: number, ...changes: number[]): Promise<void> => {
    asked += 1;
    hellos.shift()?.resolve({ audience: 'desk', view: viewAt(...changes), rev, clocks } as Hello);
    await vi.waitFor(() => undefined);
  };
  const opening = openViewStore<'desk'>(port as EksposePort, (view, [patch]) => {
    if (patch?.value === 'unfit') throw new Error('does not fit');
    return viewAt(...(view.notices as unknown as number[]), Number(patch?.value));
  });
  const change = (rev: number, value: number | 'unfit' = rev): void =>
    push({ kind: 'patches', rev, clocks, patches: [{ op: 'add', path: [], value }] });
  return {
    opening,
    change,
    push: (one: Push) => push(one),
    status: (one: ConnectionStatus) => status(one),
    hellos,
    answerHello,
    asked: () => asked,
  };
}

async function opened(rev = 10) {
  const world = await main();
  await world.answerHello(rev, rev);
  const store = await world.opening;
  return { ...world, store, changes: () => changesOf(store.current()) };
}

describe('the view of a window', () => {
  it('applies pushes that overtook the first answer, but not those that it contains', async () => {
    const world = await main();
    world.change(10);
    world.change(11);
    await world.answerHello(10, 10);
    expect(changesOf((await world.opening).current())).toEqual([10, 11]);
  });

  it('applies each change once, and ignores older ones', async () => {
    const { change, changes, hellos } = await opened();
    change(11);
    change(11);
    change(9);
    change(12);
    expect(changes()).toEqual([10, 11, 12]);
    expect(hellos).toHaveLength(0);
  });

  it('is fetched again, once, when a change is missing; what comes meanwhile is held', async () => {
    const { change, changes, hellos, answerHello, store } = await opened();
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    change(12);
    change(13);
    change(14);
    expect(hellos).toHaveLength(1);
    expect(changes()).toEqual([10]);
    await answerHello(13, 10, 11, 12, 13);
    expect(changes()).toEqual([10, 11, 12, 13, 14]);
    expect(told).toBe(1);
    change(15);
    expect(changes()).toEqual([10, 11, 12, 13, 14, 15]);
    expect(hellos).toHaveLength(0);
  });

  it('is fetched once more when a change was lost after the answer', async () => {
    const { change, changes, hellos, answerHello } = await opened();
    change(12);
    change(15);
    await answerHello(13, 10, 11, 12, 13);
    expect(hellos).toHaveLength(1);
    await answerHello(15, 10, 11, 12, 13, 14, 15);
    expect(changes()).toEqual([10, 11, 12, 13, 14, 15]);
  });

  it('is fetched again when a change does not fit', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { change, changes, answerHello } = await opened();
    change(11, 'unfit');
    expect(changes()).toEqual([10]);
    await answerHello(11, 10, 11);
    change(12);
    expect(changes()).toEqual([10, 11, 12]);
    expect(said).toHaveBeenCalledOnce();
    said.mockRestore();
  });

  it('needs nothing before a whole view', async () => {
    const { push, changes, hellos } = await opened();
    push({ kind: 'view', view: viewAt(20), rev: 20, clocks });
    expect(changes()).toEqual([20]);
    expect(hellos).toHaveLength(0);
  });

  it('is fetched again when the connection is back, and says meanwhile that it may be old', async () => {
    const { status, changes, answerHello, store } = await opened();
    status('reconnecting');
    expect(store.connected()).toBe(false);
    status('connected');
    await answerHello(3, 1, 2, 3);
    expect(store.connected()).toBe(true);
    expect(changes()).toEqual([1, 2, 3]);
  });

  it('is requested once, however many need it', async () => {
    const { changes, hellos, answerHello, store } = await opened();
    const both = [store.resync(), store.resync()];
    expect(hellos).toHaveLength(1);
    await answerHello(11, 10, 11);
    await Promise.all(both);
    expect(changes()).toEqual([10, 11]);
  });

  it('stays when it cannot be fetched, and is requested by the next change', async () => {
    const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { change, changes, hellos, answerHello } = await opened();
    change(12);
    hellos.shift()?.reject(new Error('lost'));
    await vi.waitFor(() => expect(said).toHaveBeenCalled());
    change(13);
    expect(changes()).toEqual([10]);
    await answerHello(13, 10, 11, 12, 13);
    expect(changes()).toEqual([10, 11, 12, 13]);
    said.mockRestore();
  });
});

it('a listener that throws keeps nobody else from hearing, and what it threw is reported', async () => {
  const { store, change, changes } = await opened();
  const heard: unknown[] = [];
  const failure = new Error('cannot be painted');
  store.subscribe(() => {
    throw failure;
  });
  store.subscribe(() => heard.push(changes()));
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  try {
    change(11);
    expect(heard).toEqual([[10, 11]]);
    expect(() => vi.runAllTimers()).toThrow(failure);
  } finally {
    vi.useRealTimers();
  }
});
