import { describe, expect, it } from 'vitest';
import { minutesOf } from '#core/minutes/minutes-of.ts';
import { instant, MINUTE } from '#core/time/units.ts';
import { instantOf } from '#core/time/zone.ts';
import { FIGURES, figureTexts } from '#main/documents/chart-figures.ts';
import { documentTexts } from '#main/documents/texts.ts';
import { itemTimeText } from '#main/documents/words.ts';
import { openRoom, start, steppedClock } from '../../../support/build-meeting.ts';
import { optionsWith, pageOf } from '../../../support/document-page.ts';

const DINKES = 'Dinas Kesehatan';
const SECOND = 1000;

/** Dinkes presents twice on one day, for so many seconds each; in between it is postponed, and PUPR presents. */
function twice(first: number, second: number) {
  const clock = steppedClock(instant(instantOf('2021-05-17', '08:10', 'WITA') + 50 * SECOND));
  const room = openRoom({ clock });
  start(room, DINKES);
  clock.advance(first * SECOND);
  room.send({ type: 'turn.postpone', itemId: room.item(DINKES).id });
  start(room, 'Dinas Pekerjaan Umum dan Penataan Ruang');
  clock.advance(12 * MINUTE);
  room.send({ type: 'turn.finish', callNext: false });
  start(room, DINKES);
  clock.advance(second * SECOND);
  room.send({ type: 'turn.finish', callNext: false });
  return room;
}

const docOf = (room: ReturnType<typeof openRoom>) => minutesOf(room.meeting(), optionsWith({}, { chart: true }));
function figuresOf(room: ReturnType<typeof openRoom>, title: string) {
  const doc = docOf(room);
  const [chart] = doc.charts;
  const row = chart?.rows.find((one) => one.title === title);
  if (chart === undefined || row === undefined) throw new Error('no row');
  const texts = figureTexts(row, chart, { doc, t: documentTexts('id') });
  return Object.fromEntries(FIGURES.map(([key], index) => [key, texts[index]]));
}

describe('the figures of a day', () => {
  it.each([
    ['id', 'menit'],
    ['en', 'min'],
  ] as const)('say of what they are, where the cell does not (%s)', (locale, unit) => {
    const t = documentTexts(locale);
    const bare = FIGURES.filter(([key]) => /^\d+$/.test(figuresOf(twice(400, 900), DINKES)[key] ?? ''));
    expect(bare.map(([key]) => key)).toEqual(['spent', 'over']);
    expect(bare.map(([key]) => t(`chart.${key}`)).filter((name) => !name.endsWith(`(${unit})`))).toEqual([]);
  });
});

describe('the chart of a day', () => {
  it('has no numbers but those of the minutes, which count other things than the agenda', () => {
    const room = twice(400, 400);
    room.send({ type: 'turn.bringBack', itemId: room.item(DINKES).id });
    const page = pageOf(room.meeting(), { options: optionsWith({}, { chart: true }) });
    const names = [...page.matchAll(/<text class="name"[^>]*>([^<]*)</g)].map(([, name]) => name);
    expect(names.slice(0, 2)).toEqual(['Dinkes', 'PUPR']);
    expect(names.filter((name) => /^\d/.test(name ?? ''))).toEqual([]);
  });
});

describe('the figures of a turn in two parts', () => {
  it.each([
    [200, 320],
    [200, 325],
    [190, 310],
    [240, 360],
  ])('of %d and %d seconds say the length that the minutes say, and the same times of day', (first, second) => {
    const room = twice(first, second);
    const paper = { doc: docOf(room), t: documentTexts('id') };
    const item = paper.doc.items.find(({ title }) => title === DINKES);
    if (item?.time == null) throw new Error('no time');
    const said = itemTimeText(item.time, paper);
    const { actual, spent } = figuresOf(room, DINKES);
    expect(said).toContain(`(lamanya ${spent} menit)`);
    const [a, b] = (actual ?? '').split(', ').map((span) => span.replace('–', ' s.d. '));
    expect(said).toContain(`pukul ${a} WITA dan pukul ${b} WITA`);
  });
});
