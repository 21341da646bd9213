import { z } from 'zod';
import { SLIDES_NAME_MAX, SLIDES_PIECE } from '../model/lengths.ts';
import { PageTurn, Pointed, SlidesHash } from '../model/slides.ts';

const Upload = z.object({ upload: z.string().min(1).max(64) });

/** The longest text of a piece: base64 has four characters for three bytes. */
const PIECE_TEXT_MAX = Math.ceil(SLIDES_PIECE / 3) * 4;

/** Requests about files of slides. A window sends a file in pieces, one after the other, and names no path. */
export const SLIDES_REQUESTS = {
  /**
   * Begins to store a file. Refused with `slidesTooLarge`, `slidesBusy`, and `slidesNoConverter` for a presentation that
   * nothing here can convert.
   */
  'slides.begin': z.object({ name: z.string().trim().min(1).max(SLIDES_NAME_MAX), bytes: z.number().int().min(0) }),
  /** The next piece, answered when it is written. Refused with `slidesInterrupted` if the upload does not exist. */
  'slides.piece': Upload.extend({ base64: z.string().max(PIECE_TEXT_MAX) }),
  /**
   * Answered when the file is on the disk, whole; a presentation is converted first. Refused with `slidesUnsound`,
   * `slidesNotConverted`, `slidesTooSlow`.
   */
  'slides.end': Upload,
  /** Forgets an upload, and stops its conversion. No effect if it does not exist. */
  'slides.abort': Upload,
  /** Where the desk finds a stored file, until it asks for another three or the meeting closes. */
  'slides.address': z.object({ hash: SlidesHash }),
  /** How much is stored, and what converts presentations. */
  'slides.about': z.object({}),
  /** Deletes the files to which no meeting refers, also none in the folder of deleted meetings, and no backup. */
  'slides.clean': z.object({}),
  /** Marks a place of a page on the projector, until the next one or for some seconds; `null` marks nothing. */
  'slides.point': z.object({ at: Pointed.nullable() }),
  /** Turns the page that is shown, or blanks the projector. No effect while no slides are shown. */
  'slides.turn': z.object({ to: PageTurn }),
} as const;

export interface SlidesAbout {
  readonly files: number;
  readonly bytes: number;
  readonly unused: number;
  readonly unusedBytes: number;
  readonly converter: 'libreoffice' | 'powerpoint' | null;
}

export interface SlidesAnswers {
  'slides.begin': { readonly upload: string };
  'slides.piece': null;
  'slides.end': { readonly hash: SlidesHash; readonly bytes: number; readonly kind: 'pdf' | 'converted' };
  'slides.abort': null;
  'slides.address': { readonly url: string };
  'slides.about': SlidesAbout;
  'slides.clean': { readonly files: number; readonly bytes: number };
  'slides.point': null;
  'slides.turn': null;
}
