import { z } from 'zod';

/**
 * What identifies a display on another day: the system may give it a new id, but not another name and size. The size is
 * in its own pixels, so that a scale of 125% does not make it a different one.
 */
export const DisplayMark = z.object({
  id: z.string().max(64),
  label: z.string().max(200),
  width: z.number().int().min(0),
  height: z.number().int().min(0),
});
export type DisplayMark = z.infer<typeof DisplayMark>;

/** With these displays connected, this one is the projector's. */
export const DisplayChoice = z.object({
  displays: z.array(DisplayMark).min(1).max(16),
  /** Index of the projector's display in `displays`. */
  projector: z.number().int().min(0).max(15),
});
export type DisplayChoice = z.infer<typeof DisplayChoice>;

/** How many sets of displays are remembered; the least recently used is dropped. */
export const MOST_CHOICES = 24;

/** How inexact a size given in scaled pixels is, px: 1366 at 150% is reported as 911, which is 1366.5. */
const ROUNDING = 2;

const near = (a: number, b: number): boolean => Math.abs(a - b) <= ROUNDING;

/** Whether two marks are of one display, rotated or not. */
function isAlike(a: DisplayMark, b: DisplayMark): boolean {
  if (a.label !== b.label) return false;
  return (near(a.width, b.width) && near(a.height, b.height)) || (near(a.width, b.height) && near(a.height, b.width));
}

/**
 * Pairs each mark with a matching one.
 * @returns for each of `known` its index in `now`, or `null` unless all have a partner
 */
function paired(known: readonly DisplayMark[], now: readonly DisplayMark[]): number[] | null {
  if (known.length !== now.length) return null;
  const free = new Set(now.keys());
  const take = (index: number): number => {
    free.delete(index);
    return index;
  };
  const places = new Map<number, number>();
  // Those whose id is still valid go first: only the id tells two displays of the same make apart.
  for (const byId of [true, false]) {
    for (const [index, mark] of known.entries()) {
      if (places.has(index)) continue;
      const partner = [...free].find((place) => {
        const other = now[place];
        return other !== undefined && isAlike(mark, other) && (!byId || mark.id === other.id);
      });
      if (partner !== undefined) places.set(index, take(partner));
    }
  }
  const all = [...known.keys()].map((index) => places.get(index));
  return all.every((place) => place !== undefined) ? all : null;
}

/**
 * The display that was the projector's with exactly these displays, newest choice first.
 * @param now in their spatial order, which tells two of the same make apart when both have new ids
 * @returns its present id, or `null` for an unknown set
 */
export function chosenDisplay(choices: readonly DisplayChoice[], now: readonly DisplayMark[]): string | null {
  for (const { displays, projector } of choices) {
    const place = paired(displays, now)?.[projector];
    const found = place === undefined ? undefined : now[place];
    if (found !== undefined) return found.id;
  }
  return null;
}

/** Stores that with these displays the projector is on `displayId`; the newest choice is first. */
export function withChoice(
  choices: readonly DisplayChoice[],
  now: readonly DisplayMark[],
  displayId: string,
): readonly DisplayChoice[] {
  const projector = now.findIndex(({ id }) => id === displayId);
  if (projector === -1) return choices;
  const displays = now.map(({ id, label, width, height }) => ({ id, label, width, height }));
  const others = choices.filter((choice) => paired(choice.displays, displays) === null);
  return [{ displays, projector }, ...others].slice(0, MOST_CHOICES);
}

/** The operator's choice for these displays, else the last chosen display as long as it is connected. */
export function wantedDisplay(
  choices: readonly DisplayChoice[],
  now: readonly DisplayMark[],
  chosenLast: string | null,
): string | null {
  return chosenDisplay(choices, now) ?? now.find(({ id }) => id === chosenLast)?.id ?? null;
}
