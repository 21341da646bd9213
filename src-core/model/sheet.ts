import { z } from 'zod';
import { AMOUNT_MAX, LINE_MAX, LONG_TEXT_MAX, TARGETS_MAX } from './lengths.ts';

const LongText = z.string().max(LONG_TEXT_MAX);
const Line = z.string().max(LINE_MAX);
const Amount = z.number().min(-AMOUNT_MAX).max(AMOUNT_MAX).nullable();

/** One target of an agency (docs/domain/records.md#the-sheet-of-a-turn). Values are text: "78%", "12 km", "WTP". */
export const Target = z.object({
  id: z.string().min(1).max(64),
  indicator: Line,
  unit: Line,
  target: Line,
  achieved: Line,
  /** Perubahan yang diharapkan. */
  change: Line,
});
export type Target = z.infer<typeof Target>;

/** The sheet of a turn: what the agency presented (docs/domain/records.md#the-sheet-of-a-turn). Everything may stay empty. */
export const Sheet = z.object({
  vision: LongText,
  programs: LongText,
  targets: z.array(Target).max(TARGETS_MAX),
  budget: z.object({
    /** Pagu, in rupiah. */
    ceiling: Amount,
    /** Realisasi, in rupiah. */
    realised: Amount,
    /** Perkiraan kebutuhan, in rupiah. */
    need: Amount,
    remark: Line,
  }),
  personnel: z.object({
    count: z.number().int().min(0).max(10_000_000).nullable(),
    strengths: LongText,
    needs: LongText,
    problems: LongText,
    solutions: LongText,
  }),
  problems: LongText,
  solutions: LongText,
});
export type Sheet = z.infer<typeof Sheet>;

export const emptySheet = (): Sheet => ({
  vision: '',
  programs: '',
  targets: [],
  budget: { ceiling: null, realised: null, need: null, remark: '' },
  personnel: { count: null, strengths: '', needs: '', problems: '', solutions: '' },
  problems: '',
  solutions: '',
});

const AMOUNTS = ['ceiling', 'realised', 'need'] as const;

/** Whether a budget gets an amount below zero that it did not have: files of older versions may contain one. */
export const getsNegative = (before: Sheet['budget'], after: Sheet['budget']): boolean =>
  AMOUNTS.some((key) => (after[key] ?? 0) < 0 && after[key] !== before[key]);

/** Spent as a share of the ceiling (0.382 for 38,2%), or `null` if it cannot be computed. */
export function budgetRatio(budget: Sheet['budget']): number | null {
  return budget.ceiling === null || budget.realised === null || budget.ceiling <= 0
    ? null
    : budget.realised / budget.ceiling;
}

/** True if nothing is written on the sheet. */
export const sheetIsEmpty = (sheet: Sheet): boolean => JSON.stringify(sheet) === JSON.stringify(emptySheet());
