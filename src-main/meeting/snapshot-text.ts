import { z } from 'zod';
import { MEETING_SCHEMA, Meeting } from '#core/model/meeting.ts';
import { type Instant, instant, type Mono } from '#core/time/units.ts';
import { checksumOf } from '../storage/checksum.ts';

const FORMAT = 'ekspose-meeting';

/** Around the meeting, in this order for good: later versions must recognise the file as theirs. */
const Envelope = z.object({
  format: z.literal(FORMAT),
  schema: z.number().int().min(0),
  /** The last change that it contains. */
  seq: z.number().int().min(0),
  /** Both clocks when it was written: how far a running turn had come. */
  at: z.custom<Instant>((value) => typeof value === 'number'),
  mono: z.custom<Mono>((value) => typeof value === 'number').nullable(),
  meeting: z.unknown(),
  crc: z.string(),
});

/** A meeting in a file, proven by its checksum but not yet migrated to the present form. */
export interface Snapshot {
  readonly schema: number;
  readonly seq: number;
  readonly at: Instant;
  readonly mono: Mono | null;
  readonly stored: unknown;
}

/** A file that is damaged: truncated, overwritten, or with a flipped byte. */
export class Damaged extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'Damaged';
  }
}

export interface SnapshotParts {
  readonly seq: number;
  readonly at: Instant;
  readonly mono: Mono | null;
  readonly meeting: unknown;
  readonly schema?: number;
}

/** The value that is written as the snapshot, readable JSON with its checksum as the last entry. */
export function snapshotValue({ seq, at, mono, meeting, schema = MEETING_SCHEMA }: SnapshotParts): object {
  const body = { format: FORMAT, schema, seq, at, mono, meeting };
  return { ...body, crc: checksumOf(JSON.stringify(body)) };
}

/** The same as text; white space is not covered by the checksum. */
export const snapshotText = (value: object): string => `${JSON.stringify(value, null, 1)}\n`;

/** @throws Damaged for anything that does not prove itself */
export function snapshotFrom(value: unknown): Snapshot {
  const envelope = Envelope.safeParse(value);
  if (envelope.success) {
    const { crc, ...body } = value as { crc: string };
    if (checksumOf(JSON.stringify(body)) !== crc) throw new Damaged('checksum');
    const { schema, seq, at, mono, meeting } = envelope.data;
    return { schema, seq, at, mono, stored: meeting };
  }
  // The bare form of the first builds, without an envelope.
  const bare = Meeting.safeParse(value);
  if (bare.success) return { schema: 1, seq: 0, at: instant(bare.data.createdAt), mono: null, stored: value };
  throw new Damaged('no meeting');
}
