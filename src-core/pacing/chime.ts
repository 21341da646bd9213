import type { ItemId } from '../model/agenda-item.ts';
import type { Phase } from '../schedule/turn-clock.ts';

/** What the desk last saw of the clock. */
export interface Heard {
  readonly itemId: ItemId | null;
  readonly phase: Phase;
  /** The effective limits: a phase that changes because limits moved is silent. */
  readonly limits: string;
  readonly running: boolean;
}

const RANK: Record<Phase, number> = { running: 0, wrapUp: 1, overtime: 2 };

/**
 * Which sound a step of the clock makes: one only if a turn reaches a limit while running. Not when the window opens,
 * not while paused, not when limits are moved, and not on the way back.
 */
export function chimeOf(before: Heard | null, now: Heard): 'wrapUp' | 'overtime' | null {
  if (before === null || before.itemId !== now.itemId || !before.running || !now.running) return null;
  if (before.limits !== now.limits || RANK[now.phase] <= RANK[before.phase]) return null;
  return now.phase === 'running' ? null : now.phase;
}
