import type { Attendee, Meeting } from '#core/model/meeting.ts';

export interface AttendanceFilter {
  readonly text: string;
  readonly absentOnly: boolean;
}

/**
 * The attendance list in its order, filtered: every typed word is in the name, the office or the agency.
 * @param at who is just being ticked: they stay among the absent
 */
export function listedAttendees(
  meeting: Pick<Meeting, 'attendance' | 'agencies'>,
  filter: AttendanceFilter,
  at: string | null,
): Attendee[] {
  const words = filter.text.toLocaleLowerCase('id').split(/\s+/).filter(Boolean);
  return meeting.attendance.order
    .flatMap((id) => meeting.attendance.items[id] ?? [])
    .filter(({ id, present }) => !(filter.absentOnly && present) || id === at)
    .filter((attendee) => {
      const agency = attendee.agencyId === null ? undefined : meeting.agencies[attendee.agencyId];
      const hay = `${attendee.name} ${attendee.office} ${agency?.name ?? ''} ${agency?.short ?? ''}`.toLocaleLowerCase(
        'id',
      );
      return words.every((word) => hay.includes(word));
    });
}

export const countPresent = ({ attendance }: Pick<Meeting, 'attendance'>): number =>
  Object.values(attendance.items).filter(({ present }) => present).length;
