import { z } from 'zod';
import { inChargeOf } from '../model/concerns.ts';
import { FollowUp, FollowUpStatus } from '../model/follow-up.ts';
import { assignDefined, getOwn } from '../model/own-properties.ts';
import { Refused } from '../refusals/refusals.ts';
import { civilDateAt } from '../time/zone.ts';
import { define, type MeetingDraft } from './definition.ts';
import { checkAgency, needItem, needNote } from './lookup.ts';

const Editable = FollowUp.pick({
  what: true,
  plan: true,
  pics: true,
  due: true,
  status: true,
  remark: true,
});

function checkPics(meeting: MeetingDraft, pics: readonly string[]): void {
  for (const id of pics) checkAgency(meeting, id);
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
        private: note?.visibility === 'private',
        origin: null,
      };
      meeting.followUps.order.push(id);
    },
  ),

  /** Changes a follow-up; setting it to done stores the date. */
  'followUp.edit': define(
    z.object({ followUpId: z.string(), fields: Editable.partial() }),
    (meeting, { followUpId, fields }, context) => {
      const followUp = getOwn(meeting.followUps.items, followUpId);
      if (followUp === undefined) throw new Refused('unknownFollowUp');
      if (fields.pics !== undefined) checkPics(meeting, fields.pics);
      if (fields.status !== undefined && fields.status !== followUp.status) {
        followUp.doneOn = fields.status === 'done' ? civilDateAt(context.at, meeting.zone) : null;
      }
      assignDefined(followUp, fields);
    },
  ),

  'followUp.delete': define(z.object({ followUpId: z.string() }), (meeting, { followUpId }) => {
    if (getOwn(meeting.followUps.items, followUpId) === undefined) throw new Refused('unknownFollowUp');
    delete meeting.followUps.items[followUpId];
    meeting.followUps.order = meeting.followUps.order.filter((id) => id !== followUpId);
  }),
};
