import { z } from 'zod';

/**
 * What a display is known by on another day: the system gives it a new id at will, but not another name and size. The size
 * is in its own pixels, so that a scale of 125 % does not make it another one.
 */
export const DisplayMark = z.object({
  id: z.string().max(64),
  label: z.string().max(200),
  width: z.number().int().min(0),
  height: z.number().int().min(0),
});
export type DisplayMark = z.infer<typeof DisplayMark>;

/** In a room with these displays, this one is the projector's. */
export const DisplayChoice = z.object({
  displays: z.array(DisplayMark).min(1).max(16),
  /** Place of the projector's display among `displays`. */
  projector: z.number().int().min(0).max(15),
});
export type DisplayChoice = z.infer<typeof DisplayChoice>;

/** Rooms that are remembered; the one that was used longest ago goes. */
export const MOST_CHOICES = 24;

/** A size given in scaled pixels comes back this inexact, px: 1366 at 150 % is told as 911, which is 1366.5. */
const ROUNDING = 2;

const near = (a: number, b: number): boolean => Math.abs(a - b) <= ROUNDING;

/** Whether two marks are of one display, turned or not. */
function isAlike(a: DisplayMark, b: DisplayMark): boolean {
  if (a.label !== b.label) return false;
  return (near(a.width, b.width) && near(a.height, b.height)) || (near(a.width, b.height) && near(a.height, b.width));
}

/** Pairs each mark with one alike. @returns for each of `known` its place in `now`, or `null` unless all have a partner */
function paired(known: readonly DisplayMark[], now: readonly DisplayMark[]): number[] | null {
  if (known.length !== now.length) return null;
  const free = new Set(now.keys());
  const take = (index: number): number => {
    free.delete(index);
    return index;
  };
  const places = new Map<number, number>();
  // Those whose id still holds go first: it alone tells one of two displays of the same make from the other.
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
 * The display that was the projector's in a room with just these displays, newest choice first.
 * @param now in the order in which they stand; it tells two of the same make apart when both have new ids
 * @returns its id of today, or `null` for a room that is not known
 */
export function chosenDisplay(choices: readonly DisplayChoice[], now: readonly DisplayMark[]): string | null {
  for (const { displays, projector } of choices) {
    const place = paired(displays, now)?.[projector];
    const found = place === undefined ? undefined : now[place];
    if (found !== undefined) return found.id;
  }
  return null;
}

/** Keeps that in this room the projector is on `displayId`; the newest choice stands first. */
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

/** What the operator wants now: the choice for this room, else the display chosen last as long as it is there. */
export function wantedDisplay(
  choices: readonly DisplayChoice[],
  now: readonly DisplayMark[],
  chosenLast: string | null,
): string | null {
  return chosenDisplay(choices, now) ?? now.find(({ id }) => id === chosenLast)?.id ?? null;
}
