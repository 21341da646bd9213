import type { Duration, Instant } from '#core/time/units.ts';
import type { CivilDate } from '#core/time/zone.ts';

/**
 * A cell by its meaning, so that each format writes it in the form that its readers can calculate with. A plain text is
 * never interpreted: one that begins like a formula stays a text.
 */
export type Cell =
  | null
  | string
  | number
  | { readonly date: CivilDate }
  /** An instant, written as the wall clock showed it. */
  | { readonly moment: Instant }
  | { readonly length: Duration };

export interface Column {
  readonly name: string;
  /** In characters of the usual size. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

/** Rows under named columns, for a spreadsheet. Every text in it is printable. */
export interface Table {
  readonly name: string;
  /** What every printed page says above the rows, such as that this is a draft; empty for nothing. */
  readonly mark: string;
  readonly locale: 'id' | 'en';
  readonly zone: 'WIB' | 'WITA' | 'WIT';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}
