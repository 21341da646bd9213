import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LeavingNews, type LeavingState, leavingTurn, STAYING } from '#main/hosts/electron/quitting-steps.ts';

const NEWS: readonly LeavingNews[] = [
  ...['quit', 'signal', 'sessionAsked', 'sessionEnded', 'heard', 'saved', 'notSaved', 'stay', 'leave'],
] as LeavingNews[];

/** @returns the tasks that the news lead to, and the state after them */
function after(...all: LeavingNews[]) {
  let state: LeavingState = STAYING;
  const tasks = all.flatMap((news) => {
    const turn = leavingTurn(state, news);
    state = turn.state;
    return turn.task ?? [];
  });
  return { state, tasks };
}

test('closing the window hears the last words, saves, and exits', () => {
  expect(after('quit', 'heard', 'saved')).toMatchObject({
    state: { phase: 'ended' },
    tasks: ['hear', 'stop', 'exitSaved'],
  });
});

test('what could not be saved is asked about, and whoever stays may close again', () => {
  const tasks = ['hear', 'stop', 'ask', 'hear', 'stop', 'exitSaved'];
  expect(after('quit', 'heard', 'notSaved', 'stay', 'quit', 'heard', 'saved').tasks).toEqual(tasks);
  expect(after('quit', 'heard', 'notSaved', 'leave').tasks.at(-1)).toBe('exitUnsaved');
});

test('a signal asks nobody, and one that comes while somebody is asked tries once more', () => {
  expect(after('signal', 'heard', 'notSaved').tasks).toEqual(['hear', 'stop', 'exitUnsaved']);
  expect(after('quit', 'heard', 'notSaved', 'signal', 'saved').tasks).toEqual([
    'hear',
    'stop',
    'ask',
    'stop',
    'exitSaved',
  ]);
});

// electron/electron shell/browser/native_window_views_win.cc, WM_QUERYENDSESSION: only a question, and nothing reports
// a veto.
test('a session that only asks to end writes down what there is and changes nothing else', () => {
  expect(after('sessionAsked', 'sessionAsked')).toEqual({ state: STAYING, tasks: ['flush', 'flush'] });
  expect(after('sessionAsked', 'quit', 'heard', 'notSaved').tasks).toEqual(['flush', 'hear', 'stop', 'ask']);
});

test('whatever comes in whatever order: one stop at a time, one exit, and before it the application lives', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...NEWS), { maxLength: 30 }), (all) => {
      let state: LeavingState = STAYING;
      let exits = 0;
      for (const news of all) {
        const before = state;
        const { state: next, task } = leavingTurn(before, news);
        state = next;
        if (task === 'exitSaved' || task === 'exitUnsaved') exits += 1;
        if (task === 'stop') expect(['hearing', 'asking']).toContain(before.phase);
        if (task === 'ask') expect(before.silent).toBe(false);
        if (before.phase === 'ended') expect({ state, task }).toEqual({ state: before, task: null });
        // From every state a way leads out, and nothing that waits is left without somebody to answer.
        if (state.phase === 'open') expect(leavingTurn(state, 'quit').task).toBe('hear');
      }
      expect(exits).toBeLessThanOrEqual(1);
    }),
    { numRuns: 500 },
  );
});
