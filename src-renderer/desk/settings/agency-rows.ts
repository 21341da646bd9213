import type { ListedAgency } from '#core/model/agency.ts';
import { AGENCY_NAME_MAX, AGENCY_SHORT_MAX, SHORT_TEXT_MAX } from '#core/model/lengths.ts';

export type RowProblem = 'empty' | 'duplicate' | 'tooLong';

export const emptyAgency = (id: string): ListedAgency => ({ id, name: '', short: '', head: '', inAgenda: true });

const keyOf = (name: string): string => name.trim().toLocaleLowerCase('id');

/** What is wrong with which row, by the agency's id: a list with a problem is not saved until it is corrected. */
export function listProblems(agencies: readonly ListedAgency[]): ReadonlyMap<string, RowProblem> {
  const problems = new Map<string, RowProblem>();
  const seen = new Set<string>();
  for (const { id, name, short, head } of agencies) {
    const key = keyOf(name);
    if (key === '') problems.set(id, 'empty');
    else if (
      name.trim().length > AGENCY_NAME_MAX ||
      short.trim().length > AGENCY_SHORT_MAX ||
      head.length > SHORT_TEXT_MAX
    )
      problems.set(id, 'tooLong');
    else if (seen.has(key)) problems.set(id, 'duplicate');
    seen.add(key);
  }
  return problems;
}

export const changeRow = (
  agencies: readonly ListedAgency[],
  id: string,
  fields: Partial<Omit<ListedAgency, 'id'>>,
): ListedAgency[] => agencies.map((agency) => (agency.id === id ? { ...agency, ...fields } : agency));

/** Moves a row by one position; at an end it stays. */
export function moveRow(agencies: readonly ListedAgency[], id: string, by: 1 | -1): ListedAgency[] {
  const from = agencies.findIndex((agency) => agency.id === id);
  const moved = agencies[from];
  const to = from + by;
  if (moved === undefined || to < 0 || to >= agencies.length) return [...agencies];
  return agencies.filter((agency) => agency.id !== id).toSpliced(to, 0, moved);
}
