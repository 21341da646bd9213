import { vi } from 'vitest';
import type { Audience } from '#core/protocol/messages.ts';
import { type WindowSet, windowSet } from '#main/hosts/electron/windows.ts';
import type { DisplayDouble } from '../doubles/electron/link.ts';
import type { BrowserWindowDouble } from '../doubles/electron/module/browser-window.ts';
import type { Mode } from '../doubles/electron/module/mode.ts';
import { plain } from '../doubles/electron/plain.ts';

export interface DoubleWindows {
  readonly windows: WindowSet;
  window(audience: Audience): BrowserWindowDouble;
  /** Changes the displays and, unless `false`, waits until everything is at rest. */
  displays(now: readonly DisplayDouble[], rest?: boolean): void;
}

/** Longer than anything that windows do by themselves takes, ms. */
const REST = 20_000;
export const rest = (): void => {
  vi.advanceTimersByTime(REST);
};

/** The application's windows on the double without pages, the desk open. `electron` must be mocked, and timers be fake. */
export async function openWindows(mode: Mode, displays: readonly DisplayDouble[]): Promise<DoubleWindows> {
  plain.start({ mode, displays });
  const windows = windowSet({ system: mode, preloads: '/nowhere', gaveUp: () => undefined });
  await windows.open('desk', null);
  rest();
  let before = displays.length;
  return {
    windows,
    window: (audience) => plain.window(windows.get(audience)?.id ?? -1),
    displays(now, atRest = true) {
      const event = now.length > before ? 'added' : now.length < before ? 'removed' : 'metrics';
      before = now.length;
      plain.does.setDisplays({ displays: structuredClone([...now]), event });
      if (atRest) rest();
    },
  };
}
