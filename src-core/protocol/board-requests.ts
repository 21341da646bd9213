import { z } from 'zod';
import { BoardRequest } from '../minutes/board-request.ts';
import { DocumentFormat } from '../minutes/documents.ts';

/**
 * Papers about all meetings; none needs an open one. They are laid out as the last export was (`Settings.documents`),
 * under the letterhead of the settings, and contain nothing private. All are refused with `unknownAgency` for a reminder
 * of an agency that no document knows.
 */
export const BOARD_REQUESTS = {
  /** Makes the page of a paper available, as `document.preview` does. */
  'board.preview': z.object({ paper: BoardRequest }),
  /** Writes it in one of the formats of `BOARD_FORMATS`; `overwrite` as for `document.export`. */
  'board.export': z.object({ paper: BoardRequest, format: DocumentFormat, overwrite: z.boolean() }),
  /** A reminder as text for a messenger. */
  'board.text': z.object({ agencyId: z.string().min(1).max(64) }),
} as const;

export interface BoardAnswers {
  'board.preview': { url: string };
  /** `null` if the user cancelled. */
  'board.export': { path: string | null };
  'board.text': { text: string };
}
