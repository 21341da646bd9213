import { z } from 'zod';
import { InstantSchema } from './agenda-item.ts';
import { AGENCIES_MAX, DRAFT_MAX, NOTE_MAX } from './lengths.ts';
import { Role } from './roles.ts';

export type NoteId = string;

export const NOTE_KINDS = ['note', 'directive', 'proposal', 'problem', 'solution', 'question', 'decision'] as const;
export const NoteKind = z.enum(NOTE_KINDS);
export type NoteKind = z.infer<typeof NoteKind>;

/** private: only its author's role, in no document. internal: the panel and the minutes. shown: also the projector. */
export const VISIBILITIES = ['private', 'internal', 'shown'] as const;
export const Visibility = z.enum(VISIBILITIES);
export type Visibility = z.infer<typeof Visibility>;

/** A leader, or an agency that gives input to the one presenting (masukan dan saran). */
export const Author = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('leader'), role: Role }),
  z.object({ kind: z.literal('agency'), agencyId: z.string() }),
]);
export type Author = z.infer<typeof Author>;

export const isSameAuthor = (a: Author, b: Author): boolean =>
  a.kind === 'leader' ? b.kind === 'leader' && a.role === b.role : b.kind === 'agency' && a.agencyId === b.agencyId;

/** Used instead of an agency's id: all agencies. */
export const EVERY_AGENCY = 'all';
/**
 * Whom a note concerns besides the presenting agency: nobody, one, several, or `EVERY_AGENCY`. Read through
 * `concerns.ts`.
 */
export const Concerns = z.union([z.null(), z.string(), z.array(z.string()).min(1).max(AGENCIES_MAX)]);
export type Concerns = z.infer<typeof Concerns>;

/** A page, 1 for the first; `null` if no slides were shown. */
const SlidesPage = z.number().int().min(1).nullable().default(null);

export const Note = z.object({
  id: z.string().min(1).max(64),
  itemId: z.string(),
  author: Author,
  kind: NoteKind,
  visibility: Visibility,
  text: z.string().min(1).max(NOTE_MAX),
  at: InstantSchema,
  /** Minute within the turn, 1 for the first; `null` if the turn had not started. */
  minute: z.number().int().nullable(),
  /** The page of the item's slides that was shown when it was begun; absent in older files. */
  page: SlidesPage,
  concerns: Concerns,
  /** Shown on top of the projector's notes; absent in older files. */
  pinned: z.boolean().default(false),
  /** Written after the meeting was closed ("susulan"); absent in older files. */
  addendum: z.boolean().default(false),
});
export type Note = z.infer<typeof Note>;

/** Text being typed. It belongs to the item for which it was begun, even if the agenda moves on. */
export const Draft = z.object({
  itemId: z.string(),
  author: Author,
  kind: NoteKind,
  /** `auto`: according to the meeting's setting for the kind. */
  visibility: z.union([Visibility, z.literal('auto')]),
  text: z.string().max(DRAFT_MAX),
  minute: z.number().int().nullable(),
  page: SlidesPage,
  /** It was private while it was typed, so it is never shown live, whatever it becomes. Absent in older files. */
  held: z.boolean().default(false),
});
export type Draft = z.infer<typeof Draft>;

/** The kinds of notes that are shown unless the author chooses otherwise. */
export const AutoShow = z.object({ directive: z.boolean(), proposal: z.boolean(), decision: z.boolean() });
export type AutoShow = z.infer<typeof AutoShow>;

/**
 * What `auto` means for a kind: shown where the meeting's setting says so, else internal (docs/domain/records.md#who-sees-a-note).
 */
export function resolveVisibility(
  visibility: Draft['visibility'],
  kind: NoteKind,
  { autoShow }: { readonly autoShow: AutoShow },
): Visibility {
  if (visibility !== 'auto') return visibility;
  const shown = (kind === 'directive' || kind === 'proposal' || kind === 'decision') && autoShow[kind];
  return shown ? 'shown' : 'internal';
}
