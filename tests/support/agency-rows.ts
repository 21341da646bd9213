import { settleAgencies } from '#core/import/agency-corrections.ts';
import { readAgencies } from '#core/import/agency-list.ts';
import { knownAgencies } from '#core/import/known-agencies.ts';
import type { AgencyRow } from '#core/model/agency.ts';

/** A list of agencies as a window sends it: pasted, and used as read. */
export function agencyRows(text: string): AgencyRow[] {
  const known = knownAgencies([]);
  return settleAgencies(readAgencies(text, known), new Map(), known).taken.map(({ row }) => row);
}
