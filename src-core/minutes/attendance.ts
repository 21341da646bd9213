import type { AttendanceForm, DocumentOptions } from '../model/export-options.ts';
import { attendeePerson, type Meeting } from '../model/meeting.ts';
import { type DocumentHead, headOf } from './head.ts';
import type { MinutesAttendee } from './minutes.ts';
import { allPrintable } from './printable.ts';

/** The attendance list in its order; who is meant as a leader is known by the name. */
export function attendees(meeting: Meeting): MinutesAttendee[] {
  const { attendance, leaders } = meeting;
  return attendance.order
    .flatMap((id) => attendance.items[id] ?? [])
    .map((attendee) => {
      const leader = leaders.find(({ name }) => attendee.agencyId === null && name !== '' && name === attendee.name);
      return { ...attendee, ...attendeePerson(meeting, attendee), role: leader?.role ?? null };
    });
}

/** Daftar hadir as a paper of its own. */
export interface Attendance extends DocumentHead {
  readonly attendance: readonly MinutesAttendee[];
  /** The list alone is asked for in order to be had: `none` does not come. */
  readonly form: Exclude<AttendanceForm, 'none'>;
}

export const attendanceOf = (meeting: Meeting, { strict, include }: DocumentOptions): Attendance =>
  allPrintable({
    ...headOf(meeting, strict),
    attendance: attendees(meeting),
    form: include.attendance === 'ticked' ? 'ticked' : 'blank',
  });
