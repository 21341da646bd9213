import type { Pointed } from '#core/model/slides.ts';

/** How long a mark stays that nobody moves, ms: long enough to speak of it, and never forgotten there. */
const STAYS = 8_000;

/** Where the operator points on a page of slides: in memory only, since it is no part of the meeting. */
export interface Pointer {
  current(): Pointed | null;
  point(at: Pointed | null): void;
}

/** @param onChange called when it moves, and when it goes away by itself */
export function pointer(onChange: () => void): Pointer {
  let at: Pointed | null = null;
  let timer: NodeJS.Timeout | undefined;
  const put = (next: Pointed | null): void => {
    clearTimeout(timer);
    if (next === null && at === null) return;
    at = next;
    // It must not keep a program that ends.
    if (next !== null) timer = setTimeout(() => put(null), STAYS).unref?.();
    onChange();
  };
  return { current: () => at, point: put };
}
