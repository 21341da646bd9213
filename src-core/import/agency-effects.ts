import { agencyKey, withGiven } from '../model/agency.ts';
import type { TakenAgency } from './agency-corrections.ts';
import type { KnownAgency } from './known-agencies.ts';

/** What using a row does to the list or the meeting. */
export type Effect = 'new' | 'changed' | 'same';

export interface RowEffect {
  readonly effect: Effect;
  /** The short name and title that are replaced. */
  readonly was: readonly string[];
}

export interface AgencyEffects {
  /** By the rows' keys. */
  readonly rows: ReadonlyMap<string, RowEffect>;
  readonly counts: Readonly<Record<Effect, number>>;
  /** Agencies of which no row speaks. */
  readonly unnamed: readonly KnownAgency[];
}

/**
 * What the accepted rows would do to these agencies.
 * @param present by name; what a row does not say stays as it is
 */
export function agencyEffects(taken: readonly TakenAgency[], present: readonly KnownAgency[]): AgencyEffects {
  const byName = new Map(present.toReversed().map((agency) => [agencyKey(agency.name), agency]));
  const rows = new Map<string, RowEffect>();
  const counts = { new: 0, changed: 0, same: 0 };
  for (const { key, row } of taken) {
    const before = byName.get(agencyKey(row.name));
    const after = before === undefined ? null : withGiven(before, row);
    const was =
      before === undefined || after === null
        ? []
        : (['short', 'head'] as const).filter((field) => before[field] !== after[field]).map((field) => before[field]);
    const effect = after === null ? 'new' : was.length > 0 ? 'changed' : 'same';
    counts[effect] += 1;
    rows.set(key, { effect, was: was.filter((text) => text !== '') });
  }
  const named = new Set(taken.map(({ row }) => agencyKey(row.name)));
  return { rows, counts, unnamed: present.filter(({ name }) => !named.has(agencyKey(name))) };
}
