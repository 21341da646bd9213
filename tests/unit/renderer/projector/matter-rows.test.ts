import { expect, it } from 'vitest';
import { instant, MINUTE, mono } from '#core/time/units.ts';
import { instantOf } from '#core/time/zone.ts';
import type { MattersView } from '#core/views/projector.ts';
import { textIn } from '#renderer/kit/i18n-projector.ts';
import { type Frame, frameStore, untilNextPaint } from '#renderer/projector/frames.ts';
import { matterRows } from '#renderer/projector/matter-rows.ts';
import { running } from '../../../support/projector-views.ts';

const at = (time: string, date = '2021-05-17') => instantOf(date, time, 'WITA');
const { stage, isBreak, clock, limits, planned, gap, item, title, subtitle, zone, textStep, locale, theme } = running;
const view: MattersView = {
  ...{ stage: 'matters', item, title, subtitle, zone, textStep, locale, theme },
  floor: { stage, isBreak, clock, limits, planned, gap },
  followUps: [
    { id: 'f1', what: 'selesai', due: '2021-05-01', status: 'done', doneOn: '2021-05-12' },
    { id: 'f2', what: 'tanpa tenggat', due: null, status: 'open', doneOn: null },
    { id: 'f3', what: 'nanti', due: '2021-05-18', status: 'inProgress', doneOn: null },
    { id: 'f4', what: 'hari ini', due: '2021-05-17', status: 'open', doneOn: null },
    { id: 'f5', what: 'terlambat', due: '2021-05-03', status: 'inProgress', doneOn: null },
  ],
  problems: [
    { id: 'p1', text: 'sekali', since: '2021-05-03', raised: 1, solved: false },
    { id: 'p2', text: 'selesai', since: '2021-04-19', raised: 2, solved: true },
    { id: 'p3', text: 'sering', since: '2021-04-05', raised: 3, solved: false },
  ],
};
const t = textIn('id');

it('puts what is late first, then what is due, the problems by how often, and what is finished last', () => {
  const rows = matterRows(view, at('09:00'), t);
  expect(rows.map(({ id, state, status, facts }) => [id, state, [status, ...facts].join(' · ')])).toEqual([
    ['f5', 'late', 'Terlambat 14 hari · tenggat 3 Mei 2021 · sedang dalam proses'],
    ['f4', 'open', 'Belum ditindaklanjuti · tenggat 17 Mei 2021'],
    ['f3', 'inProgress', 'Sedang dalam proses · tenggat 18 Mei 2021'],
    ['f2', 'open', 'Belum ditindaklanjuti'],
    ['p3', 'problem', 'Masalah terbuka · berulang 3 kali · sejak 5 April 2021'],
    ['p1', 'problem', 'Masalah terbuka · sejak 3 Mei 2021'],
    ['f1', 'done', 'Selesai 12 Mei 2021'],
    ['p2', 'solved', 'Masalah selesai · berulang 2 kali · sejak 19 April 2021'],
  ]);
});

it('knows the day of the meeting’s zone: late from midnight there', () => {
  const stateOf = (now: ReturnType<typeof at>) => matterRows(view, now, t).find(({ id }) => id === 'f4')?.state;
  expect([stateOf(at('23:59')), stateOf(at('00:00', '2021-05-18'))]).toEqual(['open', 'late']);
});

/** What the screen hears of two frames that come one after the other. */
function heard(first: number, second: number): string[] {
  const frame = (ms: number): Frame => ({
    view,
    beat: { mono: mono(ms), now: instant(at('09:00') + ms) },
    connected: true,
  });
  const store = frameStore(frame(first));
  const found: string[] = [];
  store.subscribe(() => found.push('all'));
  store.onSecond(() => found.push('seconds'));
  store.next(frame(second));
  return found;
}

it('follows the seconds of the turn’s clock, and is drawn anew only for its phase or another minute', () => {
  expect(untilNextPaint({ view, beat: { mono: mono(300), now: at('09:00') }, connected: true })).toBe(700);
  expect(heard(1000, 2000)).toEqual(['seconds']);
  expect(heard(59_000, MINUTE)).toEqual(['all']);
  const soft = (limits.soft ?? Number.NaN) - clock.spent;
  expect(heard(soft - 500, soft + 500)).toEqual(['all']);
});
