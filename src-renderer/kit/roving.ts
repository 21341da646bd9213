import type { KeyboardEvent } from 'react';

/**
 * Where a key takes the focus in a row of controls of which one is reached by Tab. It goes round at the ends.
 * @param at the one that has the focus, from 0
 * @returns `null` for a key that goes nowhere
 */
export function rovingStep(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowLeft':
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/**
 * Where a key takes the focus in a grid of controls that reads like a page. It stops at the ends.
 * @param at the one that has the focus, from 0
 * @returns `null` for a key that goes nowhere
 */
export function gridStep(key: string, at: number, count: number, columns: number): number | null {
  const to: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    Home: 0,
    End: count - 1,
  };
  const there = to[key];
  return there === undefined || there < 0 || there >= count ? null : there;
}

/** Moves the focus among the controls in the element that hears the key. @returns the place it went to, or `null` */
export function rove(event: KeyboardEvent<HTMLElement>, controls: string): number | null {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(controls)];
  const to = rovingStep(event.key, all.indexOf(event.target as HTMLElement), all.length);
  if (to === null) return null;
  event.preventDefault();
  all[to]?.focus();
  return to;
}
