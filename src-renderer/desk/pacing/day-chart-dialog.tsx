import './pacing.css';
import { useState } from 'react';
import { itemOf, type Meeting } from '#core/model/meeting.ts';
import { chartShapes } from '#core/pacing/chart-shapes.ts';
import { type ChartRow, chartDays, type DayChart, dayChart } from '#core/pacing/day-chart.ts';
import { formatLongDate, formatTime, formatTimer } from '#core/text/format.ts';
import type { Instant } from '#core/time/units.ts';
import { Chart } from '#renderer/kit/chart.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { EmptyState } from '#renderer/kit/empty-state.tsx';
import { Segmented } from '#renderer/kit/segmented.tsx';
import { Select } from '#renderer/kit/select.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useWidth } from '#renderer/kit/use-width.ts';
import { useClock, useMeeting } from '../kernel/desk-context.tsx';
import { type DeskT, useT } from '../kernel/i18n.ts';
import { useNow } from '../kernel/use-now.ts';
import { briefName } from '../meeting/item-name.ts';
import { statusText } from '../meeting/status-text.ts';
import { DayTable } from './day-table.tsx';

const LEGEND = ['planned', 'spoke', 'over', 'pause', 'break'] as const;
const LINES = ['plannedEnd', 'now'] as const;

/** "12:40 +2:40", or why there is nothing. */
export function rowNote(t: DeskT, meeting: Meeting, row: ChartRow): string {
  if (row.stretches.length === 0) {
    const item = itemOf(meeting, row.id);
    return item === null || item.status === 'done' ? '' : statusText(t, item);
  }
  return row.over === 0 ? formatTimer(row.spent) : `${formatTimer(row.spent)} (${formatTimer(row.over, true)})`;
}

const rowName = (t: DeskT, meeting: Meeting, row: ChartRow): string => {
  const item = itemOf(meeting, row.id);
  return `${row.number === null ? '' : `${String(row.number)}. `}${item === null ? row.short : briefName(t, meeting, item)}`;
};

/** The legend: each role of the chart with a small example of its shapes. */
function Legend() {
  const t = useT();
  return (
    <ul className="d-chart-legend">
      {LEGEND.map((role) => (
        <li key={role}>
          <svg width="26" height="12" aria-hidden="true">
            <rect className={`k-chart-${role}`} x="1" y="1" width="24" height="10" />
            {role === 'over' &&
              [6, 12, 18, 24].map((x) => <line key={x} className="k-chart-hatch" x1={x} y1="1" x2={x - 5} y2="11" />)}
          </svg>
          {t(`pacing.chart.legend.${role}`)}
        </li>
      ))}
      {LINES.map((role) => (
        <li key={role}>
          <svg width="10" height="14" aria-hidden="true">
            <line className={`k-chart-${role}`} x1="5" y1="0" x2="5" y2="14" />
          </svg>
          {t(`pacing.chart.legend.${role}`)}
        </li>
      ))}
    </ul>
  );
}

/** A sentence with what the chart shows, for screen readers. */
function summary(t: DeskT, chart: DayChart, time: (at: Instant) => string): string {
  const over = chart.rows.filter((row) => row.over > 0).length;
  return t('pacing.chart.summary', {
    rows: chart.rows.length,
    over,
    planned: chart.plannedFinish === null ? '–' : time(chart.plannedFinish),
    end: chart.lastEnd === null ? '–' : time(chart.lastEnd),
  });
}

/** "Gambaran hari": planned and actual times, as a chart or a table. */
export function DayChartDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const locale = useLocale();
  const clock = useClock();
  const meeting = useMeeting();
  const [shown, show] = useState<'picture' | 'table'>('picture');
  const days = chartDays(meeting);
  const [picked, pick] = useState<string | null>(null);
  const day = picked ?? days.at(-1) ?? meeting.date;
  const [ref, width] = useWidth();
  useNow();
  const chart = dayChart(meeting, day, { now: clock.now(), mono: clock.mono() });
  const time = (at: Instant): string => formatTime(at, meeting.zone, locale);
  const wide = width > 1100;
  return (
    <Dialog title={t('pacing.chart.title')} isOpen onClose={onClose} size="full" className="d-chart">
      <div className="d-chart-head">
        <Segmented<'picture' | 'table'>
          label={t('pacing.chart.as')}
          hideLabel
          options={(['picture', 'table'] as const).map((id) => ({ id, label: t(`pacing.chart.${id}`) }))}
          value={shown}
          onChange={show}
        />
        {days.length > 1 && (
          <Select
            label={t('pacing.chart.day')}
            hideLabel
            options={days.map((id) => ({ id, label: formatLongDate(id, locale) }))}
            value={day}
            onChange={pick}
          />
        )}
        <p className="k-hint">{summary(t, chart, time)}</p>
      </div>
      {chart.rows.length === 0 ? (
        <EmptyState title={t('agenda.empty')}>{t('pacing.chart.emptyWhat')}</EmptyState>
      ) : (
        <>
          {shown === 'picture' && <Legend />}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
          <section className="d-chart-scroll" aria-label={t('pacing.chart.title')} tabIndex={0}>
            <div ref={ref}>
              {shown === 'table' ? (
                <DayTable
                  chart={chart}
                  name={(row) => rowName(t, meeting, row)}
                  note={(row) => rowNote(t, meeting, row)}
                />
              ) : (
                width > 0 && (
                  <Chart
                    label={`${t('pacing.chart.title')}. ${summary(t, chart, time)}`}
                    picture={chartShapes(chart, {
                      width,
                      rowHeight: 26,
                      fontSize: 13,
                      labelWidth: wide ? 240 : 180,
                      noteWidth: 132,
                      name: (row) => rowName(t, meeting, row),
                      note: (row) => rowNote(t, meeting, row),
                      time,
                    })}
                  />
                )
              )}
            </div>
          </section>
        </>
      )}
    </Dialog>
  );
}
