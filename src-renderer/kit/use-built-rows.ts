import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** More than are in sight at once on a small screen; on a larger one more follow at once. */
const FIRST = 6;
const MORE = 12;
/** How near the last built row comes before more are built. */
const NEAR = '240px';

/**
 * How many rows, the last ones, are not built.
 * @param before how many were not
 * @param needed how many from the first on must be built; the first few are in any case, however many have gone
 */
export const unbuiltOf = (before: number, total: number, needed: number): number =>
  Math.max(0, Math.min(before, total - Math.max(needed, FIRST)));

export interface BuiltRows {
  /** How many rows, from the first on, are built. */
  readonly built: number;
  /** For the element behind the last of them, a child of the box that scrolls. */
  readonly end: RefObject<HTMLLIElement | null>;
  /** Builds at once as far as a row, so that it can take the focus. */
  reach(index: number): void;
}

/**
 * Builds of a long list what is in sight, and more as its end comes near: most of it nobody looks at.
 * @param of whose list it is; that of another begins with its first rows
 * @param total how many rows there are; new ones come first, and cost none of those that are built
 * @param needed how many must be built, and remain so
 */
export function useBuiltRows(of: string, total: number, needed: number): BuiltRows {
  const [kept, setKept] = useState({ of, unbuilt: total });
  const unbuilt = unbuiltOf(kept.of === of ? kept.unbuilt : total, total, needed);
  if (kept.of !== of || kept.unbuilt > unbuilt) setKept({ of, unbuilt });
  const end = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the end is changes with what is built
  useEffect(() => {
    const element = end.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.at(-1)?.isIntersecting !== true) return;
        // Where the end is then is looked at when these are there.
        observer.disconnect();
        setKept((now) => ({ ...now, unbuilt: now.unbuilt - MORE }));
      },
      { root: element.parentElement, rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [of, unbuilt]);
  return {
    built: total - unbuilt,
    end,
    reach: (index) => flushSync(() => setKept((now) => ({ ...now, unbuilt: total - index - 1 - MORE }))),
  };
}
