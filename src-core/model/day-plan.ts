import { z } from 'zod';
import { InstantSchema, SpentSchema } from './agenda-item.ts';
import { CivilDateSchema } from './follow-up.ts';

/** The plan of one day as it stood when that day's first item was called. Stored, never derived. */
export const DayPlan = z.object({
  day: CivilDateSchema,
  /** When it was taken down. */
  at: InstantSchema,
  /** When the last item was to end. */
  finish: InstantSchema,
  /** By item: when it was to begin, and its length, ms. */
  items: z.record(z.string(), z.object({ start: InstantSchema, length: SpentSchema })),
});
export type DayPlan = z.infer<typeof DayPlan>;
