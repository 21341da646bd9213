import { z } from 'zod';
import { InstantSchema, SpentSchema } from './agenda-item.ts';
import { CivilDateSchema } from './follow-up.ts';

/** The plan of one day when that day's first item was called. Stored, never derived. */
export const DayPlan = z.object({
  day: CivilDateSchema,
  /** When it was stored. */
  at: InstantSchema,
  /** When the last item was planned to end. */
  finish: InstantSchema,
  /** By item: planned start, and length in ms. */
  items: z.record(z.string(), z.object({ start: InstantSchema, length: SpentSchema })),
});
export type DayPlan = z.infer<typeof DayPlan>;
