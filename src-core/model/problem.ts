import { z } from 'zod';
import { CivilDateSchema, Origin } from './follow-up.ts';
import { LONG_TEXT_MAX } from './lengths.ts';

/** A problem of an agency that is kept open: it comes back with the agency until it is declared solved. */
export const Problem = z.object({
  id: z.string().min(1).max(64),
  text: z.string().trim().min(1).max(LONG_TEXT_MAX),
  agencyId: z.string(),
  /** The day on which it was first raised. */
  since: CivilDateSchema,
  /** The note that says it; `null` if it is from the sheet, or carried. */
  noteId: z.string().nullable(),
  /** The item during which it was raised; `null` if carried from another meeting. */
  itemId: z.string().nullable(),
  /** Copied from the note, as for a follow-up. */
  private: z.boolean(),
  /** Whether the projector may show it in meetings to which it is carried: as its note was. Absent until it is carried. */
  shown: z.boolean().optional(),
  /** The same for texts and documents that leave the panel. Absent until it is carried, and in older files. */
  public: z.boolean().optional(),
  /** The meeting in which it was raised first; `null` in that meeting itself. */
  origin: Origin.nullable(),
});
export type Problem = z.infer<typeof Problem>;

export const Problems = z.object({ order: z.array(z.string()), items: z.record(z.string(), Problem) });
export type Problems = z.infer<typeof Problems>;
export const noProblems = (): Problems => ({ order: [], items: {} });
