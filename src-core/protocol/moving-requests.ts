import { z } from 'zod';
import { ArchiveContents, LARGEST_ARCHIVE } from '../archive/manifest.ts';
import type { MovedRelation } from '../archive/moved-states.ts';
import type { MeetingId } from '../model/meeting.ts';
import type { Instant } from '../time/units.ts';
import type { CivilDate } from '../time/zone.ts';

/** The longest piece of a file in one message, in characters of base64; the last one may be shorter. */
export const LARGEST_PIECE = 1_000_000;

const FileName = z.string().min(1).max(300);
/** Which copy is meant: another window may have begun one in its place. Refused otherwise, `movingReplaced`. */
const Copy = z.string().min(1).max(64);

/** Moving everything to another computer, and taking in what another one packed. */
export const MOVING_REQUESTS = {
  /**
   * Writes everything into one file; `overwrite` as for `document.export`. Progress is in the desk's view (`exporting`);
   * `document.cancel` stops it: then it is refused with `movingCancelled`, and nothing is written.
   */
  'moving.pack': z.object({ contents: ArchiveContents, overwrite: z.boolean() }),
  /** A piece of an archive, from this byte on. Without `copy` it is the first of a new one; the answer names that. */
  'moving.receive': z.object({
    copy: Copy.nullable(),
    at: z.number().int().min(0).max(LARGEST_ARCHIVE),
    bytes: z.string().max(LARGEST_PIECE),
  }),
  /** Checks what was received, and says what taking it in would do. Refused with the reason, and the file's name. */
  'moving.look': z.object({ name: FileName, copy: Copy }),
  /** Takes it in. The open meeting is closed before. @see MovingResult */
  'moving.take': z.object({ name: FileName, copy: Copy, settings: z.boolean() }),
  /** Removes what was received, if it is still that copy. */
  'moving.forget': z.object({ copy: Copy }),
} as const;

/** A meeting of an archive, and how it stands to what is here. */
export interface MovedMeeting {
  readonly id: MeetingId;
  readonly title: string;
  readonly date: CivilDate;
  readonly sample: boolean;
  readonly relation: MovedRelation;
}

/** What is in an archive, and what of it is not here. */
export interface MovingPreview {
  readonly madeAt: Instant;
  readonly contents: ArchiveContents;
  readonly meetings: readonly MovedMeeting[];
  /** Whether something was said there between meetings that is not known here. */
  readonly register: boolean;
  /** Whether its settings are other ones. */
  readonly settings: boolean;
  /** How many emblems are not here. */
  readonly emblems: number;
  /** How many files of slides are not here. */
  readonly slides: number;
  /** Files of kinds that this version does not know; they are not taken in. */
  readonly others: number;
}

export interface MovingAnswers {
  /** `path`: `null` if the user cancelled. `left`: the meetings that could not be packed. */
  'moving.pack': { path: string | null; left: readonly string[] };
  'moving.receive': { readonly copy: string };
  'moving.look': MovingPreview;
  /** As the preview, of what was done. */
  'moving.take': MovingPreview;
  'moving.forget': null;
}
