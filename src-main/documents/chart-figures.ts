import type { DocumentHead } from '#core/minutes/head.ts';
import type { ChartRow, DayChart } from '#core/pacing/day-chart.ts';
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

/** How long a row took, as the minutes state it beside the same times of day. */
export function rowLength({ stretches, spent }: Pick<ChartRow, 'stretches' | 'spent'>): number {
  const [first, last] = [stretches[0], stretches.at(-1)];
  const sessions = first === undefined || last === undefined ? [] : [{ from: first.from, to: last.to }];
  return printedLength({ sessions, spent });
}

/** The texts of a row, in the order of the columns. */
export function figureTexts(row: ChartRow, chart: DayChart, { doc, t }: Paper<DocumentHead>): string[] {
  const time = (at: DayChart['from']): string => formatTime(at, chart.zone, doc.locale);
  const span = (from: DayChart['from'], to: DayChart['from']): string => `${time(from)}–${time(to)}`;
  const [first, last] = [row.stretches[0], row.stretches.at(-1)];
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
    first === undefined || last === undefined ? t('nothing') : span(first.from, last.to),
    length(rowLength(row)),
    length(row.over),
    delay(),
  ];
}
