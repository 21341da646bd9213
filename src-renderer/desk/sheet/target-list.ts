import type { Target } from '#core/model/sheet.ts';

export const emptyTarget = (id: string): Target => ({
  id,
  indicator: '',
  unit: '',
  target: '',
  achieved: '',
  change: '',
});

export const changeTarget = (targets: readonly Target[], id: string, fields: Partial<Omit<Target, 'id'>>): Target[] =>
  targets.map((target) => (target.id === id ? { ...target, ...fields } : target));

/** Moves a target by one position; at an end it stays. */
export function moveTarget(targets: readonly Target[], id: string, by: 1 | -1): Target[] {
  const from = targets.findIndex((target) => target.id === id);
  const moved = targets[from];
  const to = from + by;
  if (moved === undefined || to < 0 || to >= targets.length) return [...targets];
  return targets.filter((target) => target.id !== id).toSpliced(to, 0, moved);
}
