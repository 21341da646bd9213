import { AGENCY_NAME_MAX, AGENCY_SHORT_MAX } from '../model/agency.ts';
import { SHORT_TEXT_MAX } from '../model/roles.ts';

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
const INVISIBLE = /(?!\t)\p{Cc}|[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
/** Word writes a line broken by Shift+Enter as a vertical tab; U+2028 and U+2029 come from web pages. */
const LINE_END = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/;
/** "1. ", "12) ", "3.", "- ", "• " before a name copied from a list; "7⇥" from a table whose first column is the number. */
const BULLET = /^\s*(?:\d{1,3}[.)]\s*|\d{1,3}\t|[-•*–—▪●◦·]\s+)/;
/** A line drawn under a heading, or a bullet without a name. */
const NO_NAME = /^[-–—_=*•.:|]*$/;

/** The first `max` characters; half of an emoji is dropped with its other half. */
const cut = (text: string, max: number): string =>
  text
    .slice(0, max)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();

/**
 * Reads a pasted list of agencies, a line each: the name, and behind a tab or semicolon the short name and the title of
 * the head. Empty lines are passed over, numbering and bullets dropped; a repeated name (whatever its case) is reported.
 */
export function parseAgencyLines(text: string): ParsedAgencies {
  const agencies: AgencyLine[] = [];
  const problems: { line: number; text: string; why: 'duplicate' | 'tooLong' }[] = [];
  const seen = new Set<string>();
  for (const [index, raw] of text.split(LINE_END).entries()) {
    const [name = '', short = '', head = ''] = raw
      .normalize('NFC')
      .replace(INVISIBLE, '')
      .replace(BULLET, '')
      .split(/[\t;]/)
      .map((cell) => cell.replace(/\s+/g, ' ').trim());
    if (NO_NAME.test(name)) continue;
    const key = name.toLocaleLowerCase('id');
    if (name.length > AGENCY_NAME_MAX) problems.push({ line: index + 1, text: cut(name, 60), why: 'tooLong' });
    else if (seen.has(key)) problems.push({ line: index + 1, text: name, why: 'duplicate' });
    else {
      seen.add(key);
      agencies.push({ name, short: cut(short, AGENCY_SHORT_MAX), head: cut(head, SHORT_TEXT_MAX) });
    }
  }
  return { agencies, problems };
}
