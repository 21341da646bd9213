import type { DocumentHead } from '#core/minutes/head.ts';
import type { PrintedChart, PrintedRow } from '#core/minutes/printed-charts.ts';
import type { DayChart } from '#core/pacing/day-chart.ts';
import { formatTime } from '#core/text/format.ts';
import { MINUTE } from '#core/time/units.ts';
import { nameText, type Paper, printedLength, wholeMinutes } from './words.ts';

/** The columns of planned and actual times, and the names of their widths in the style sheet. */
export const FIGURES = [
  ['item', ''],
  ['planned', 'span'],
  ['actual', 'span'],
  ['spent', 'spent'],
  ['over', 'spent'],
  ['delay', 'began'],
] as const;

/** When an item was active on the day, up to what was last recorded. */
const endedSessions = ({ sessions, stretches }: Pick<PrintedRow, 'sessions' | 'stretches'>) =>
  sessions.map(({ from, to }) => ({ from, to: to ?? stretches.at(-1)?.to ?? from }));

/** How long a row took, as the minutes state it beside the same times of day. */
export const rowLength = ({ spent, ...row }: Pick<PrintedRow, 'sessions' | 'stretches' | 'spent'>): number =>
  printedLength({ sessions: endedSessions(row), spent });

/** The texts of a row, in the order of the columns. */
export function figureTexts(row: PrintedRow, chart: PrintedChart, { doc, t }: Paper<DocumentHead>): string[] {
  const time = (at: DayChart['from']): string => formatTime(at, chart.zone, doc.locale);
  const span = (from: DayChart['from'], to: DayChart['from']): string => `${time(from)}–${time(to)}`;
  const actual = endedSessions(row).map(({ from, to }) => span(from, to));
  const length = (ms: number): string => (wholeMinutes(ms) === 0 ? t('nothing') : String(wholeMinutes(ms)));
  const delay = (): string => {
    if (row.delay === null) return t('nothing');
    const minutes = Math.round(row.delay / MINUTE);
    if (minutes === 0) return t('chart.onTime');
    return t(minutes > 0 ? 'chart.later' : 'chart.earlier', {
      length: t('time.minutes', { count: Math.abs(minutes) }),
    });
  };
  return [
    nameText({ kind: row.kind, title: row.title }, t),
    row.planned === null ? t('nothing') : span(row.planned.from, row.planned.to),
    actual.join(', ') || t('nothing'),
    length(rowLength(row)),
    length(row.over),
    delay(),
  ];
}
