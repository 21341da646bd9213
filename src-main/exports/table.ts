import type { Duration, Instant } from '#core/time/units.ts';
import type { CivilDate } from '#core/time/zone.ts';

/**
 * A cell by what it means, so that each format writes it as its readers calculate with it. A bare text is never looked
 * into: one that begins like a formula stays a text.
 */
export type Cell =
  | null
  | string
  | number
  | { readonly date: CivilDate }
  /** A point in time, told as the clock on the wall showed it. */
  | { readonly moment: Instant }
  | { readonly length: Duration };

export interface Column {
  readonly name: string;
  /** In characters of the usual size. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

/** Rows under named columns: what a spreadsheet opens. Every text in it is printable. */
export interface Table {
  readonly name: string;
  readonly locale: 'id' | 'en';
  readonly zone: 'WIB' | 'WITA' | 'WIT';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}
