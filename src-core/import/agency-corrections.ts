import { type AgencyRow, agencyKey } from '../model/agency.ts';
import { AGENCIES_MAX, AGENCY_NAME_MAX, AGENCY_SHORT_MAX, SHORT_TEXT_MAX } from '../model/lengths.ts';
import type { Doubt } from './agency-line.ts';
import type { AgencyLine, AgencyReading, LeftOut } from './agency-list.ts';
import type { KnownAgencies, KnownAgency } from './known-agencies.ts';

/** The user's changes to one line. */
export interface AgencyCorrection {
  readonly fields?: Partial<AgencyRow>;
  /** "Ini SKPD" or "ini bukan SKPD". */
  readonly take?: boolean;
}

/** By the lines' keys, so that they stay valid when the surrounding text changes. */
export type AgencyCorrections = ReadonlyMap<string, AgencyCorrection>;

export type RowProblem = 'empty' | 'tooLong' | 'duplicate';

export interface TakenAgency {
  readonly key: string;
  readonly line: number;
  readonly row: AgencyRow;
  readonly doubts: readonly Doubt[];
  readonly known: KnownAgency | null;
  /** As `ReadAgency` has it. */
  readonly calledHere: string | null;
  /** What must be corrected before the list can be used. */
  readonly problem: RowProblem | null;
}

export interface LeftLine {
  readonly key: string;
  readonly line: number;
  readonly text: string;
  readonly why: LeftOut | 'duplicate' | 'dropped' | 'tooMany';
}

export interface SettledAgencies {
  readonly taken: readonly TakenAgency[];
  readonly left: readonly LeftLine[];
  /** How many accepted rows should be looked at. */
  readonly doubtful: number;
  /** How many accepted rows must be corrected. */
  readonly wrong: number;
}

function lengthProblem({ name, short, head, person }: AgencyRow): RowProblem | null {
  if (name.trim() === '') return 'empty';
  const tooLong =
    name.trim().length > AGENCY_NAME_MAX ||
    short.trim().length > AGENCY_SHORT_MAX ||
    head.length > SHORT_TEXT_MAX ||
    person.length > SHORT_TEXT_MAX;
  return tooLong ? 'tooLong' : null;
}

/** The list as read and corrected: what will be used, and what will not. */
export function settleAgencies(
  { lines }: AgencyReading,
  corrections: AgencyCorrections,
  known: KnownAgencies,
): SettledAgencies {
  const taken: TakenAgency[] = [];
  const left: LeftLine[] = [];
  const seen = new Set<string>();
  const leave = ({ key, line, text }: AgencyLine, why: LeftLine['why']): void =>
    void left.push({ key, line, text, why });
  for (const agencyLine of lines) {
    const { key, line } = agencyLine;
    const correction = corrections.get(key);
    const row: AgencyRow = { ...agencyLine.row, ...correction?.fields };
    const isOwn = correction?.fields !== undefined || correction?.take === true;
    if (correction?.take === false) leave(agencyLine, 'dropped');
    else if (agencyLine.left !== null && !isOwn) leave(agencyLine, agencyLine.left);
    else {
      const id = agencyKey(row.name);
      const isDuplicate = seen.has(id);
      if (isDuplicate && !isOwn) leave(agencyLine, 'duplicate');
      else if (taken.length === AGENCIES_MAX) leave(agencyLine, 'tooMany');
      else {
        seen.add(id);
        const isRead = correction?.fields?.name === undefined;
        taken.push({
          key,
          line,
          row,
          // A row that the user corrected has been looked at.
          doubts: isOwn ? [] : agencyLine.doubts,
          known: isRead ? agencyLine.known : known.byName(row.name),
          calledHere: isRead ? agencyLine.calledHere : null,
          problem: lengthProblem(row) ?? (isDuplicate ? 'duplicate' : null),
        });
      }
    }
  }
  return {
    taken,
    left,
    doubtful: taken.filter(({ doubts }) => doubts.length > 0).length,
    wrong: taken.filter(({ problem }) => problem !== null).length,
  };
}
