import { z } from 'zod';
import { Role } from './roles.ts';

/** newer: consistent with Permendagri 1/2023; older: the form of 2009 (docs/domain/papers.md#the-older-pattern). */
export const PATTERNS = ['newer', 'older'] as const;
export const Pattern = z.enum(PATTERNS);
export type Pattern = z.infer<typeof Pattern>;

/** office: regional emblem at the left; regent: state emblem centred above (docs/domain/papers.md#letterhead). */
export const KOPS = ['office', 'regent'] as const;
export const KopPreset = z.enum(KOPS);
export type KopPreset = z.infer<typeof KopPreset>;

/** A4, or F4 in one of its two local sizes (docs/domain/papers.md#page). */
export const PAPERS = ['a4', 'f4-215', 'f4-210'] as const;
export const PaperSize = z.enum(PAPERS);
export type PaperSize = z.infer<typeof PaperSize>;

/** Width and height in portrait, mm. */
export const PAPER_MM: Readonly<Record<PaperSize, { readonly width: number; readonly height: number }>> = {
  a4: { width: 210, height: 297 },
  'f4-215': { width: 215, height: 330 },
  'f4-210': { width: 210, height: 330 },
};

/** The signers: the chair, the minutes taker, or somebody under "Mengetahui". */
export const SIGNERS = ['chair', 'minuteTaker', 'acknowledged'] as const;
export const Signer = z.enum(SIGNERS);
export type Signer = z.infer<typeof Signer>;

/** blank: cells for ink. ticked: who was marked present. */
export const ATTENDANCE_FORMS = ['none', 'blank', 'ticked'] as const;
export type AttendanceForm = (typeof ATTENDANCE_FORMS)[number];

/** How a document is laid out and what it leaves out; remembered from one export to the next. */
export const DocumentOptions = z.object({
  pattern: Pattern,
  kop: KopPreset,
  paper: PaperSize,
  /** Kata penyambung at the foot of each page. */
  catchword: z.boolean(),
  /** Only the form's own fields: no place, no number, nothing of ours. */
  strict: z.boolean(),
  signers: z.array(Signer).min(1).max(SIGNERS.length),
  /** Who signs under "Mengetahui". */
  acknowledgedBy: Role,
  include: z.object({
    sheet: z.boolean(),
    times: z.boolean(),
    internalNotes: z.boolean(),
    followUps: z.boolean(),
    /** Permasalahan berulang; absent in older files. */
    problems: z.boolean().default(true),
    /** Which slides each agency presented; absent in older files. */
    slides: z.boolean().default(true),
    /** The page of the slides on which each note was begun; absent in older files. */
    pages: z.boolean().default(false),
    rundown: z.boolean(),
    chart: z.boolean(),
    attendance: z.enum(ATTENDANCE_FORMS),
  }),
});
export type DocumentOptions = z.infer<typeof DocumentOptions>;

export const DEFAULT_OPTIONS: DocumentOptions = {
  pattern: 'newer',
  kop: 'office',
  paper: 'a4',
  catchword: false,
  strict: false,
  signers: ['chair'],
  acknowledgedBy: 'sekda',
  include: {
    sheet: true,
    times: true,
    internalNotes: true,
    followUps: true,
    problems: true,
    slides: true,
    pages: false,
    rundown: false,
    chart: false,
    attendance: 'blank',
  },
};

/** Options for a messenger: short, and with internal notes only on request, whatever the last document contained. */
export const messageOptions = (internalNotes: boolean): DocumentOptions => ({
  ...DEFAULT_OPTIONS,
  include: { ...DEFAULT_OPTIONS.include, sheet: false, times: false, slides: false, attendance: 'none', internalNotes },
});
