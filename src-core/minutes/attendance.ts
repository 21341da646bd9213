import type { AttendanceForm, DocumentOptions } from '../model/export-options.ts';
import { attendeePerson, type Meeting } from '../model/meeting.ts';
import { type DocumentHead, headOf } from './head.ts';
import type { MinutesAttendee } from './minutes.ts';
import { allPrintable } from './printable.ts';

const groupOf = ({ role, agencyId }: Pick<MinutesAttendee, 'role' | 'agencyId'>): string =>
  role !== null ? 'leaders' : agencyId !== null ? 'agencies' : 'others';

/** The attendance list in its order; a leader is recognised by name. */
export function attendees(meeting: Meeting): MinutesAttendee[] {
  const { attendance, leaders } = meeting;
  const listed = attendance.order
    .flatMap((id) => attendance.items[id] ?? [])
    .map((attendee) => {
      const leader = leaders.find(({ name }) => attendee.agencyId === null && name !== '' && name === attendee.name);
      return { ...attendee, ...attendeePerson(meeting, attendee), role: leader?.role ?? null };
    });
  const recorded = new Set(listed.filter(({ present }) => present).map(groupOf));
  return listed.map((attendee) => ({ ...attendee, isRecorded: recorded.has(groupOf(attendee)) }));
}

/** The attendance list as a document of its own. */
export interface Attendance extends DocumentHead {
  readonly attendance: readonly MinutesAttendee[];
  /** Never `none`: this document consists of the list. */
  readonly form: Exclude<AttendanceForm, 'none'>;
}

export const attendanceOf = (meeting: Meeting, { strict, include }: DocumentOptions): Attendance =>
  allPrintable({
    ...headOf(meeting, strict),
    attendance: attendees(meeting),
    form: include.attendance === 'ticked' ? 'ticked' : 'blank',
  });
