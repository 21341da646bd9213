import type { DocumentHead } from '#core/minutes/head.ts';
import type { MinutesAttendee } from '#core/minutes/minutes.ts';
import type { AttendanceForm } from '#core/model/export-options.ts';
import { formatLongDate } from '#core/text/format.ts';
import { cameText } from './labels.ts';
import { attendeeOffice, type Paper } from './words.ts';

interface TableProps {
  readonly paper: Paper<DocumentHead>;
  readonly attendance: readonly MinutesAttendee[];
  readonly form: Exclude<AttendanceForm, 'none'>;
}

/**
 * The attendance list (docs/domain/papers.md#attendance-list). blank: times and initials are for ink. ticked: who came
 * and when, that they did not, or that nobody recorded it; the initials are still for ink.
 */
export function AttendanceTable({ paper, attendance, form }: TableProps) {
  const { doc, t } = paper;
  const { title, date, locale } = doc;
  return (
    <table className="grid attendance">
      <caption>{t('title.attendance', { title, date: formatLongDate(date, locale) })}</caption>
      <thead>
        <tr>
          <th scope="col" className="no">
            {t('fields:number')}
          </th>
          <th scope="col" className="person">
            {t('fields:name')}
          </th>
          <th scope="col">{t('attendance.office')}</th>
          <th scope="col" className="time">
            {t('fields:time')}
          </th>
          <th scope="col" className="initials">
            {t('attendance.initials')}
          </th>
        </tr>
      </thead>
      <tbody>
        {attendance.map((attendee, index) => (
          <tr key={attendee.id} className="whole">
            <td className="centre">{index + 1}</td>
            {attendee.name === '' ? <td /> : <th scope="row">{attendee.name}</th>}
            <td>{attendeeOffice(attendee, t)}</td>
            <td className="centre">{cameText(attendee, form, paper)}</td>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
