import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { leaveInOrder } from '#main/hosts/electron/quitting.ts';
import { app, BrowserWindow, plain } from '../../../../doubles/electron/plain.ts';

vi.mock('electron', () => import('../../../../doubles/electron/plain.ts'));

const OURS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'message'] as const;
const PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  devTools: false,
};
let before: Map<string, unknown[]>;

beforeEach(() => {
  vi.useFakeTimers();
  before = new Map(OURS.map((name) => [name, process.listeners(name as 'SIGINT')]));
});
/** The listeners of one run, so that they do not hear of the next. */
function forgetSignals(): void {
  for (const name of OURS) {
    for (const listener of process.listeners(name as 'SIGINT')) {
      if (!before.get(name)?.includes(listener)) process.off(name, listener);
    }
  }
}
afterEach(() => {
  forgetSignals();
  vi.useRealTimers();
});
/** As a signal does, without one. */
const signal = (): void => process.listeners('SIGTERM').at(-1)?.('SIGTERM');

/** How long the disk takes for one writing, and the desk for its last words, ms. */
const WRITING = 20;
const SPEAKING = 5;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * An application as leaving sees it: numbers are acknowledged at once and on the disk a little later, unless the disk is
 * broken. A stop that fails leaves everything as it was.
 */
function startRun(answers: { stay: boolean }) {
  const run = {
    acknowledged: 0,
    saved: 0,
    kept: 0,
    told: false,
    broken: false,
    closed: false,
    stopping: 0,
    overlaps: 0,
    typed: 0,
    asked: 0,
  };
  let ended: { code: number | null } | null = null;
  plain.start({ mode: 'windows', displays: [], ended: (code) => (ended ??= { code }) });
  const write = async (): Promise<void> => {
    const until = run.acknowledged;
    await pause(WRITING);
    if (ended !== null) return;
    if (run.broken) throw new Error('the disk is full');
    run.saved = Math.max(run.saved, until);
  };
  const desk = new BrowserWindow({ webPreferences: PREFERENCES });
  const leaving = leaveInOrder({
    app: app as never,
    async lastWords() {
      await pause(SPEAKING);
      run.acknowledged += run.typed;
      run.typed = 0;
    },
    flush: write,
    async stop() {
      run.stopping += 1;
      if (run.stopping > 1) run.overlaps += 1;
      try {
        await write();
        run.closed = true;
      } finally {
        run.stopping -= 1;
      }
    },
    release: async () => undefined,
    desk: () => desk as never,
    async keepUnsaved(_problem, isAsked) {
      await pause(WRITING);
      Object.assign(run, { kept: run.acknowledged, told: isAsked });
    },
    async askToLeave() {
      run.asked += 1;
      await pause(50);
      return !answers.stay;
    },
    report: () => undefined,
  });
  leaving.watch(desk as never);
  return { run, desk, ended: () => ended };
}

// electron/electron shell/browser/native_window_views_win.cc, WM_QUERYENDSESSION and WM_ENDSESSION.
test('a shutdown that another program vetoes leaves saving alive', async () => {
  const { run, ended } = startRun({ stay: true });
  run.acknowledged = 1;
  plain.does.session({ event: 'query' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(run).toMatchObject({ saved: 1, closed: false });
  expect(ended()).toBeNull();
});

test('what was acknowledged, and what was being typed, is on the disk when the session ends at once after the question', async () => {
  const { run, ended } = startRun({ stay: true });
  Object.assign(run, { acknowledged: 3, typed: 2 });
  plain.does.session({ event: 'query' });
  await vi.advanceTimersByTimeAsync(WRITING * 2 + SPEAKING);
  plain.does.session({ event: 'end' });
  expect(ended()).toEqual({ code: null });
  expect(run.saved).toBe(5);
});

test('what is left unsaved is kept elsewhere first; where that is, is told whoever chose it, and nobody after a signal', async () => {
  for (const [leave, told] of [
    [() => app.quit(), true],
    [signal, false],
  ] as const) {
    const { run, ended } = startRun({ stay: false });
    Object.assign(run, { acknowledged: 2, broken: true });
    leave();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ended()).toEqual({ code: 1 });
    expect(run).toMatchObject({ saved: 0, kept: 2, told });
    forgetSignals();
  }
});

const action = fc.oneof(
  { weight: 4, arbitrary: fc.constant('note' as const) },
  { weight: 2, arbitrary: fc.constant('type' as const) },
  fc.constantFrom('close', 'quit', 'signal', 'query', 'break', 'heal', 'sleep', 'sessionEnd', 'stay', 'leave'),
);

test('quit, veto, session end, failing save, healed save and sleep in any order: nothing acknowledged is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(action, fc.constantFrom(0, 10, 100)), { maxLength: 25 }), async (actions) => {
      const answers = { stay: true };
      const { run, desk, ended } = startRun(answers);
      let dared = false;
      for (const [what, wait] of actions) {
        if (ended() !== null) break;
        switch (what) {
          case 'note':
            // While it closes the application acknowledges nothing.
            if (!run.closed && run.stopping === 0) run.acknowledged += 1;
            break;
          case 'type':
            run.typed = 1;
            break;
          case 'close':
            desk.close();
            break;
          case 'quit':
            app.quit();
            break;
          case 'signal':
            signal();
            break;
          case 'query':
            plain.does.session({ event: 'query' });
            break;
          case 'break':
          case 'heal':
            run.broken = what === 'break';
            break;
          case 'sleep':
            await vi.advanceTimersByTimeAsync(3_600_000);
            break;
          case 'sessionEnd':
            // Windows asks first, and every program has its time to answer.
            plain.does.session({ event: 'query' });
            await vi.advanceTimersByTimeAsync(WRITING * 3 + SPEAKING);
            if (ended() === null) plain.does.session({ event: 'end' });
            break;
          case 'stay':
          case 'leave':
            answers.stay = what === 'stay';
            dared ||= what === 'leave';
            break;
          default:
            what satisfies never;
        }
        await vi.advanceTimersByTimeAsync(wait);
      }
      const wasBroken = run.broken;
      if (ended() === null) {
        // It lives: then it can be saved, and left in order.
        run.broken = false;
        answers.stay = true;
        await vi.advanceTimersByTimeAsync(1_000);
        if (ended() === null) {
          run.acknowledged += run.closed ? 0 : 1;
          desk.close();
          await vi.advanceTimersByTimeAsync(1_000);
          expect(ended()).toEqual({ code: 0 });
        }
      }
      expect(run.overlaps).toBe(0);
      const code = (ended() as { code: number | null } | null)?.code;
      if (code === 0) expect(run.saved).toBe(run.acknowledged);
      if (code === 1) expect(run.kept).toBe(run.acknowledged);
      // Only a disk that fails to the last can lose anything, and then the exit code says so.
      if (run.saved < run.acknowledged) expect(wasBroken && (code === 1 || code === null || dared)).toBe(true);
      forgetSignals();
    }),
    { numRuns: 200 },
  );
});
