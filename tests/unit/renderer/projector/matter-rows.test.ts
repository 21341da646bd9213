import { expect, it } from 'vitest';
import { instant, MINUTE, mono } from '#core/time/units.ts';
import { instantOf } from '#core/time/zone.ts';
import type { MattersView } from '#core/views/projector.ts';
import { textIn } from '#renderer/kit/i18n-projector.ts';
import { type Frame, frameStore, untilNextPaint } from '#renderer/projector/frames.ts';
import { matterRows } from '#renderer/projector/matter-rows.ts';
import { running } from '../../../support/projector-views.ts';

const at = (time: string, date = '2021-05-17') => instantOf(date, time, 'WITA');
const {
  stage,
  isBreak,
  clock,
  limits,
  planned,
  gap,
  item,
  title,
  subtitle,
  zone,
  textStep,
  slidesAhead,
  locale,
  theme,
} = running;
const view: MattersView = {
  ...{ stage: 'matters', item, title, subtitle, zone, textStep, slidesAhead, locale, theme },
  floor: { stage, isBreak, clock, limits, planned, gap },
  past: null,
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
const past = {
  title: 'Rakor 3 Mei 2021',
  date: '2021-05-03',
  notes: [
    { id: 'n1', author: { role: 'bupati' }, kind: 'directive', text: 'Percepat' },
    { id: 'n2', author: { agency: 'PUPR' }, kind: 'proposal', text: 'Bersama' },
  ],
  targets: [
    { id: 't1', indicator: 'Imunisasi', unit: '%', target: '95', achieved: '', share: null },
    { id: 't2', indicator: 'Jalan', unit: 'km', target: '12', achieved: '6', share: 0.5 },
    { id: 't3', indicator: 'Jalan mantap', unit: '%', target: '78%', achieved: '76,3 %', share: null },
  ],
  budgets: [
    { date: '2021-04-19', ceiling: 4e9, realised: 1e9, share: 0.25 },
    { date: '2021-05-03', ceiling: 4e9, realised: 2.5e9, share: 0.625 },
  ],
} as const;
const t = textIn('id');

it('shows the last turn after what is open: budget and targets with their bars, and what was said', () => {
  const rows = matterRows({ ...view, past }, at('09:00'), t);
  const states = rows.map(({ state }) => state);
  expect(states.slice(states.indexOf('figures'), states.indexOf('done'))).toEqual([
    ...['figures', 'figures', 'figures', 'figures', 'said', 'said'],
  ]);
  expect(states.lastIndexOf('problem')).toBeLessThan(states.indexOf('figures'));
  const said = rows.filter(({ state }) => state === 'figures' || state === 'said');
  expect(said.map(({ status, facts, text, shares }) => [[status, ...facts].join(' · '), text, shares])).toEqual([
    ['Anggaran · 3 Mei 2021', 'pagu Rp4 miliar · realisasi Rp2,5 miliar · 62,5%', [0.25, 0.625]],
    ['Target · 3 Mei 2021', 'Imunisasi: target 95 %, capaian –', []],
    ['Target · 3 Mei 2021', 'Jalan: target 12 km, capaian 6 km', [0.5]],
    ['Target · 3 Mei 2021', 'Jalan mantap: target 78%, capaian 76,3 %', []],
    ['Bupati · arahan · 3 Mei 2021', 'Percepat', []],
    ['PUPR · usul dan saran · 3 Mei 2021', 'Bersama', []],
  ]);
  expect(matterRows({ ...view, past: { ...past, notes: [], targets: [], budgets: [] } }, at('09:00'), t)).toHaveLength(
    8,
  );
});

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
