import { z } from 'zod';
import { ACTING } from '../text/office.ts';
import type { Duration, Instant, Mono } from '../time/units.ts';
import { DurationSchema, Limits } from './limits.ts';
import { ShortText } from './roles.ts';
import { Sheet } from './sheet.ts';

export type ItemId = string;

/** An agency's turn, or what else stands in a rundown (docs/domain/records.md#the-agenda). */
export const ITEM_KINDS = [
  'agency',
  'opening',
  'anthem',
  'prayer',
  'report',
  'remarks',
  'qa',
  'break',
  'closingRemarks',
  'closing',
  'other',
] as const;
export const ItemKind = z.enum(ITEM_KINDS);
export type ItemKind = z.infer<typeof ItemKind>;

export const Presenter = z.object({
  name: ShortText,
  /** Empty means the title of the agency's head. */
  office: ShortText,
  acting: z.enum(ACTING),
  /** "mewakili": speaks in the place of the head. */
  representing: z.boolean(),
});
export type Presenter = z.infer<typeof Presenter>;
export const emptyPresenter = (): Presenter => ({ name: '', office: '', acting: 'none', representing: false });

/**
 * waiting: not yet called. postponed: waiting, but was moved to the end. called: on the projector, clock not started.
 * running / paused: the clock. done. skipped: will not present unless brought back.
 */
export const ITEM_STATUS = ['waiting', 'postponed', 'called', 'running', 'paused', 'done', 'skipped'] as const;
export const ItemStatus = z.enum(ITEM_STATUS);
export type ItemStatus = z.infer<typeof ItemStatus>;

export const InstantSchema = z.number().transform((ms) => ms as Instant);
/** Time spent in a turn, ms. It has no upper bound: a clock left running over a weekend must not spoil the file. */
export const SpentSchema = z
  .number()
  .int()
  .min(0)
  .transform((ms) => ms as Duration);
const MonoSchema = z.number().transform((ms) => ms as Mono);

/** What happened in a turn, as it happened. Stored, never derived. */
export const LedgerEntry = z.object({
  what: z.enum(['call', 'start', 'pause', 'resume', 'add', 'finish', 'outage', 'restart', 'conclude']),
  at: InstantSchema,
  /** Time spent in the turn at that moment, ms. */
  spent: SpentSchema,
  /**
   * The added (or, if negative, taken) time of an `add` or a `conclude`, ms. Of a `call`, `start` or `finish`: by how much later it was
   * entered than it happened ("mulai 2 menit lalu"); 0 otherwise.
   */
  by: z.number().int(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** What was planned for a turn when it was first called; kept, so that no later change of the plan rewrites it. */
export const TurnPlan = z.object({
  /** When the plan of that day let it begin; `null` for an item that was not in it. */
  start: InstantSchema.nullable(),
  /** ms */
  length: SpentSchema,
});
export type TurnPlan = z.infer<typeof TurnPlan>;

export const Turn = z.object({
  /** Time spent up to `anchor` (running) or in all (otherwise), ms. */
  spent: SpentSchema,
  /** When running: the monotonic reading from which time is added to `spent`. */
  anchor: MonoSchema.nullable(),
  /** Minutes given beyond the limits, ms; may be negative when cut short. */
  added: z.number().int(),
  startedAt: InstantSchema.nullable(),
  finishedAt: InstantSchema.nullable(),
  ledger: z.array(LedgerEntry),
  /** `null` until it is called; absent in older files. */
  plan: TurnPlan.nullable().default(null),
});
export type Turn = z.infer<typeof Turn>;
export const emptyTurn = (): Turn =>
  Turn.parse({ spent: 0, anchor: null, added: 0, startedAt: null, finishedAt: null, ledger: [] });

export const ClockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const AgendaItem = z.object({
  id: z.string().min(1).max(64),
  kind: ItemKind,
  /** Set for `agency`, null for the rest. */
  agencyId: z.string().nullable(),
  /** The user's wording for an item that is no agency; empty means the kind's own name. */
  title: ShortText,
  /** Penanggung jawab in the rundown. */
  inCharge: ShortText,
  presenter: Presenter,
  /** `null`: the meeting's limits for an agency, none for the rest. */
  limits: Limits.nullable(),
  /**
   * The limits that "sesuaikan sisa waktu" gave it, in the place of the others; they are kept apart, so that it can be
   * adjusted again from what it had. Absent in older files.
   */
  adjusted: Limits.nullable().default(null),
  /** Length in the plan, ms; `null`: the hard limit. */
  planned: DurationSchema.nullable(),
  /** Not before this time of day (ishoma). */
  fixedStart: ClockTimeSchema.nullable(),
  status: ItemStatus,
  turn: Turn,
  sheet: Sheet,
  /** In the order in which they were made. */
  noteIds: z.array(z.string()),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

/** Whether an item's clock has been started and the item is still on the floor. */
export const isOnFloor = (item: Pick<AgendaItem, 'status'>): boolean =>
  item.status === 'running' || item.status === 'paused';

/** Whether an item is still to come. */
export const isPending = (item: Pick<AgendaItem, 'status'>): boolean =>
  item.status === 'waiting' || item.status === 'postponed';
