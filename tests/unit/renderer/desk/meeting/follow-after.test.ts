import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { firstSettings } from '#core/model/settings.ts';
import { minutes } from '#core/time/units.ts';
import { instantOf } from '#core/time/zone.ts';
import type { DeskRuntime } from '#renderer/desk/kernel/runtime.ts';
import { pacingActions } from '#renderer/desk/meeting/pacing-actions.ts';
import { turnActions } from '#renderer/desk/meeting/turn-actions.ts';
import { openRoom, THREE_AGENCIES } from '../../../../support/build-meeting.ts';
import { deskDouble } from '../../../../support/desk-port.ts';
import { runtimeAt } from '../../../../support/desk-runtime.ts';

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
  vi.useFakeTimers({ toFake: ['Date'], now: instantOf(DAY, '08:30', 'WITA') });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Nothing is asked on the meeting's own day. */
const DAY = '2026-12-03';
const room = openRoom({ date: DAY });
const [first, second, third] = THREE_AGENCIES.map(({ name }) => room.item(name).id);
const BEFORE = room.meeting();

type Step = (runtime: DeskRuntime) => Promise<unknown>;
const STEPS: readonly (readonly [string, Step])[] = [
  ['starting', (runtime) => turnActions(runtime).startPause()],
  ['calling', (runtime) => turnActions(runtime).call(first ?? '')],
  ['starting late', (runtime) => pacingActions(runtime).start(minutes(1))],
  ['a break', (runtime) => pacingActions(runtime).takeBreak(minutes(5))],
  ['exchanging', (runtime) => pacingActions(runtime).swap(first ?? '', second ?? '')],
];

describe.each(STEPS)('%s', (_name, step) => {
  it('shows what is going on', async () => {
    const runtime = await runtimeAt(deskDouble(BEFORE, firstSettings(THREE_AGENCIES)));
    runtime.ui.update((state) => ({ ...state, selected: second ?? null }));
    await step(runtime);
    expect(runtime.ui.get().selected).toBeNull();
  });

  it('leaves an item that was selected before the answer came', async () => {
    const runtime = await runtimeAt(deskDouble(BEFORE, firstSettings(THREE_AGENCIES)));
    const done = step(runtime);
    runtime.ui.update((state) => ({ ...state, selected: third ?? null }));
    await done;
    expect(runtime.ui.get().selected).toBe(third);
  });
});
