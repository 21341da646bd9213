import { z } from 'zod';
import { ACTING } from '../text/office.ts';
import { type Duration, type Instant, type Mono, ZERO } from '../time/units.ts';
import { DurationSchema, Limits } from './limits.ts';
import { ShortText } from './roles.ts';
import { Sheet } from './sheet.ts';
import { Slides } from './slides.ts';

export type ItemId = string;

/** An agency's turn, or another item of a rundown (docs/domain/records.md#the-agenda). */
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
  /** "mewakili": speaks on behalf of the head. */
  representing: z.boolean(),
});
export type Presenter = z.infer<typeof Presenter>;
export const emptyPresenter = (): Presenter => ({ name: '', office: '', acting: 'none', representing: false });

/**
 * waiting: not called yet. postponed: waiting, but moved to the end. called: on the projector, clock not started.
 * running, paused: the clock. done. skipped: will not present unless brought back.
 */
export const ITEM_STATUS = ['waiting', 'postponed', 'called', 'running', 'paused', 'done', 'skipped'] as const;
export const ItemStatus = z.enum(ITEM_STATUS);
export type ItemStatus = z.infer<typeof ItemStatus>;

export const InstantSchema = z.number().transform((ms) => ms as Instant);
/** Time spent in a turn, ms. Without an upper bound: a clock left running over a weekend must not make the file invalid. */
export const SpentSchema = z
  .number()
  .int()
  .min(0)
  .transform((ms) => ms as Duration);
const MonoSchema = z.number().transform((ms) => ms as Mono);

/** An event of a turn. Stored, never derived. */
export const LedgerEntry = z.object({
  what: z.enum(['call', 'start', 'pause', 'resume', 'add', 'finish', 'outage', 'restart', 'conclude']),
  at: InstantSchema,
  /** Time spent in the turn at that moment, ms. */
  spent: SpentSchema,
  /**
   * Of an `add` or a `conclude`: the added (negative: removed) time, ms. Of a `call`, `start` or `finish`: how much
   * later it was entered than it happened ("mulai 2 menit lalu"). Otherwise 0.
   */
  by: z.number().int(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** The plan of a turn when it was first called; stored, so that later changes of the plan do not rewrite it. */
export const TurnPlan = z.object({
  /** When it was planned to begin; `null` for an item that was not in the plan of that day. */
  start: InstantSchema.nullable(),
  /** ms */
  length: SpentSchema,
});
export type TurnPlan = z.infer<typeof TurnPlan>;

export const Turn = z.object({
  /** Time spent up to `anchor` (running) or in total (otherwise), ms. */
  spent: SpentSchema,
  /** While running: the monotonic reading from which time is added to `spent`. */
  anchor: MonoSchema.nullable(),
  /** Time added to the limits, ms; negative when shortened. */
  added: z.number().int(),
  startedAt: InstantSchema.nullable(),
  finishedAt: InstantSchema.nullable(),
  ledger: z.array(LedgerEntry),
  /** `null` until it is called; absent in older files. */
  plan: TurnPlan.nullable().default(null),
});
export type Turn = z.infer<typeof Turn>;
export const emptyTurn = (): Turn => ({
  spent: ZERO,
  anchor: null,
  added: 0,
  startedAt: null,
  finishedAt: null,
  ledger: [],
  plan: null,
});

export const ClockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const AgendaItem = z.object({
  id: z.string().min(1).max(64),
  kind: ItemKind,
  /** Set for `agency`, null for the rest. */
  agencyId: z.string().nullable(),
  /** The user's title for an item that is not an agency's; empty means the kind's own name. */
  title: ShortText,
  /** Penanggung jawab in the rundown. */
  inCharge: ShortText,
  presenter: Presenter,
  /** `null`: the meeting's limits for an agency, none for other items. */
  limits: Limits.nullable(),
  /**
   * The limits that a refit gave it ("sesuaikan sisa waktu"), used instead of the others. Stored separately, so that
   * the next refit starts from the given limits. Absent in older files.
   */
  adjusted: Limits.nullable().default(null),
  /** Planned length, ms; `null`: the hard limit. */
  planned: DurationSchema.nullable(),
  /** Not before this time of day (ishoma). */
  fixedStart: ClockTimeSchema.nullable(),
  status: ItemStatus,
  turn: Turn,
  sheet: Sheet,
  /** What is presented; absent in older files. */
  slides: Slides.nullable().default(null),
  /** In order of creation. */
  noteIds: z.array(z.string()),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

/** Whether an item's clock was started and its turn has not ended. */
export const hasRunningTurn = (item: Pick<AgendaItem, 'status'>): boolean =>
  item.status === 'running' || item.status === 'paused';

/** Whether an item is still to come. */
export const isPending = (item: Pick<AgendaItem, 'status'>): boolean =>
  item.status === 'waiting' || item.status === 'postponed';
