import { z } from 'zod';
import { isCivilDate } from '../time/zone.ts';
import { AGENCIES_MAX, LONG_TEXT_MAX } from './lengths.ts';
import { Author, NoteKind } from './note.ts';
import { ShortText } from './roles.ts';

export const CivilDateSchema = z.string().refine(isCivilDate);

/** belum ditindaklanjuti / sedang dalam proses / selesai (docs/domain/records.md#follow-ups). */
export const FOLLOW_UP_STATUS = ['open', 'inProgress', 'done'] as const;
export const FollowUpStatus = z.enum(FOLLOW_UP_STATUS);
export type FollowUpStatus = z.infer<typeof FollowUpStatus>;

/** The meeting in which a carried follow-up was created, cited as "Arahan Bupati pada Rakor 17 Mei 2021". */
export const Origin = z.object({ meetingId: z.string(), title: ShortText, date: CivilDateSchema });
export type Origin = z.infer<typeof Origin>;

export const FollowUp = z.object({
  id: z.string().min(1).max(64),
  /** Arahan/keputusan. */
  what: z.string().trim().min(1).max(LONG_TEXT_MAX),
  /** Rencana tindak lanjut. */
  plan: z.string().max(LONG_TEXT_MAX),
  /** Penanggung jawab: one or more agencies of the meeting. */
  pics: z.array(z.string()).max(AGENCIES_MAX),
  due: CivilDateSchema.nullable(),
  status: FollowUpStatus,
  /** Keterangan / evidence. */
  remark: z.string().max(LONG_TEXT_MAX),
  doneOn: CivilDateSchema.nullable(),
  noteId: z.string().nullable(),
  /** The item during which it was created; `null` if carried from another meeting. */
  itemId: z.string().nullable(),
  author: Author.nullable(),
  /** Of what kind its note was, so that it is cited truly without it; absent without a note, and in older files. */
  kind: NoteKind.optional(),
  /** Copied from the note, so that the source stays true when the note is edited or deleted. */
  private: z.boolean(),
  /** Whether the projector may show it in meetings to which it is carried: as its note was. Absent until it is carried. */
  shown: z.boolean().optional(),
  /** The same for texts and documents that leave the panel. Absent until it is carried, and in older files. */
  public: z.boolean().optional(),
  origin: Origin.nullable(),
});
export type FollowUp = z.infer<typeof FollowUp>;
