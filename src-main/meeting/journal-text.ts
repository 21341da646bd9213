import type { Patch } from 'immer';
import { z } from 'zod';
import type { Instant, Mono } from '#core/time/units.ts';
import { sealed, unsealed } from '../storage/checksum.ts';

/** Raised when a line's form changes; the meeting's own schema is told beside it. */
const JOURNAL_FORMAT = 1;

/** Whose doing a change was: a window's audience, or the application's own (a turn stopped by an outage). */
const SOURCES = ['desk', 'projector', 'application'] as const;

const Patches = z.custom<readonly Patch[]>((value) => Array.isArray(value));
const Line = z.object({
  seq: z.number().int().min(1),
  at: z.custom<Instant>((value) => typeof value === 'number'),
  /** The process's monotonic clock, from which the time spent in a running turn follows exactly. */
  mono: z.custom<Mono>((value) => typeof value === 'number'),
  audience: z.enum(SOURCES),
  type: z.string(),
  op: z.enum(['do', 'undo', 'redo']),
  patches: Patches,
  /** Only with what undo takes back. */
  inverse: Patches.optional(),
});
/** One change of a meeting, as a line of its journal. */
export type JournalLine = z.output<typeof Line>;

const Header = z.object({ journal: z.number(), schema: z.number(), after: z.number().int().min(0) });
/** The first line: the stored form of the patches, and the sequence number of the state that they continue. */
export type JournalHeader = { readonly schema: number; readonly after: number };

export const lineText = (line: JournalLine): string => `${sealed(line)}\n`;
export const headerText = ({ schema, after }: JournalHeader): string =>
  `${sealed({ journal: JOURNAL_FORMAT, schema, after })}\n`;

export interface ReadJournal {
  /** `null` when the first line cannot be read. */
  readonly header: JournalHeader | null;
  /** The changes that the text proves, in order, up to the first that it does not. */
  readonly lines: readonly JournalLine[];
  /** The last line stops in the middle: it was being written when the power went. */
  readonly torn: boolean;
  /** How many lines from the first damaged one on cannot be used. */
  readonly unreadable: number;
  /** True when every byte is accounted for, so that the file may be appended to. */
  readonly clean: boolean;
}

/** The sealed values at the front of a row: one, or more where the byte between two lines was damaged. */
function valuesIn(row: string): { readonly values: unknown[]; readonly proven: boolean } {
  const values: unknown[] = [];
  let rest = row;
  while (rest !== '') {
    const read = unsealed(values.length === 0 ? rest : rest.slice(1));
    if (read === null) return { values, proven: false };
    values.push(read.value);
    rest = read.rest;
  }
  return { values, proven: true };
}

/** Reads a journal's text, which may end anywhere and hold anything. */
export function readJournal(text: string): ReadJournal {
  const rows = text.split('\n');
  const unfinished = rows.pop() ?? '';
  const lines: JournalLine[] = [];
  const take = (value: unknown): boolean => {
    const line = Line.safeParse(value);
    const previous = lines.at(-1);
    if (!line.success || (previous !== undefined && line.data.seq !== previous.seq + 1)) return false;
    lines.push(line.data);
    return true;
  };

  const [first, ...others] = rows;
  const head = valuesIn(first ?? '');
  const parsed = Header.safeParse(head.values[0]);
  const header = parsed.success ? parsed.data : null;
  // The lines tell their own numbers, so that a damaged head alone costs no change.
  let clean = header !== null && head.proven && head.values.length === 1 && unfinished === '';
  let good = head.values.slice(header === null ? 0 : 1).every(take);

  for (const [index, row] of others.entries()) {
    const { values, proven } = valuesIn(row);
    if (good) good = values.every(take) && proven;
    if (values.length !== 1) clean = false;
    if (good) continue;
    const unreadable = others.slice(index).filter((other) => other !== '').length + (unfinished === '' ? 0 : 1);
    return { header, lines, torn: false, unreadable, clean: false };
  }
  const last = valuesIn(unfinished);
  const torn = unfinished !== '' && !(last.proven && last.values.every(take));
  return { header, lines, torn, unreadable: 0, clean };
}
