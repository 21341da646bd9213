import { z } from 'zod';
import { EMBLEM_SIDE_MAX, LETTERHEAD_LINES_MAX } from './lengths.ts';
import { ShortText } from './roles.ts';

/** The text of a letterhead (docs/domain/papers.md#letterhead). */
export const Letterhead = z.object({
  /** "PEMERINTAH KABUPATEN TANAH BUMBU" */
  government: ShortText,
  /** "SEKRETARIAT DAERAH" */
  office: ShortText,
  /** Address, telephone, site, e-mail, postcode: one or more lines. */
  lines: z.array(ShortText).max(LETTERHEAD_LINES_MAX),
});
export type Letterhead = z.infer<typeof Letterhead>;

/** The user's emblem: a PNG that the application made from the chosen image and stores as `emblem/<id>.png`. */
export const Emblem = z.object({
  /** Derived from its content, so that another image has another address. */
  id: z.string().regex(/^[0-9a-f]{16,64}$/),
  /** Pixels. */
  width: z.number().int().min(1).max(EMBLEM_SIDE_MAX),
  height: z.number().int().min(1).max(EMBLEM_SIDE_MAX),
});
export type Emblem = z.infer<typeof Emblem>;

/** The letterhead of a document with its emblem. */
export const Kop = z.object({ letterhead: Letterhead, emblem: Emblem.nullable() });
export type Kop = z.infer<typeof Kop>;

/** A letterhead for a meeting to store; `null` if nothing in it is filled in. */
export function keepable(kop: Kop | undefined): Kop | null {
  if (kop === undefined) return null;
  const { government, office, lines } = kop.letterhead;
  const isBare = kop.emblem === null && [government, office, ...lines].every((line) => line.trim() === '');
  return isBare ? null : { letterhead: { government, office, lines: [...lines] }, emblem: kop.emblem };
}

/** The letterhead of a meeting's documents: its own since it was closed, otherwise that of the settings. */
export const kopFor = (meeting: { readonly kop: Kop | null }, { letterhead, emblem }: Kop): Kop =>
  meeting.kop ?? { letterhead, emblem };

export const isSameKop = (a: Kop, b: Kop): boolean =>
  a.emblem?.id === b.emblem?.id &&
  a.letterhead.government === b.letterhead.government &&
  a.letterhead.office === b.letterhead.office &&
  a.letterhead.lines.join('\n') === b.letterhead.lines.join('\n');

export const textOf = (lines: readonly string[]): string => lines.join('\n');

/** The lines of a text box; an empty box has none, while an empty line being typed stays. */
export const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

const REGENT = 'BUPATI';
const GOVERNMENT = /^PEMERINTAH\s+(KABUPATEN\s+)?/iu;

/** "BUPATI TANAH BUMBU" from "PEMERINTAH KABUPATEN TANAH BUMBU": the title of the regent's letterhead. */
export const regentTitle = (government: string): string =>
  `${REGENT} ${government.trim().replace(GOVERNMENT, '')}`.trim().toLocaleUpperCase('id');
