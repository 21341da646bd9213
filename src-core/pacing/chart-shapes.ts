import type { Instant } from '../time/units.ts';
import { MINUTE } from '../time/units.ts';
import type { ChartRow, DayChart } from './day-chart.ts';
import type { Stretch } from './stretches.ts';

/** What a shape represents; each renderer gives it a colour. Hatching marks an overrun without colour. */
export type ChartRole = 'planned' | 'spoke' | 'over' | 'pause' | 'break' | 'band';

export type ChartShape =
  | {
      readonly shape: 'rect';
      readonly role: ChartRole;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly shape: 'line';
      /** `hatch` covers an overrun, `gap` a pause. */
      readonly role: 'grid' | 'now' | 'plannedEnd' | 'hatch' | 'gap';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    }
  | {
      readonly shape: 'text';
      readonly role: 'name' | 'note' | 'time';
      readonly anchor: 'start' | 'middle' | 'end';
      readonly x: number;
      /** The baseline. */
      readonly y: number;
      readonly text: string;
    };

/** All lengths are in one unit: px on the screen, pt or mm × n on paper. */
export interface ChartLayout {
  readonly width: number;
  readonly rowHeight: number;
  readonly fontSize: number;
  /** Space for the names at the left, and for the labels at the right. */
  readonly labelWidth: number;
  readonly noteWidth: number;
  /** The rows from `first` on, at most `count` of them: one page. Omitted: all. */
  readonly first?: number;
  readonly count?: number;
  /** The texts of a row, and of a time of day, in the reader's language. */
  name(row: ChartRow): string;
  note(row: ChartRow): string;
  time(at: Instant): string;
}

export interface ChartPicture {
  readonly width: number;
  readonly height: number;
  /** In painting order. */
  readonly shapes: readonly ChartShape[];
}

/** Distances between two marks of the time axis that are easy to read, minutes. */
const STEPS = [5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440];
/** Letters are a little more than half as wide as high; names are cut to that, since a drawing does not wrap. */
const LETTER = 0.54;

const round = (value: number): number => Math.round(value * 100) / 100;

/** How many pages of `rowsPerPage` rows a chart fills; at least one. */
export const chartPages = (chart: DayChart, rowsPerPage: number): number =>
  Math.max(1, Math.ceil(chart.rows.length / rowsPerPage));

/** The text cut to `width`, with an ellipsis. */
export function fitText(text: string, width: number, fontSize: number): string {
  const letters = Math.max(1, Math.floor(width / (fontSize * LETTER)));
  const all = [...text];
  return all.length <= letters
    ? text
    : `${all
        .slice(0, letters - 1)
        .join('')
        .trimEnd()}…`;
}

/** The time axis: its marks, and the position of an instant. */
function axisOf(chart: DayChart, left: number, right: number, fontSize: number) {
  const room = Math.max(1, right - left);
  const span = Math.max(MINUTE, chart.to - chart.from);
  const least = (span / room) * fontSize * 4;
  const step = (STEPS.find((minutes) => minutes * MINUTE >= least) ?? 1440) * MINUTE;
  const from = Math.floor(chart.from / step) * step;
  const to = Math.max(from + step, Math.ceil(chart.to / step) * step);
  const xOf = (at: number): number => left + ((Math.min(to, Math.max(from, at)) - from) / (to - from)) * room;
  const marks = Array.from({ length: Math.round((to - from) / step) + 1 }, (_none, index) => from + index * step);
  return { marks, xOf };
}

/** Diagonal strokes over a rectangle, clipped to its edges. */
function hatch(x: number, y: number, width: number, height: number, every: number): ChartShape[] {
  const lines: ChartShape[] = [];
  for (let at = every / 2; at < width + height; at += every) {
    const start = Math.min(at, width);
    const end = Math.max(0, at - height);
    lines.push({
      shape: 'line',
      role: 'hatch',
      x1: round(x + start),
      y1: round(y + (at - start)),
      x2: round(x + end),
      y2: round(y + (at - end)),
    });
  }
  return lines;
}

/** The smallest width at which a piece is visible. */
const LEAST = 1;

function pieceShapes(
  { kind, from, to }: Stretch,
  isBreak: boolean,
  box: { y: number; height: number },
  xOf: (at: number) => number,
): ChartShape[] {
  const x = round(xOf(from));
  const width = round(Math.max(LEAST, xOf(to) - xOf(from)));
  const y = round(box.y);
  const height = round(box.height);
  switch (kind) {
    case 'spoke':
      return [{ shape: 'rect', role: isBreak ? 'break' : 'spoke', x, y, width, height }];
    case 'over':
      return [
        { shape: 'rect', role: 'over', x, y, width, height },
        ...hatch(x, y, width, height, Math.max(3, height / 2)),
      ];
    case 'pause': {
      const middle = round(y + height / 2);
      return [
        { shape: 'rect', role: 'pause', x, y, width, height },
        { shape: 'line', role: 'gap', x1: x, y1: middle, x2: round(x + width), y2: middle },
      ];
    }
    default:
      return kind satisfies never;
  }
}

/**
 * Draws a chart: planned above actual, one row per item, the part beyond the limit hatched. Numbers in, shapes out: the
 * desk and the minutes paint the same.
 */
export function chartShapes(chart: DayChart, layout: ChartLayout): ChartPicture {
  const { width, rowHeight, fontSize, labelWidth, noteWidth, first = 0, count = chart.rows.length } = layout;
  const left = labelWidth;
  const right = width - noteWidth;
  const head = fontSize * 2;
  const rows = chart.rows.slice(first, first + count);
  const height = round(head + rows.length * rowHeight + fontSize / 2);
  const { marks, xOf } = axisOf(chart, left, right, fontSize);
  const shapes: ChartShape[] = [];
  const vertical = (role: 'grid' | 'now' | 'plannedEnd', at: number): void => {
    const x = round(xOf(at));
    shapes.push({ shape: 'line', role, x1: x, y1: head - fontSize / 3, x2: x, y2: height });
  };

  for (const [index] of rows.entries()) {
    if (index % 2 === 1) continue;
    shapes.push({ shape: 'rect', role: 'band', x: 0, y: round(head + index * rowHeight), width, height: rowHeight });
  }
  for (const mark of marks) {
    vertical('grid', mark);
    const text = layout.time(mark as Instant);
    shapes.push({ shape: 'text', role: 'time', anchor: 'middle', x: round(xOf(mark)), y: round(fontSize * 1.2), text });
  }
  if (chart.plannedFinish !== null) vertical('plannedEnd', chart.plannedFinish);

  for (const [index, row] of rows.entries()) {
    const top = head + index * rowHeight;
    const baseline = round(top + rowHeight / 2 + fontSize * 0.35);
    const name = fitText(layout.name(row), left - fontSize * 0.8, fontSize);
    shapes.push({ shape: 'text', role: 'name', anchor: 'start', x: round(fontSize * 0.3), y: baseline, text: name });
    if (row.planned !== null) {
      const x = round(xOf(row.planned.from));
      const planned = { y: round(top + rowHeight * 0.14), height: round(rowHeight * 0.22) };
      const plannedWidth = round(Math.max(LEAST, xOf(row.planned.to) - xOf(row.planned.from)));
      shapes.push({ shape: 'rect', role: 'planned', x, width: plannedWidth, ...planned });
    }
    const box = { y: top + rowHeight * 0.42, height: rowHeight * 0.42 };
    for (const stretch of row.stretches) shapes.push(...pieceShapes(stretch, row.kind === 'break', box, xOf));
    const note = layout.note(row);
    if (note !== '') {
      shapes.push({
        shape: 'text',
        role: 'note',
        anchor: 'end',
        x: round(width - fontSize * 0.3),
        y: baseline,
        text: fitText(note, noteWidth - fontSize * 0.6, fontSize),
      });
    }
  }
  if (chart.now !== null) vertical('now', chart.now);
  return { width, height, shapes };
}
