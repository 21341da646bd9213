import type { Meeting } from '../model/meeting.ts';
import type { Locale } from '../text/format.ts';
import type { CivilDate, ClockTime, Zone } from '../time/zone.ts';

/** What every document says about its meeting. */
export interface DocumentHead {
  readonly locale: Locale;
  readonly sample: boolean;
  /** The meeting is not closed yet: documents about its course are marked as drafts. */
  readonly unfinished: boolean;
  readonly title: string;
  /** Empty under `strict`, like the number and the place, which are not part of the form. */
  readonly theme: string;
  readonly number: string;
  readonly date: CivilDate;
  readonly zone: Zone;
  readonly term: string;
  readonly place: string;
  readonly plannedStart: ClockTime;
}

/** @param strict leaves out what is not in the form (docs/domain/papers.md#order-of-the-minutes) */
export function headOf(meeting: Meeting, strict = false): DocumentHead {
  return {
    locale: meeting.locale,
    sample: meeting.sample,
    unfinished: meeting.status !== 'finished',
    title: meeting.title,
    theme: strict ? '' : meeting.theme,
    number: strict ? '' : meeting.number,
    date: meeting.date,
    zone: meeting.zone,
    term: meeting.term,
    place: strict ? '' : meeting.place,
    plannedStart: meeting.startAt,
  };
}
