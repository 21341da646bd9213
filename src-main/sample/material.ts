import { z } from 'zod';
import courseRow from '#assets/sample/course.json' with { type: 'json' };
import rakorRow from '#assets/sample/rakor.json' with { type: 'json' };
import { ClockTimeSchema, Presenter } from '#core/model/agenda-item.ts';
import { FollowUpStatus, Origin } from '#core/model/follow-up.ts';
import { Letterhead } from '#core/model/kop.ts';
import { MeetingFields } from '#core/model/meeting.ts';
import { EVERY_AGENCY, NoteKind, Visibility } from '#core/model/note.ts';
import { Leader, Role } from '#core/model/roles.ts';
import { Sheet, Target } from '#core/model/sheet.ts';

const MaterialNote = z.object({
  /** A leader's role, or "@" and an agency's id. */
  by: z.string(),
  kind: NoteKind,
  visibility: z.union([Visibility, z.literal('auto')]),
  text: z.string(),
  /** Agencies' ids, or all of them. */
  concerns: z.union([z.literal(EVERY_AGENCY), z.array(z.string())]).optional(),
  followUp: z
    .object({
      plan: z.string(),
      inCharge: z.array(z.string()),
      due: z.string(),
      status: FollowUpStatus,
      remark: z.string(),
    })
    .optional(),
});
export type MaterialNote = z.infer<typeof MaterialNote>;

/** What one agency (or another item, by its kind) contributes: its sheet, and what is said in its turn. */
const Material = z
  .object({
    id: z.string(),
    presenter: Presenter,
    vision: Sheet.shape.vision,
    programs: z.array(z.string()),
    targets: z.array(Target.omit({ id: true })),
    budget: Sheet.shape.budget,
    personnel: Sheet.shape.personnel,
    problems: Sheet.shape.problems,
    solutions: Sheet.shape.solutions,
  })
  .partial()
  .required({ id: true })
  .extend({ notes: z.array(MaterialNote) });
export type Material = z.infer<typeof Material>;

const Carried = z.object({
  role: Role,
  what: z.string(),
  plan: z.string(),
  inCharge: z.array(z.string()),
  due: z.string(),
  status: FollowUpStatus,
  remark: z.string(),
  /** What the agency reports about it in the meeting. */
  report: z.object({ status: FollowUpStatus, remark: z.string() }).nullable(),
});

const Rakor = z.object({
  title: z.string(),
  date: z.string(),
  fields: MeetingFields.partial(),
  letterhead: Letterhead,
  leaders: z.array(Leader),
  carriedFrom: Origin,
  carried: z.array(Carried),
});

/** How the day goes, by agency. Everything not named goes as planned. */
const Course = z.object({
  minutes: z.record(z.string(), z.number()),
  addedMinutes: z.record(z.string(), z.number()),
  pausedMinutes: z.record(z.string(), z.number()),
  postponedBefore: z.array(z.string()),
  postponedWithin: z.array(z.string()),
  skipped: z.array(z.string()),
  absent: z.array(z.string()),
  /** When the first day is interrupted, to continue the next morning (docs/domain/meetings.md#turns). */
  dayEnds: ClockTimeSchema,
});

const rows = import.meta.glob<{ default: unknown }>('../../assets/sample/ekspose/*.json', { eager: true });

/** The sample's own letterhead; a user's letterhead takes precedence. */
export const sampleLetterhead = (): Letterhead => Letterhead.parse(rakorRow.letterhead);

export interface SampleMaterial {
  /** By the key of an item (`materialKey`). */
  readonly parts: ReadonlyMap<string, Material>;
  readonly rakor: z.infer<typeof Rakor>;
  readonly course: z.infer<typeof Course>;
}

/** What the sample is made of. Read when one is made: no start waits for it. */
export function sampleMaterial(): SampleMaterial {
  const parts = Object.values(rows).map((row) => Material.parse(row.default));
  return {
    parts: new Map(parts.map((part) => [part.id, part])),
    rakor: Rakor.parse(rakorRow),
    course: Course.parse(courseRow),
  };
}
