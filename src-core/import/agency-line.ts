import { type AgencyRow, agencyKey } from '../model/agency.ts';
import { AGENCY_NAME_MAX, AGENCY_SHORT_MAX, SHORT_TEXT_MAX } from '../model/lengths.ts';
import { abbreviates, beginsLikeAgency, isTitle, joinsAgencies } from './agency-words.ts';
import { cut } from './cell.ts';
import type { KnownAgencies, KnownAgency } from './known-agencies.ts';

/** Why an accepted row should be looked at. */
export const DOUBTS = [
  'unfamiliar',
  'several',
  'brackets',
  'separator',
  'continues',
  'numbered',
  'short',
  'title',
  'heading',
  'cut',
  'formulaError',
] as const;
export type Doubt = (typeof DOUBTS)[number];

export interface ReadAgency {
  readonly row: AgencyRow;
  readonly doubts: readonly Doubt[];
  /** The matching agency of the list or the meeting. */
  readonly known: KnownAgency | null;
  /** What the list says instead of its name: a short name, or a former one; `null` if it says the name. */
  readonly calledHere: string | null;
}

export interface AgencyCells {
  /** Without its numbering. */
  readonly name: string;
  readonly short: string;
  readonly head: string;
  readonly person: string;
  /** Whether a header named the columns. */
  readonly headed: boolean;
}

/** A name longer than any real one is probably a sentence. */
const LONGEST_REAL = 120;
const BRACKETS = /^(.*\S)\s*[([]([^()[\]]{1,60})[)\]][.,]?$/s;
const DASHED = /^(.*\S)\s+[-–—:=/]\s+(\S+(?:\s\S+){0,2})$/;
const COMMAED = /^(.+),\s*(\S+)$/;
const FIELD_MAX = { short: AGENCY_SHORT_MAX, head: SHORT_TEXT_MAX, person: SHORT_TEXT_MAX } as const;

interface Parts {
  readonly name: string;
  readonly short: string;
  readonly head: string;
  readonly doubt: Doubt | null;
}

/** Extracts a short name (or a title) from the brackets after a name. */
function unbracketed({ name, short, head }: AgencyCells, known: KnownAgencies): Parts {
  const whole = { name, short, head };
  const [, before, inside = ''] = BRACKETS.exec(name) ?? [];
  if (before === undefined || known.byName(name) !== null) return { ...whole, doubt: null };
  if (isTitle(inside) && head === '') return { name: before, short, head: inside, doubt: null };
  if (short !== '') {
    return agencyKey(short) === agencyKey(inside)
      ? { ...whole, name: before, doubt: null }
      : { ...whole, doubt: 'brackets' };
  }
  const sure = abbreviates(inside, before) || known.byShort(inside) !== null;
  if (sure || /^\p{L}[\p{L}\p{N}-]*$/u.test(inside)) {
    return { name: before, short: inside, head, doubt: sure ? null : 'brackets' };
  }
  return { ...whole, doubt: 'brackets' };
}

/** Extracts a short name after a dash or a comma, where it can only be one. */
function undashed(cells: AgencyCells, known: KnownAgencies): Parts {
  const { name, short, head } = cells;
  const bare = unbracketed(cells, known);
  if (bare.name !== name || short !== '' || known.byName(name) !== null) return bare;
  for (const pattern of [DASHED, COMMAED]) {
    const [, before = '', behind = ''] = pattern.exec(name) ?? [];
    if (behind !== '' && abbreviates(behind, before)) return { name: before, short: behind, head, doubt: 'short' };
  }
  return bare;
}

function doubtsOf(cells: AgencyCells, parts: Parts, known: KnownAgency | null): Doubt[] {
  const { name, short, head } = parts;
  const doubts: Doubt[] = parts.doubt === null ? [] : [parts.doubt];
  if (known === null && (!beginsLikeAgency(name) || name.length > LONGEST_REAL)) doubts.push('unfamiliar');
  if (joinsAgencies(name)) doubts.push('several');
  if (/[;|\t]/.test(name)) doubts.push('separator');
  if (/,$|\s(?:dan|&)$/i.test(name)) doubts.push('continues');
  if (!cells.headed) {
    const sure = short === '' || abbreviates(short, name) || agencyKey(known?.short ?? '') === agencyKey(short);
    if (!sure && agencyKey(short) !== agencyKey(name)) doubts.push('short');
    if (head !== '' && !isTitle(head)) doubts.push('title');
  }
  return doubts;
}

/** Reads one agency from its cells: brackets, known agencies, doubts. */
export function readAgency(cells: AgencyCells, known: KnownAgencies): ReadAgency {
  const parts = undashed(cells, known);
  const match = known.byName(parts.name) ?? (parts.short === '' ? known.byShort(parts.name) : null);
  const doubts = doubtsOf(cells, parts, match);
  const given = { short: parts.short, head: parts.head, person: cells.person };
  const isCut = (['short', 'head', 'person'] as const).some((field) => given[field].length > FIELD_MAX[field]);
  return {
    row: {
      // The list's own spelling is used: the name identifies an agency.
      name: match?.name ?? parts.name,
      short: cut(given.short, AGENCY_SHORT_MAX) || (match?.short ?? ''),
      head: cut(given.head, SHORT_TEXT_MAX) || (match?.head ?? ''),
      person: cut(given.person, SHORT_TEXT_MAX),
    },
    doubts: isCut ? [...doubts, 'cut'] : doubts,
    known: match,
    calledHere: match === null || agencyKey(match.name) === agencyKey(parts.name) ? null : parts.name,
  };
}

export const isTooLong = (name: string): boolean => name.length > AGENCY_NAME_MAX;
