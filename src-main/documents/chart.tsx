import type { DocumentHead } from '#core/minutes/head.ts';
import type { PrintedChart, PrintedRow } from '#core/minutes/printed-charts.ts';
import { type ChartShape, chartPages, chartShapes } from '#core/pacing/chart-shapes.ts';
import type { ChartRow } from '#core/pacing/day-chart.ts';
import { formatLongDate, formatTime } from '#core/text/format.ts';
import { FIGURES, figureTexts, rowLength } from './chart-figures.ts';
import type { DocumentTexts } from './texts.ts';
import { nameText, type Paper, wholeMinutes } from './words.ts';

/** Lengths in points, as wide as the text of an A4 page; other paper sizes scale it. */
const LAYOUT = { width: 453, rowHeight: 15, fontSize: 7.5, labelWidth: 128, noteWidth: 62 };
/** As many as fit on an A4 page with a heading above. */
const ROWS_ON_A_PAGE = 38;

function Shape({ of: shape }: { of: ChartShape }) {
  switch (shape.shape) {
    case 'rect': {
      const { role, x, y, width, height } = shape;
      return <rect className={role} x={x} y={y} width={width} height={height} />;
    }
    case 'line': {
      const { role, x1, y1, x2, y2 } = shape;
      return <line className={role} x1={x1} y1={y1} x2={x2} y2={y2} />;
    }
    case 'text': {
      const { role, anchor, x, y, text } = shape;
      return (
        <text className={role} textAnchor={anchor} x={x} y={y} fontSize={LAYOUT.fontSize}>
          {text}
        </text>
      );
    }
    default:
      return shape satisfies never;
  }
}

interface ChartProps {
  readonly chart: PrintedChart;
  readonly paper: Paper<DocumentHead>;
}

/** "13 menit (+1)". */
function noteOf({ over, ...row }: PrintedRow, t: DocumentTexts): string {
  const length = wholeMinutes(rowLength(row));
  const beyond = wholeMinutes(over) === 0 ? '' : ` (+${wholeMinutes(over)})`;
  return length === 0 ? '' : `${t('time.minutes', { count: length })}${beyond}`;
}

function Picture({ chart, paper: { doc, t }, label }: ChartProps & { label: string }) {
  const layout = {
    ...LAYOUT,
    // Without its number on the agenda: the minutes and the rundown give the item others.
    name: ({ kind, short }: ChartRow) => nameText({ kind, title: short }, t),
    note: ({ id }: ChartRow) => {
      const row = chart.rows.find((one) => one.id === id);
      return row === undefined ? '' : noteOf(row, t);
    },
    time: (at: PrintedChart['from']) => formatTime(at, chart.zone, doc.locale),
  };
  return Array.from({ length: chartPages(chart, ROWS_ON_A_PAGE) }, (_, page) => {
    const { width, height, shapes } = chartShapes(chart, {
      ...layout,
      first: page * ROWS_ON_A_PAGE,
      count: ROWS_ON_A_PAGE,
    });
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: static markup, printed once
      <svg key={page} className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {shapes.map((shape, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: static markup, printed once
          <Shape key={index} of={shape} />
        ))}
      </svg>
    );
  });
}

/** The chart's content as figures, for screen readers and for readers who want numbers. */
function Figures({ chart, paper, label }: ChartProps & { label: string }) {
  return (
    <table className="grid figures">
      <caption>{label}</caption>
      <thead>
        <tr>
          {FIGURES.map(([key, name]) => (
            <th scope="col" key={key} className={name}>
              {paper.t(`chart.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {chart.rows.map((row) => {
          const [name, ...figures] = figureTexts(row, chart, paper);
          const cells = figures.map((text, index) => ({ text, key: FIGURES[index + 1]?.[0] }));
          return (
            <tr key={row.id} className="whole">
              <th scope="row">{name}</th>
              {cells.map(({ text, key }) => (
                <td key={key} className="centre">
                  {text}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Attachment: planned and actual times, a chart and its figures for each day of the meeting. */
export function Charts({ charts, paper }: { charts: readonly PrintedChart[]; paper: Paper<DocumentHead> }) {
  const { doc, t } = paper;
  return charts.map((chart) => {
    const date = formatLongDate(chart.day, doc.locale);
    return (
      <section className="paper attachment" key={chart.day}>
        <h2>{t('chart.heading', { date })}</h2>
        <p className="legend">{t('chart.legend')}</p>
        <Picture chart={chart} paper={paper} label={t('chart.picture', { date })} />
        <Figures chart={chart} paper={paper} label={t('chart.caption', { date })} />
      </section>
    );
  });
}
