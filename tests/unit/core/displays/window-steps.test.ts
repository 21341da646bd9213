import { expect, test } from 'vitest';
import { nextTurn, underWay, type WindowPlace } from '#core/displays/window-steps.ts';
import { mono } from '#core/time/units.ts';

const beamer = { x: 1366, y: 0, width: 1024, height: 768 };
const home: WindowPlace = { bounds: { x: 40, y: 40, width: 800, height: 450 }, mode: 'plain' };
const fill: WindowPlace = { bounds: beamer, mode: 'full' };

/** Plays turns with a system that does what `does` says. @returns what was asked of it, and how the course ended */
function play(wish: WindowPlace, from: WindowPlace, does: (asked: string, now: WindowPlace) => WindowPlace) {
  let now = from;
  let course = underWay(wish);
  const asked: string[] = [];
  for (let at = 0; at < 60_000 && course.phase === 'under way'; at += 500) {
    const turn = nextTurn(course, now, mono(at));
    course = turn.course;
    if (turn.step === null) continue;
    asked.push(turn.step.do);
    now = does(turn.step.do, turn.step.do === 'move' ? { ...now, bounds: turn.step.bounds } : now);
  }
  return { asked, phase: course.phase, now };
}
const obedient = (asked: string, now: WindowPlace): WindowPlace => {
  if (asked === 'fill') return fill;
  return asked === 'move' ? now : { ...now, mode: 'plain' };
};

test('a window that fills another display leaves it, goes to the middle of its own and fills that', () => {
  const elsewhere: WindowPlace = { bounds: { x: 0, y: 0, width: 1366, height: 768 }, mode: 'full' };
  expect(play(fill, elsewhere, obedient)).toEqual({
    asked: ['leaveFull', 'move', 'fill'],
    phase: 'at rest',
    now: fill,
  });
});

test('one that is where it belongs is not touched', () => {
  expect(play(fill, fill, obedient)).toEqual({ asked: [], phase: 'at rest', now: fill });
});

test('a size that came out wrong between two scales is requested once more', () => {
  const half = (asked: string, now: WindowPlace): WindowPlace =>
    asked === 'move' && now.bounds.x === 300 ? { ...now, bounds: { ...now.bounds, width: 400, height: 225 } } : now;
  const wish: WindowPlace = { bounds: { x: 300, y: 200, width: 800, height: 450 }, mode: 'plain' };
  expect(play(wish, home, half).asked).toEqual(['move', 'move']);
});

test('a system that does nothing is given up, and that is reported', () => {
  const { asked, phase } = play(fill, home, (_asked, now) => ({ ...now, bounds: home.bounds }));
  expect(phase).toBe('missed');
  expect(asked.length).toBeLessThanOrEqual(10);
});

test('nothing is requested again while the effect of the last may still come', () => {
  const first = nextTurn(underWay(fill), { ...home, mode: 'full' }, mono(0));
  expect(first.step).toEqual({ do: 'leaveFull' });
  expect(nextTurn(first.course, { ...home, mode: 'full' }, mono(900))).toMatchObject({ step: null, wait: 1000 });
  expect(nextTurn(first.course, { ...home, mode: 'full' }, mono(1100)).step).toEqual({ do: 'leaveFull' });
});

test('a maximised window fills the work area, however small it was requested', () => {
  const wish: WindowPlace = { bounds: { x: 0, y: -1920, width: 900, height: 560 }, mode: 'maximized' };
  const area = { x: 0, y: -1920, width: 1080, height: 1880 };
  const { asked, phase } = play(wish, home, (what, now) =>
    what === 'maximize' ? { bounds: area, mode: 'maximized' } : { ...now, mode: 'plain' },
  );
  expect({ asked, phase }).toEqual({ asked: ['move', 'maximize'], phase: 'at rest' });
});
