import { z } from 'zod';
import { InstantSchema } from './agenda-item.ts';
import { CivilDateSchema, FollowUpStatus } from './follow-up.ts';
import { AGENCIES_MAX, LONG_TEXT_MAX } from './lengths.ts';
import { Role } from './roles.ts';

/** Used instead of a meeting's id: the register, in which entries are made between meetings. */
export const REGISTER_ID = 'register';

/** What became of a proposal to extend a due date. */
export const EXTENSION_ANSWERS = ['proposed', 'granted', 'refused'] as const;

const LongText = z.string().max(LONG_TEXT_MAX);
const AgencyIds = z.array(z.string()).max(AGENCIES_MAX);

/**
 * What an entry says of its subject. Fields that are absent stay as they were. A problem has no status but `solved`;
 * `recurred` says that a meeting raised it again.
 */
export const EntryFields = z.object({
  status: FollowUpStatus.optional(),
  /** Keterangan. */
  remark: LongText.optional(),
  /** Bukti: where the proof is found. */
  evidence: LongText.optional(),
  /** A later due date, asked for by the agency and then granted or refused. */
  extension: z.object({ due: CivilDateSchema, answer: z.enum(EXTENSION_ANSWERS) }).optional(),
  /** Handed to these agencies, or corrected. */
  pics: AgencyIds.optional(),
  /** Corrections of what was ordered. */
  what: z.string().trim().min(1).max(LONG_TEXT_MAX).optional(),
  plan: LongText.optional(),
  due: CivilDateSchema.nullable().optional(),
  /** Who confirmed that it is done. */
  verifiedBy: Role.optional(),
  recurred: z.literal(true).optional(),
  /** Whether a problem is declared solved; false opens it again. */
  solved: z.boolean().optional(),
  /** It was entered by mistake and is listed no more; false brings it back. */
  withdrawn: z.boolean().optional(),
});
export type EntryFields = z.infer<typeof EntryFields>;

/**
 * Something that happened to a follow-up or a problem. It is written into the document in which it was made and never
 * changed; what its subject is now is a fold over the entries of all documents (decision 0029).
 */
export const Entry = z.object({
  /** Unique among all documents, so that documents are merged by union. */
  id: z.string().min(1).max(64),
  /** The follow-up or problem. */
  subjectId: z.string().min(1).max(64),
  /** Later than every entry before it of the same subject that its document has, even if the clock was set back. */
  at: InstantSchema,
  /** The day on which it was made. */
  on: CivilDateSchema,
  /** The meeting in which it was made, or `REGISTER_ID`. */
  madeIn: z.string().min(1).max(64),
  /** In whose name; `null` for the operator. */
  by: Role.nullable(),
  fields: EntryFields,
});
export type Entry = z.infer<typeof Entry>;

/**
 * The entries of a document by id. They have no order of their own: undoing a change that took one away would put a whole
 * array back, without what the application has added since.
 */
export const Entries = z.record(z.string(), Entry);
export type Entries = z.infer<typeof Entries>;

/** Which of two entries of a subject counts later, wherever they were found. */
export const isLater = (a: Pick<Entry, 'id' | 'at'>, b: Pick<Entry, 'id' | 'at'>): boolean =>
  a.at > b.at || (a.at === b.at && a.id > b.id);

/** Entries of one subject or of many: each once, the oldest first. The order does not depend on where they were found. */
export function inTime(entries: readonly Entry[]): Entry[] {
  const once = new Map(entries.map((entry) => [entry.id, entry]));
  return [...once.values()].sort((a, b) => (isLater(a, b) ? 1 : -1));
}
