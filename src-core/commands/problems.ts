import { original } from 'immer';
import { z } from 'zod';
import { inChargeOf } from '../model/concerns.ts';
import { EntryFields } from '../model/entry.ts';
import { LONG_TEXT_MAX } from '../model/lengths.ts';
import { problemsNow } from '../model/meeting-matters.ts';
import { Refused } from '../refusals/refusals.ts';
import { civilDateAt } from '../time/zone.ts';
import { define } from './definition.ts';
import { needSubject } from './entry-records.ts';
import { addEntryHere, By, takeOut } from './follow-ups.ts';
import { checkAgency, needItem, needNote } from './lookup.ts';

const ById = z.object({ problemId: z.string(), by: By });

export const problemCommands = {
  /**
   * Keeps a problem open, of a note or of the sheet: it comes back with the agency until it is solved. The agency is
   * the one that presents, or that the note is about, unless another is named.
   */
  'problem.keep': define(
    z.object({
      noteId: z.string().nullable(),
      itemId: z.string().nullable(),
      text: z.string().max(LONG_TEXT_MAX).nullable(),
      agencyId: z.string().nullable().default(null),
    }),
    (meeting, { noteId, itemId, text, agencyId }, context) => {
      const note = noteId === null ? null : needNote(meeting, noteId);
      const ofItem = note?.itemId ?? itemId;
      const item = ofItem === null ? null : needItem(meeting, ofItem);
      const words = (text ?? note?.text ?? '').trim();
      if (words === '') throw new Refused('noteEmpty');
      const ofAgency = agencyId ?? item?.agencyId ?? (note === null ? null : inChargeOf(meeting, note)[0]);
      if (ofAgency === null || ofAgency === undefined) throw new Refused('unknownAgency');
      checkAgency(meeting, ofAgency);
      if (note !== null && problemsNow(original(meeting) ?? meeting).some((other) => other.noteId === noteId)) {
        throw new Refused('problemKept');
      }
      const id = context.newId();
      meeting.problems.items[id] = {
        id,
        text: words,
        agencyId: ofAgency,
        since: civilDateAt(note?.at ?? context.at, meeting.zone),
        noteId,
        itemId: ofItem,
        private: note?.visibility === 'private',
        origin: null,
      };
      meeting.problems.order.push(id);
    },
  ),

  /** Says that it was raised again in this meeting, which opens it again; refused with `problemRaised` the second time. */
  'problem.recur': define(ById, (meeting, { problemId, by }, context) => {
    const subject = needSubject(meeting, 'problem', problemId);
    const { record, now } = subject;
    const raised =
      record.origin === null || now.entries.some(({ fields, madeIn }) => fields.recurred && madeIn === meeting.id);
    if (raised) throw new Refused('problemRaised');
    addEntryHere(meeting, subject, { recurred: true, solved: false }, by, context);
  }),

  /** Declares it solved, or open again. */
  'problem.solve': define(
    ById.extend({ solved: z.boolean(), remark: EntryFields.shape.remark }),
    (meeting, { problemId, solved, remark, by }, context) =>
      addEntryHere(meeting, needSubject(meeting, 'problem', problemId), { solved, remark }, by, context),
  ),

  /** Corrects its words or its agency, or says something of it. */
  'problem.edit': define(
    ById.extend({
      fields: z.object({
        text: EntryFields.shape.what,
        agencyId: z.string().optional(),
        remark: EntryFields.shape.remark,
        evidence: EntryFields.shape.evidence,
      }),
    }),
    (meeting, { problemId, fields: { text: what, agencyId, ...fields }, by }, context) => {
      const pics = agencyId === undefined ? undefined : [agencyId];
      addEntryHere(meeting, needSubject(meeting, 'problem', problemId), { ...fields, what, pics }, by, context);
    },
  ),

  'problem.delete': define(ById, (meeting, { problemId, by }, context) =>
    takeOut(meeting, 'problems', needSubject(meeting, 'problem', problemId), by, context),
  ),
};
