import { z } from 'zod';
import { inChargeOf } from '../model/concerns.ts';
import { EntryFields } from '../model/entry.ts';
import { FollowUp, FollowUpStatus } from '../model/follow-up.ts';
import { orderedIn } from '../model/meeting-matters.ts';
import { Role } from '../model/roles.ts';
import { Refused } from '../refusals/refusals.ts';
import { civilDateAt } from '../time/zone.ts';
import { type CommandContext, define, type MeetingDraft } from './definition.ts';
import { addEntry, needSubject, type Subject, subjectIn } from './entry-records.ts';
import { checkAgency, needItem, needNote } from './lookup.ts';

const Editable = EntryFields.pick({
  what: true,
  plan: true,
  pics: true,
  due: true,
  status: true,
  remark: true,
  evidence: true,
  verifiedBy: true,
});

/** In whose name; absent: the operator's. */
export const By = Role.nullable().default(null);

function checkPics(meeting: MeetingDraft, pics: readonly string[]): void {
  for (const id of pics) checkAgency(meeting, id);
}

/** Adds what a meeting says of a follow-up or a problem. @throws Refused `unknownAgency`, and as `addEntry` does */
export function addEntryHere(
  meeting: MeetingDraft,
  subject: Subject,
  fields: EntryFields,
  by: Role | null,
  context: CommandContext,
): void {
  checkPics(meeting, fields.pics ?? []);
  const { id: madeIn, zone } = meeting;
  const since = orderedIn(meeting, subject.record);
  addEntry(meeting, subject, fields, { madeIn, zone, since, by }, context);
}

/**
 * Takes out a follow-up or a problem: one of this meeting that no other document lists, and of which nothing else was
 * said, is deleted, so that a slip leaves no trace; any other is withdrawn, since other documents know it.
 */
export function takeOut(
  meeting: MeetingDraft,
  part: 'followUps' | 'problems',
  subject: Subject,
  by: Role | null,
  context: CommandContext,
): void {
  const { record, now } = subject;
  const isKnown = context.isCarried?.(record.id) === true || (context.lastHeard?.(record.id) ?? null) !== null;
  if (record.origin !== null || now.entries.length > 0 || isKnown) {
    addEntryHere(meeting, subject, { withdrawn: true }, by, context);
    return;
  }
  delete meeting[part].items[record.id];
  meeting[part].order = meeting[part].order.filter((id) => id !== record.id);
}

export const followUpCommands = {
  /** Creates a follow-up, from a note if `noteId` is set; the presenting agency is in charge unless others are named. */
  'followUp.add': define(
    z.object({
      noteId: z.string().nullable(),
      itemId: z.string().nullable(),
      what: z.string().max(20_000).nullable(),
      pics: FollowUp.shape.pics.nullable(),
      due: FollowUp.shape.due,
      status: FollowUpStatus,
      plan: FollowUp.shape.plan.default(''),
      remark: FollowUp.shape.remark.default(''),
    }),
    (meeting, { noteId, itemId, what, pics, due, status, plan, remark }, context) => {
      const note = noteId === null ? null : needNote(meeting, noteId);
      const ofItem = note?.itemId ?? itemId;
      const item = ofItem === null ? null : needItem(meeting, ofItem);
      const text = (what ?? note?.text ?? '').trim();
      if (text === '') throw new Refused('noteEmpty');
      const usual = note === null ? [item?.agencyId ?? []].flat() : inChargeOf(meeting, note);
      const inCharge = pics ?? usual;
      checkPics(meeting, inCharge);
      const id = context.newId();
      meeting.followUps.items[id] = {
        id,
        what: text,
        plan,
        pics: inCharge,
        due,
        status,
        remark,
        doneOn: status === 'done' ? civilDateAt(context.at, meeting.zone) : null,
        noteId,
        itemId: ofItem,
        author: note?.author ?? null,
        ...(note === null ? {} : { kind: note.kind }),
        private: note?.visibility === 'private',
        origin: null,
      };
      meeting.followUps.order.push(id);
    },
  ),

  /** Adds an entry with what is different from now: a status, a remark, a correction. */
  'followUp.edit': define(
    z.object({ followUpId: z.string(), fields: Editable, by: By }),
    (meeting, { followUpId, fields, by }, context) =>
      addEntryHere(meeting, needSubject(meeting, 'followUp', followUpId), fields, by, context),
  ),

  /** Proposes, grants or refuses a later due date; what is granted is due then. Refused with `extensionNotLater`. */
  'followUp.extend': define(
    z.object({ followUpId: z.string(), by: By }).and(EntryFields.shape.extension.unwrap()),
    (meeting, { followUpId, by, due, answer }, context) =>
      addEntryHere(meeting, needSubject(meeting, 'followUp', followUpId), { extension: { due, answer } }, by, context),
  ),

  'followUp.delete': define(z.object({ followUpId: z.string(), by: By }), (meeting, { followUpId, by }, context) =>
    takeOut(meeting, 'followUps', needSubject(meeting, 'followUp', followUpId), by, context),
  ),

  /** Adds any entry to a follow-up or a problem of the meeting; brings back a withdrawn one, too. */
  'entry.add': define(
    z.object({
      subjectId: z.union([z.string(), z.array(z.string()).min(1).max(1000)]),
      by: By,
      fields: EntryFields,
    }),
    (meeting, { subjectId, by, fields }, context) => {
      for (const id of new Set([subjectId].flat())) {
        const subject = subjectIn(meeting, id);
        if (subject === null) throw new Refused('unknownFollowUp');
        addEntryHere(meeting, subject, fields, by, context);
      }
    },
  ),
};
