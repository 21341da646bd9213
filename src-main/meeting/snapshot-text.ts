import { z } from 'zod';
import { Meeting } from '#core/model/meeting.ts';
import { type Instant, instant, type Mono } from '#core/time/units.ts';
import { checksumOf } from '../storage/checksum.ts';
import { type DocumentKind, MEETING } from './document-kind.ts';

/** More than a text has before its format's end. */
const LONGEST_START = 200;

const formatOf = (word: string): string => `ekspose-${word}`;

/** Around the document, in this order for good: later versions must recognise the file as theirs. */
const Envelope = z.looseObject({
  format: z.string(),
  schema: z.number().int().min(0),
  /** The last change that it contains. */
  seq: z.number().int().min(0),
  /** Both clocks when it was written: how far a running turn had come. */
  at: z.custom<Instant>((value) => typeof value === 'number'),
  mono: z.custom<Mono>((value) => typeof value === 'number').nullable(),
  crc: z.string(),
});

/** A document in a file, proven by its checksum but not yet migrated to the present form. */
export interface Snapshot {
  readonly schema: number;
  readonly seq: number;
  readonly at: Instant;
  readonly mono: Mono | null;
  readonly stored: unknown;
}

/** A file that is damaged: truncated, overwritten, or with a flipped byte. */
export class Damaged extends Error {
  /** @param cause the system's error, for the log */
  constructor(why: string, cause?: unknown) {
    super(why, cause === undefined ? {} : { cause });
    this.name = 'Damaged';
  }
}

interface Written {
  readonly seq: number;
  readonly at: Instant;
  readonly mono: Mono | null;
}

/** The value that is written as the snapshot, readable JSON with its checksum as the last entry. */
export function documentSnapshot(
  { word, schema }: Pick<DocumentKind<unknown>, 'word' | 'schema'>,
  { seq, at, mono, document }: Written & { readonly document: unknown },
): object {
  const body = { format: formatOf(word), schema, seq, at, mono, [word]: document };
  return { ...body, crc: checksumOf(JSON.stringify(body)) };
}

/** The same of a meeting. */
export const snapshotValue = ({
  meeting,
  schema = MEETING.schema,
  ...written
}: Written & { readonly meeting: unknown; readonly schema?: number }): object =>
  documentSnapshot({ ...MEETING, schema }, { ...written, document: meeting });

/** The same as text; white space is not covered by the checksum. */
export const snapshotText = (value: object): string => `${JSON.stringify(value, null, 1)}\n`;

/** Whether a text says that it is a document of this kind, which begins every one, also where it is damaged. */
export const claimsToBe = (text: string, { word }: Pick<DocumentKind<unknown>, 'word'>): boolean =>
  text
    .slice(0, LONGEST_START)
    .replaceAll(/\s/g, '')
    .startsWith(`{"format":"${formatOf(word)}"`);

/** @throws Damaged for anything that does not prove itself */
export function snapshotFrom(value: unknown, { word }: Pick<DocumentKind<unknown>, 'word'> = MEETING): Snapshot {
  const envelope = Envelope.safeParse(value);
  if (envelope.success && envelope.data.format === formatOf(word) && word in envelope.data) {
    const { crc, ...body } = value as { crc: string };
    if (checksumOf(JSON.stringify(body)) !== crc) throw new Damaged('checksum');
    const { schema, seq, at, mono } = envelope.data;
    return { schema, seq, at, mono, stored: envelope.data[word] };
  }
  // The bare form of the first builds, without an envelope.
  const bare = word === 'meeting' ? Meeting.safeParse(value) : null;
  if (bare?.success) return { schema: 1, seq: 0, at: instant(bare.data.createdAt), mono: null, stored: value };
  throw new Damaged(`no ${word}`);
}
