import type { ChartRow, DayChart } from '#core/pacing/day-chart.ts';
import { formatTime, formatTimer } from '#core/text/format.ts';
import type { Instant } from '#core/time/units.ts';
import { MINUTE } from '#core/time/units.ts';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useT } from '../kernel/i18n.ts';

export interface DayTableProps {
  readonly chart: DayChart;
  name(row: ChartRow): string;
  /** The text in place of times if an item was not reached. */
  note(row: ChartRow): string;
}

/** The chart in figures. */
export function DayTable({ chart, name, note }: DayTableProps) {
  const t = useT();
  const locale = useLocale();
  const time = (at: Instant | undefined): string => (at === undefined ? '–' : formatTime(at, chart.zone, locale));
  const late = ({ delay }: ChartRow): string => {
    const minutes = delay === null ? 0 : Math.round(delay / MINUTE);
    if (delay === null) return '–';
    return minutes === 0 ? '0' : `${minutes > 0 ? '+' : '−'}${String(Math.abs(minutes))}`;
  };
  return (
    <table className="d-ledger d-day-table">
      <thead>
        <tr>
          <th scope="col">{t('fields:item')}</th>
          <th scope="col">{t('fields:planned')}</th>
          <th scope="col">{t('pacing.day.actual')}</th>
          <th scope="col">{t('fields:spent')}</th>
          <th scope="col">{t('pacing.day.over')}</th>
          <th scope="col">{t('pacing.day.delay')}</th>
        </tr>
      </thead>
      <tbody>
        {chart.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="d-adjust-name">
              {name(row)}
            </th>
            <td className="d-figures">
              {row.planned === null ? '–' : `${time(row.planned.from)}–${time(row.planned.to)}`}
            </td>
            {row.stretches.length === 0 ? (
              <td colSpan={4}>{note(row) || '–'}</td>
            ) : (
              <>
                <td className="d-figures">{`${time(row.stretches[0]?.from)}–${time(row.stretches.at(-1)?.to)}`}</td>
                <td className="d-figures">{formatTimer(row.spent)}</td>
                <td className="d-figures">{row.over === 0 ? '–' : formatTimer(row.over, true)}</td>
                <td className="d-figures">{late(row)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
