import { z } from 'zod';
import { SLIDES_BYTES_MAX, SLIDES_NAME_MAX, SLIDES_PAGES_MAX } from './lengths.ts';

/** The SHA-256 of a file's content, which is its name in the data folder. */
export const SlidesHash = z.string().regex(/^[0-9a-f]{64}$/);
export type SlidesHash = z.infer<typeof SlidesHash>;

/** Characters that show nothing, or turn the direction of those after them: "paparan<RLO>fdp.exe" reads as a PDF. */
const UNSHOWN = /[\p{Cc}\p{Bidi_Control}]/gu;

/**
 * A file's name as it may be shown: one line, in one direction, of `SLIDES_NAME_MAX` letters at most.
 * @returns with the ending of the name given; empty if it has nothing that can be shown
 */
export function slidesName(file: string): string {
  const name = file.replaceAll(UNSHOWN, ' ').replaceAll(/\s+/g, ' ').trim();
  if (name.length <= SLIDES_NAME_MAX) return name;
  const ending = /\.\w{1,8}$/.exec(name)?.[0] ?? '';
  // Half a character at the end would make a text that no file holds.
  const cut = name.slice(0, SLIDES_NAME_MAX - ending.length).replace(/[\ud800-\udbff]$/, '');
  return `${cut.trim()}${ending}`;
}

/** A file of slides, as a window that has opened it describes it. */
export const SlidesFile = z.object({
  hash: SlidesHash,
  /** The file's name as the user knows it; also of a presentation that was converted. */
  name: z.string().max(SLIDES_NAME_MAX).transform(slidesName).pipe(z.string().min(1)),
  bytes: z.number().int().min(1).max(SLIDES_BYTES_MAX),
  pages: z.number().int().min(1).max(SLIDES_PAGES_MAX),
});
export type SlidesFile = z.infer<typeof SlidesFile>;

/** The slides ("bahan paparan") of an agenda item. */
export const Slides = SlidesFile.extend({
  /** The page that is shown, 1 for the first. */
  page: z.number().int().min(1),
}).refine(({ page, pages }) => page <= pages);
export type Slides = z.infer<typeof Slides>;

/** Whether calling an item may show slides. */
export const mayShowSlides = (meeting: {
  readonly screen: { readonly layout: string; readonly slidesOnCall: boolean };
  readonly agenda: { readonly items: Readonly<Record<string, { readonly slides: Slides | null }>> };
}): boolean =>
  (meeting.screen.layout === 'slides' || meeting.screen.slidesOnCall) &&
  Object.values(meeting.agenda.items).some(({ slides }) => slides !== null);

/** A place on a page: the part of its width and of its height. */
export const Spot = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) });
export type Spot = z.infer<typeof Spot>;

/** Where the operator points, and on which page: on any other nothing is marked. No part of the meeting. */
export const Pointed = Spot.extend({ itemId: z.string().max(64), page: z.number().int().min(1) });
export type Pointed = z.infer<typeof Pointed>;

/** What a key of a clicker asks for. */
export const PAGE_TURNS = ['next', 'previous', 'first', 'last', 'black'] as const;
export const PageTurn = z.enum(PAGE_TURNS);
export type PageTurn = z.infer<typeof PageTurn>;

/** The page after a turn; the same one before the first, after the last, and for `black`. */
export function pageAfter({ page, pages }: Pick<Slides, 'page' | 'pages'>, turn: PageTurn): number {
  switch (turn) {
    case 'next':
      return Math.min(page + 1, pages);
    case 'previous':
      return Math.max(page - 1, 1);
    case 'first':
      return 1;
    case 'last':
      return pages;
    case 'black':
      return page;
    default:
      return turn satisfies never;
  }
}
