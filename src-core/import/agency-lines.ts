import { AGENCY_NAME_MAX } from '../model/agency.ts';

export interface AgencyLine {
  readonly name: string;
  readonly short: string;
  readonly head: string;
}

export interface ParsedAgencies {
  readonly agencies: readonly AgencyLine[];
  /** Lines that were not taken, with their numbers (1 for the first), for the user to see. */
  readonly problems: readonly { readonly line: number; readonly text: string; readonly why: 'duplicate' | 'tooLong' }[];
}

/** Invisible marks that come along with text copied from documents and chat; they would make two equal names differ. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
/** "1. ", "12) ", "- ", "• " before a name copied from a list. */
const BULLET = /^\s*(?:\d{1,3}[.)]\s+|[-•*–]\s+)/;

/**
 * Reads a pasted list of agencies, a line each: the name, and behind a tab or semicolon the short name and the title of
 * the head. Empty lines are passed over, numbering and bullets dropped; a repeated name (whatever its case) is reported.
 */
export function parseAgencyLines(text: string): ParsedAgencies {
  const agencies: AgencyLine[] = [];
  const problems: { line: number; text: string; why: 'duplicate' | 'tooLong' }[] = [];
  const seen = new Set<string>();
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const [name = '', short = '', head = ''] = raw
      .replace(INVISIBLE, '')
      .replace(BULLET, '')
      .split(/[\t;]/)
      .map((cell) => cell.replace(/\s+/g, ' ').trim());
    if (name === '') continue;
    const key = name.toLocaleLowerCase('id');
    if (name.length > AGENCY_NAME_MAX) problems.push({ line: index + 1, text: name.slice(0, 60), why: 'tooLong' });
    else if (seen.has(key)) problems.push({ line: index + 1, text: name, why: 'duplicate' });
    else {
      seen.add(key);
      agencies.push({ name, short: short.slice(0, 60), head: head.slice(0, 300) });
    }
  }
  return { agencies, problems };
}
