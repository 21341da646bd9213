import type { Patch } from 'immer';
import { z } from 'zod';
import type { Instant, Mono } from '#core/time/units.ts';
import { readChecked, withChecksum } from '../storage/checksum.ts';
import { type StoredPatch, withSplices } from './text-splice.ts';

/** Raised when the form of a line changes; the meeting's own schema is stored beside it. 2: texts as splices. */
export const JOURNAL_FORMAT = 2;
/** Every so many changes are written whole, so that a text whose earlier change is damaged is restored exactly. */
const WHOLE_EVERY = 128;
/** How many values are tried in a row that does not begin with one. */
const TRIES = 40;

/** The origin of a change: a window's audience, or the application itself (a turn stopped by an interruption). */
const SOURCES = ['desk', 'projector', 'application'] as const;

const Patches = z.custom<readonly StoredPatch[]>((value) => Array.isArray(value));
const Line = z.object({
  seq: z.number().int().min(1),
  at: z.custom<Instant>((value) => typeof value === 'number'),
  /** The process's monotonic clock, from which the time spent in a running turn follows exactly. */
  mono: z.custom<Mono>((value) => typeof value === 'number'),
  audience: z.enum(SOURCES),
  type: z.string(),
  op: z.enum(['do', 'undo', 'redo']),
  patches: Patches,
  /** Only if undo needs it. */
  inverse: Patches.optional(),
});
/** One change of a meeting, as a line of its journal. */
export type StoredLine = z.output<typeof Line>;

/** The same with whole patches. */
export interface JournalLine extends Omit<StoredLine, 'patches' | 'inverse'> {
  readonly patches: readonly Patch[];
  readonly inverse?: readonly Patch[] | undefined;
}

const Header = z.object({ journal: z.number(), schema: z.number(), after: z.number().int().min(0) });
/** The first line: the stored form of the patches, and the sequence number of the state before them. */
export type JournalHeader = { readonly schema: number; readonly after: number };

/**
 * A change as written to the journal.
 * @param before the meeting before it
 * @param after the meeting after it
 */
export function storedLine(before: unknown, after: unknown, line: JournalLine): StoredLine {
  if (line.seq % WHOLE_EVERY === 0) return line;
  const { patches, inverse, ...rest } = line;
  const stored = { ...rest, patches: withSplices(before, patches) };
  return inverse === undefined ? stored : { ...stored, inverse: withSplices(after, inverse) };
}

export const lineText = (line: StoredLine): string => `${withChecksum(line)}\n`;
export const headerText = ({ schema, after }: JournalHeader): string =>
  `${withChecksum({ journal: JOURNAL_FORMAT, schema, after })}\n`;

export interface ReadJournal {
  /** `null` if the first line cannot be read. `format` is that of its lines. */
  readonly header: (JournalHeader & { readonly format: number }) | null;
  /** Every change that the text proves, in ascending order; numbers are missing where a line is damaged. */
  readonly lines: readonly StoredLine[];
  /** The last line is incomplete: it was being written when the power failed. */
  readonly torn: boolean;
  /** The rows that prove nothing, unchanged. */
  readonly damagedRows: readonly string[];
  /** How many of them are after the last proven change. */
  readonly damagedAtEnd: number;
  /** True if every byte is accounted for, so that the file may be appended to. */
  readonly clean: boolean;
}

/**
 * The values with a correct checksum in a row: one, or more if the byte between two lines was damaged. If the row does
 * not begin with one, those after the damage are used.
 */
function valuesIn(row: string): { readonly values: unknown[]; readonly proven: boolean; readonly endsProven: boolean } {
  const values: unknown[] = [];
  let rest = row;
  let proven = true;
  for (let tries = 0; rest !== '' && tries < TRIES; tries += 1) {
    const read = readChecked(rest) ?? (values.length > 0 ? readChecked(rest.slice(1)) : null);
    if (read !== null) {
      values.push(read.value);
      rest = read.rest;
      continue;
    }
    proven = false;
    const next = rest.indexOf('{"seq":', 1);
    if (next === -1) break;
    rest = rest.slice(next);
  }
  return { values, proven, endsProven: rest === '' };
}

/** Reads a journal's text, which may end anywhere and contain anything. */
export function readJournal(text: string): ReadJournal {
  const rows = text.split('\n');
  const unfinished = rows.pop() ?? '';
  const lines: StoredLine[] = [];
  const damagedRows: string[] = [];
  let damagedAtEnd = 0;
  let clean = unfinished === '';
  const take = (value: unknown): boolean => {
    const line = Line.safeParse(value);
    const last = lines.at(-1)?.seq;
    if (!line.success || (last !== undefined && line.data.seq <= last)) return false;
    if (last !== undefined && line.data.seq !== last + 1) clean = false;
    lines.push(line.data);
    damagedAtEnd = 0;
    return true;
  };

  const [first, ...others] = rows;
  const head = valuesIn(withoutReturn(first ?? ''));
  const parsed = Header.safeParse(head.values[0]);
  const header = parsed.success ? { ...parsed.data, format: parsed.data.journal } : null;
  // Lines contain their own numbers, so a damaged header alone loses no change.
  if (header === null || !head.proven || head.values.length !== 1 || first?.endsWith('\r')) clean = false;
  for (const value of head.values.slice(header === null ? 0 : 1)) take(value);

  for (const row of others) {
    const { values, proven, endsProven } = valuesIn(withoutReturn(row));
    if (values.length !== 1 || row.endsWith('\r')) clean = false;
    const taken = values.map(take);
    if (proven && taken.every(Boolean)) continue;
    clean = false;
    if (row === '') continue;
    damagedRows.push(row);
    if (!endsProven) damagedAtEnd += 1;
  }
  const last = valuesIn(unfinished);
  const takenLast = last.values.map(take);
  const torn = unfinished !== '' && !(last.proven && takenLast.every(Boolean));
  return { header, lines, torn, damagedRows, damagedAtEnd, clean };
}

/** A program that saves texts with a carriage return before each line end has not damaged the lines. */
const withoutReturn = (row: string): string => (row.endsWith('\r') ? row.slice(0, -1) : row);
