import { formatLongDate, formatTime } from '#core/text/format.ts';
import type { Paper } from './words.ts';

/** Lampiran: daftar hadir, its last column empty for ink (domain.md §5, 9). */
export function AttendanceTable({ paper: { minutes, t } }: { paper: Paper }) {
  const { attendance, title, date, zone, locale } = minutes;
  return (
    <table className="grid attendance">
      <caption>{t('attendance.caption', { title, date: formatLongDate(date, locale) })}</caption>
      <thead>
        <tr>
          <th scope="col" className="no">
            {t('attendance.no')}
          </th>
          <th scope="col" className="name">
            {t('attendance.name')}
          </th>
          <th scope="col">{t('attendance.office')}</th>
          <th scope="col" className="time">
            {t('attendance.time')}
          </th>
          <th scope="col" className="initials">
            {t('attendance.initials')}
          </th>
        </tr>
      </thead>
      <tbody>
        {attendance.map(({ id, name, office, role, present, at }, index) => (
          <tr key={id}>
            <td className="centre">{index + 1}</td>
            <th scope="row">{name}</th>
            <td>{office || (role === null ? '' : t(`domain:role.${role}`))}</td>
            <td className="centre">
              {present && at !== null && formatTime(at, zone, locale)}
              {!present && t('attendance.absent')}
            </td>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
