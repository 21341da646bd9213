import { z } from 'zod';
import { type Duration, minutes } from '../time/units.ts';

const HOURS_24 = 24 * 3_600_000;
/** Longest limit, ms. */
export const LONGEST_LIMIT = HOURS_24;
/** A length of time in ms, from one second to a day. */
export const DurationSchema = z
  .number()
  .int()
  .min(0)
  .max(HOURS_24)
  .transform((ms) => ms as Duration);
export const LimitLength = z
  .number()
  .int()
  .min(1000)
  .max(HOURS_24)
  .transform((ms) => ms as Duration);

/** Soft: "please conclude". Hard: "time is up". Without a hard limit there is no soft one either. */
export const Limits = z.object({ soft: LimitLength.nullable(), hard: LimitLength.nullable() });
export type Limits = z.infer<typeof Limits>;

/** The usual rule: 10 to 12 minutes (docs/domain/meetings.md#turns). */
export const HOUSE_LIMITS: Limits = { soft: minutes(10), hard: minutes(12) };
export const NO_LIMITS: Limits = { soft: null, hard: null };

/** True if the soft limit is not after the hard one, and not set without one. */
export const limitsAreSound = ({ soft, hard }: Limits): boolean => soft === null || (hard !== null && soft <= hard);
