import { describe, expect, it } from 'vitest';
import { Meeting } from '#core/model/meeting.ts';
import { type ChartLayout, type ChartShape, chartPages, chartShapes } from '#core/pacing/chart-shapes.ts';
import { type ChartRow, chartDays, type DayChart, dayChart } from '#core/pacing/day-chart.ts';
import { formatTime } from '#core/text/format.ts';
import { instant, minutes } from '#core/time/units.ts';
import { instantOf } from '#core/time/zone.ts';
import { openRoom, type Room, start, steppedClock } from '../../../support/build-meeting.ts';

const DAY = '2021-05-17';
const shown = (at: number): string => formatTime(instant(at), 'WITA', 'id');
const rowOf = (chart: DayChart, title: string): ChartRow => {
  const row = chart.rows.find((one) => one.title === title || one.kind === title);
  if (row === undefined) throw new Error(`no row ${title}`);
  return row;
};
const pieces = (row: ChartRow): string[] =>
  row.stretches.map(({ kind, from, to }) => `${kind} ${shown(from)}–${shown(to)}`);
const pass = (room: Room, mins: number): void => room.clock.advance(minutes(mins));

/** 08.30: Dinkes at 08.45 by the plan (three items of 5 minutes before it) begins at 08.40 and runs over. */
function overrun(): Room {
  const room = openRoom();
  start(room, 'opening');
  pass(room, 10);
  room.send({ type: 'turn.finish', callNext: false });
  start(room, 'Dinas Kesehatan');
  pass(room, 9);
  room.send({ type: 'turn.pause' });
  pass(room, 4);
  room.send({ type: 'turn.resume' });
  pass(room, 6);
  room.send({ type: 'turn.finish', callNext: false });
  return room;
}

describe('what was planned', () => {
  it('is stored with the first call of the day, from the planned start on', () => {
    const room = openRoom();
    pass(room, 25);
    start(room, 'opening');
    const [plan] = room.meeting().plans;
    expect(plan).toMatchObject({ day: DAY, at: instantOf(DAY, '08:55', 'WITA') });
    expect(shown(plan?.items[room.item('opening').id]?.start ?? 0)).toBe('08.30');
    expect(room.item('opening').turn.plan).toEqual({ start: instantOf(DAY, '08:30', 'WITA'), length: minutes(5) });
  });

  it('stays when limits are changed afterwards, and undo removes it with the call', () => {
    const room = openRoom();
    const before = room.meeting();
    const { inverse } = room.send({ type: 'turn.call', itemId: room.item('opening').id });
    expect(inverse.some(({ path }) => path[0] === 'plans')).toBe(true);
    expect(before.plans).toEqual([]);
    const planned = rowOf(dayChart(room.meeting()), 'Kecamatan Satui').planned;
    room.send({ type: 'meeting.edit', fields: { limits: { soft: minutes(4), hard: minutes(5) } } });
    expect(rowOf(dayChart(room.meeting()), 'Kecamatan Satui').planned).toEqual(planned);
    start(room, 'Kecamatan Satui');
    expect(room.item('Kecamatan Satui').turn.plan).toEqual({ start: planned?.from, length: minutes(5) });
  });

  it('of an item is that of its first call, also when it is called again', () => {
    const room = openRoom();
    const itemId = room.item('Kecamatan Satui').id;
    room.send({ type: 'turn.call', itemId });
    const first = room.item('Kecamatan Satui').turn.plan;
    room.send({ type: 'turn.call', itemId: room.item('opening').id });
    room.send({ type: 'meeting.edit', fields: { limits: { soft: minutes(4), hard: minutes(5) } } });
    room.send({ type: 'turn.call', itemId });
    expect(room.item('Kecamatan Satui').turn.plan).toEqual(first);
    expect(first?.length).not.toBe(minutes(5));
  });

  it('is kept through storage, and an older file without it still opens', () => {
    const room = overrun();
    const stored: unknown = JSON.parse(JSON.stringify(room.meeting()));
    expect(dayChart(Meeting.parse(stored))).toEqual(dayChart(room.meeting()));
    const old = JSON.parse(JSON.stringify(room.meeting())) as Record<string, unknown>;
    delete old.plans;
    expect(Meeting.parse(old).plans).toEqual([]);
  });

  it('is stored again on the next day, and not at midnight of an evening that continues', () => {
    const evening = openRoom({ clock: steppedClock(instantOf(DAY, '23:50', 'WITA')) });
    start(evening, 'opening');
    pass(evening, 15);
    evening.send({ type: 'turn.finish', callNext: true });
    expect(chartDays(evening.meeting())).toEqual([DAY]);
    pass(evening, 9 * 60);
    evening.send({ type: 'turn.skip', itemId: evening.meeting().current ?? '' });
    start(evening, 'Dinas Kesehatan');
    expect(chartDays(evening.meeting())).toEqual([DAY, '2021-05-18']);
    expect(evening.meeting().plans[1]?.items[evening.item('opening').id]).toBeUndefined();
  });
});

describe('the chart of the day', () => {
  it('distinguishes speaking, pause and overrun of a turn', () => {
    const row = rowOf(dayChart(overrun().meeting()), 'Dinas Kesehatan');
    expect(pieces(row)).toEqual(['spoke 08.40–08.49', 'pause 08.49–08.53', 'spoke 08.53–08.56', 'over 08.56–08.59']);
    expect([row.spent, row.over, row.delay]).toEqual([minutes(15), minutes(3), minutes(-5)]);
    expect(row.planned && [shown(row.planned.from), shown(row.planned.to)]).toEqual(['08.45', '08.57']);
  });

  it('lists what presented in the order in which it began, then what was not reached', () => {
    const room = openRoom();
    start(room, 'Kecamatan Satui');
    pass(room, 5);
    room.send({ type: 'turn.finish', callNext: false });
    start(room, 'Dinas Kesehatan');
    pass(room, 1);
    room.send({ type: 'turn.pause' });
    const titles = dayChart(room.meeting()).rows.map(({ title, kind }) => title || kind);
    expect(titles.slice(0, 3)).toEqual(['Kecamatan Satui', 'Dinas Kesehatan', 'opening']);
    expect(titles).toHaveLength(room.meeting().agenda.order.length);
  });

  it('draws a running turn up to now, and one that is paused as a pause', () => {
    const room = openRoom();
    start(room, 'opening');
    pass(room, 3);
    const moment = () => ({ now: room.clock.at(), mono: room.clock.mono() });
    expect(pieces(rowOf(dayChart(room.meeting(), DAY, moment()), 'opening'))).toEqual(['spoke 08.30–08.33']);
    expect(pieces(rowOf(dayChart(room.meeting()), 'opening'))).toEqual([]);
    room.send({ type: 'turn.pause' });
    pass(room, 2);
    expect(pieces(rowOf(dayChart(room.meeting(), DAY, moment()), 'opening'))).toEqual([
      'spoke 08.30–08.33',
      'pause 08.33–08.35',
    ]);
  });

  it('is not stretched by a wall clock that is set while a turn runs', () => {
    const room = openRoom();
    start(room, 'opening');
    room.clock.advance(minutes(4));
    const moment = { now: instant(room.clock.at() + 3_600_000), mono: room.clock.mono() };
    expect(rowOf(dayChart(room.meeting(), DAY, moment), 'opening').spent).toBe(minutes(4));
  });

  it('is drawn from the plan alone while the meeting has not begun', () => {
    const room = openRoom();
    const chart = dayChart(room.meeting());
    expect(chart.rows.every(({ planned, stretches }) => planned !== null && stretches.length === 0)).toBe(true);
    expect([shown(chart.from), shown(chart.plannedFinish ?? 0)]).toEqual(['08.30', shown(chart.to)]);
  });
});

describe('the picture of the chart', () => {
  const layout: ChartLayout = {
    width: 800,
    rowHeight: 20,
    fontSize: 12,
    labelWidth: 200,
    noteWidth: 80,
    name: ({ title, kind }) => title || kind,
    note: ({ over }) => (over > 0 ? `+${String(over / 60_000)}` : ''),
    time: (at) => shown(at),
  };
  const rects = (shapes: readonly ChartShape[], role: string) =>
    shapes.flatMap((shape) => (shape.shape === 'rect' && shape.role === role ? shape : []));

  it('has one planned bar a row, and an overrun that is hatched and noted', () => {
    const chart = dayChart(overrun().meeting());
    const { shapes } = chartShapes(chart, layout);
    expect(rects(shapes, 'planned')).toHaveLength(chart.rows.length);
    // Opening (5 of 10 minutes have no limit) is not over; Dinkes is.
    expect(rects(shapes, 'over')).toHaveLength(1);
    expect(shapes.some((shape) => shape.shape === 'line' && shape.role === 'hatch')).toBe(true);
    expect(shapes.some((shape) => shape.shape === 'text' && shape.text === '+3')).toBe(true);
  });

  it('keeps to its frame, and a bar is as long as its minutes', () => {
    const { shapes, width, height } = chartShapes(dayChart(overrun().meeting()), layout);
    for (const shape of shapes) {
      if (shape.shape === 'line') {
        for (const x of [shape.x1, shape.x2]) expect(x >= 0 && x <= width).toBe(true);
        for (const y of [shape.y1, shape.y2]) expect(y >= 0 && y <= height).toBe(true);
      } else if (shape.shape === 'rect') {
        expect(shape.x >= 0 && shape.x + shape.width <= width + 0.02).toBe(true);
        expect(shape.y + shape.height <= height).toBe(true);
      }
    }
    const [over] = rects(shapes, 'over');
    const [pause] = rects(shapes, 'pause');
    expect((pause?.width ?? 0) / (over?.width ?? 1)).toBeCloseTo(4 / 3, 1);
  });

  it('can be cut into pages that hold every row once', () => {
    const chart = dayChart(overrun().meeting());
    const names = (first: number, count: number) =>
      chartShapes(chart, { ...layout, first, count }).shapes.flatMap((shape) =>
        shape.shape === 'text' && shape.role === 'name' ? shape.text : [],
      );
    expect(chartPages(chart, 4)).toBe(Math.ceil(chart.rows.length / 4));
    const paged = Array.from({ length: chartPages(chart, 4) }, (_none, page) => names(page * 4, 4)).flat();
    expect(paged).toEqual(names(0, chart.rows.length));
  });
});
