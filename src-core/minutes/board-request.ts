import { z } from 'zod';
import { BOARD_SORTS } from '../archive/board.ts';
import { foldArchive } from '../archive/folded.ts';
import { STANDINGS } from '../model/follow-up-now.ts';
import { Role } from '../model/roles.ts';
import { type ArchivePaper, type BoardHead, boardPaperOf, reminderOf } from './board-paper.ts';
import type { DocumentFormat } from './documents.ts';

/** A paper about all meetings: the board as it is filtered, or what one agency has not finished. */
export const BoardRequest = z.discriminatedUnion('document', [
  z.object({
    document: z.literal('board'),
    filter: z.object({
      agencyId: z.string().max(64).nullable(),
      leader: Role.nullable(),
      standing: z.enum(STANDINGS).nullable(),
      text: z.string().max(500),
    }),
    sort: z.enum(BOARD_SORTS),
  }),
  /** `agencyId`: any identifier under which a meeting or the register knows the agency. */
  z.object({ document: z.literal('reminder'), agencyId: z.string().min(1).max(64) }),
]);
export type BoardRequest = z.infer<typeof BoardRequest>;

/** The formats in which each paper is available; the first is the usual one. */
export const BOARD_FORMATS: Readonly<Record<BoardRequest['document'], readonly DocumentFormat[]>> = {
  board: ['pdf', 'xlsx', 'csv'],
  reminder: ['pdf'],
};

/** @returns `null` for an agency that nobody knows */
export function archivePaperOf(
  parts: Parameters<typeof foldArchive>[0],
  request: BoardRequest,
  head: BoardHead,
): ArchivePaper | null {
  const archive = foldArchive(parts, head.today);
  return request.document === 'board'
    ? boardPaperOf(archive, request, head)
    : reminderOf(archive, request.agencyId, head);
}
