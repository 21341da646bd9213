import { z } from 'zod';
import { ClockTimeSchema } from '../model/agenda-item.ts';
import { keepable } from '../model/kop.ts';
import { limitsAreSound } from '../model/limits.ts';
import { Attendee, MeetingFields, orderedItems } from '../model/meeting.ts';
import { assignDefined, getOwn } from '../model/own-properties.ts';
import { hasPresented } from '../model/presented.ts';
import { Leader, ROLES, ShortText } from '../model/roles.ts';
import { getsNegative, Sheet } from '../model/sheet.ts';
import { Refused } from '../refusals/refusals.ts';
import { ACTING } from '../text/office.ts';
import { define } from './definition.ts';
import { checkAgency, needItem } from './lookup.ts';

// Without the defaults, which would reset these fields with every change of another one.
const EditedFields = MeetingFields.extend({
  endAt: ClockTimeSchema.nullable(),
  minuteTakerRank: ShortText,
  minuteTakerNip: ShortText,
}).partial();
const AttendeeFields = Attendee.pick({ name: true, office: true, agencyId: true, acting: true, representing: true });
// Without the defaults, which would reset the status with every change of another field.
const EditedAttendee = AttendeeFields.extend({ acting: z.enum(ACTING), representing: z.boolean() }).partial();

export const meetingCommands = {
  'meeting.edit': define(z.object({ fields: EditedFields }), (meeting, { fields }) => {
    if (fields.limits !== undefined && !limitsAreSound(fields.limits)) throw new Refused('limitsUnsound');
    assignDefined(meeting, fields);
    if (fields.limits === undefined) return;
    // The later change wins, for items that have not begun.
    for (const item of Object.values(meeting.agenda.items)) {
      if (item.limits === null && !hasPresented(item)) item.adjusted = null;
    }
  }),

  /** Replaces the meeting's own letterhead by that of the settings. */
  'meeting.renewKop': define(z.object({}), (meeting, _payload, context) => {
    meeting.kop = keepable(context.kop);
  }),

  'leader.edit': define(z.object({ leader: Leader }), (meeting, { leader }) => {
    const others = meeting.leaders.filter(({ role }) => role !== leader.role);
    meeting.leaders = [...others, leader].toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
  }),

  /** Changes parts of an agency's sheet; a part is replaced whole (targets, budget, personnel). */
  'sheet.edit': define(z.object({ itemId: z.string(), fields: Sheet.partial() }), (meeting, { itemId, fields }) => {
    const { sheet } = needItem(meeting, itemId);
    if (fields.budget !== undefined && getsNegative(sheet.budget, fields.budget)) throw new Refused('amountNegative');
    assignDefined(sheet, fields);
  }),

  'attendance.add': define(AttendeeFields, (meeting, fields, context) => {
    checkAgency(meeting, fields.agencyId);
    const id = context.newId();
    meeting.attendance.items[id] = { id, ...fields, present: false, at: null };
    meeting.attendance.order.push(id);
  }),

  /** Adds the leaders and the presenters of all presenting agencies that are not on the list yet. */
  'attendance.fill': define(z.object({}), (meeting, _payload, context) => {
    const known = Object.values(meeting.attendance.items);
    const add = (fields: z.infer<typeof AttendeeFields>) => {
      const listed = known.some((other) =>
        fields.agencyId === null ? other.name === fields.name : other.agencyId === fields.agencyId,
      );
      if (listed) return;
      const id = context.newId();
      const attendee = { id, ...fields, present: false, at: null };
      known.push(attendee);
      meeting.attendance.items[id] = attendee;
      meeting.attendance.order.push(id);
    };
    for (const leader of meeting.leaders) {
      if (leader.name === '') continue;
      add({ name: leader.name, office: leader.office, agencyId: null, acting: 'none', representing: false });
    }
    for (const item of orderedItems(meeting)) {
      if (item.agencyId === null) continue;
      add({ ...item.presenter, agencyId: item.agencyId });
    }
  }),

  'attendance.edit': define(
    z.object({ attendeeId: z.string(), fields: EditedAttendee }),
    (meeting, { attendeeId, fields }) => {
      const attendee = getOwn(meeting.attendance.items, attendeeId);
      if (attendee === undefined) throw new Refused('unknownAttendee');
      checkAgency(meeting, fields.agencyId ?? null);
      assignDefined(attendee, fields);
    },
  ),

  'attendance.tick': define(
    z.object({ attendeeId: z.string(), present: z.boolean() }),
    (meeting, { attendeeId, present }, context) => {
      const attendee = getOwn(meeting.attendance.items, attendeeId);
      if (attendee === undefined) throw new Refused('unknownAttendee');
      attendee.present = present;
      attendee.at = present ? context.at : null;
    },
  ),

  'attendance.remove': define(z.object({ attendeeId: z.string() }), (meeting, { attendeeId }) => {
    if (getOwn(meeting.attendance.items, attendeeId) === undefined) throw new Refused('unknownAttendee');
    delete meeting.attendance.items[attendeeId];
    meeting.attendance.order = meeting.attendance.order.filter((id) => id !== attendeeId);
  }),
};
