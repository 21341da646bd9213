import type { Patch } from 'immer';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const holdsAnchor = (value: unknown): boolean =>
  isObject(value) && Object.entries(value).some(([key, inner]) => isAnchor(key, inner) || holdsAnchor(inner));

const isAnchor = (key: unknown, value: unknown): boolean => key === 'anchor' && typeof value === 'number';

/** Whether a patch starts a turn's clock, directly or in the value that it restores. */
export const setsClock = (patch: Patch): boolean =>
  isAnchor(patch.path.at(-1), patch.value) || (patch.path[0] === 'agenda' && holdsAnchor(patch.value));

/** Whether a patch changes the turn of one item, or whether that item is active. */
export const touchesTurnOf = (itemId: string | null, { path }: Patch): boolean =>
  itemId !== null &&
  (path[0] === 'current' ||
    path[0] === 'outage' ||
    (path[0] === 'agenda' &&
      path[2] === itemId &&
      (path[3] === undefined || path[3] === 'turn' || path[3] === 'status')));
