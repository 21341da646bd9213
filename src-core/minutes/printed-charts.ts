import type { Meeting } from '../model/meeting.ts';
import { toldTurn } from '../model/presented.ts';
import { type ChartRow, chartDays, type DayChart, dayChart } from '../pacing/day-chart.ts';
import { type Session, sessionsOf } from './sessions.ts';

/** An item of a day with the times of day that the minutes print for it. */
export interface PrintedRow extends ChartRow {
  /** Those of this day. */
  readonly sessions: readonly Session[];
}

/** A day of the meeting on paper. */
export interface PrintedChart extends DayChart {
  readonly rows: readonly PrintedRow[];
}

/** The sessions of a turn in which the stretches of a day lie: who was called twice did not present in between. */
function sessionsOn(meeting: Meeting, { id, stretches }: ChartRow): Session[] {
  const item = meeting.agenda.items[id];
  if (item === undefined) return [];
  return sessionsOf(toldTurn(item)).filter(({ from, to }) =>
    stretches.some((stretch) => stretch.from >= from && (to === null || stretch.from < to)),
  );
}

/** Planned and actual times of each day of the meeting, only from what was recorded. */
export const printedCharts = (meeting: Meeting): PrintedChart[] =>
  chartDays(meeting).map((day) => {
    const chart = dayChart(meeting, day);
    return { ...chart, rows: chart.rows.map((row) => ({ ...row, sessions: sessionsOn(meeting, row) })) };
  });
