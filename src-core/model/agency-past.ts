import { z } from 'zod';
import { CivilDateSchema, Origin } from './follow-up.ts';
import { AMOUNT_MAX, LINE_MAX, NOTE_MAX } from './lengths.ts';
import { NoteKind } from './note.ts';
import { Role, ShortText } from './roles.ts';

/** Most notes and targets of the last turn, and meetings whose budget is known: a glance back, not the archive. */
export const PAST_NOTES = 6;
export const PAST_TARGETS = 6;
export const PAST_BUDGETS = 8;

const Amount = z.number().min(-AMOUNT_MAX).max(AMOUNT_MAX).nullable();

/** A note that was on the projector, with its author as it was called then. */
export const PastNote = z.object({
  id: z.string(),
  author: z.union([z.object({ role: Role }), z.object({ agency: ShortText })]),
  kind: NoteKind,
  text: z.string().max(NOTE_MAX),
});
export type PastNote = z.infer<typeof PastNote>;

/**
 * What the room saw and heard when an agency presented last, and its budget of the meetings before: a copy, as follow-ups
 * are copied, so that the projector needs no other meeting. Nothing private or internal is in it.
 */
export const AgencyPast = z.object({
  /** The meeting in which it presented last. */
  from: Origin,
  /** Under which identifier that meeting knows the agency; absent if it is the same one. */
  agencyId: z.string().optional(),
  /** The oldest first. */
  notes: z.array(PastNote).max(PAST_NOTES),
  targets: z
    .array(
      z.object({
        id: z.string(),
        indicator: z.string().max(LINE_MAX),
        unit: z.string().max(LINE_MAX),
        target: z.string().max(LINE_MAX),
        achieved: z.string().max(LINE_MAX),
      }),
    )
    .max(PAST_TARGETS),
  /** Rupiah, the oldest meeting first. */
  budgets: z.array(z.object({ date: CivilDateSchema, ceiling: Amount, realised: Amount })).max(PAST_BUDGETS),
});
export type AgencyPast = z.infer<typeof AgencyPast>;
