import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chosenDisplay,
  type DisplayChoice,
  type DisplayMark,
  MOST_CHOICES,
  wantedDisplay,
  withChoice,
} from '#core/displays/choices.ts';
import { firstSettings, Settings } from '#core/model/settings.ts';

const mark = (id: string, label: string, width: number, height: number): DisplayMark => ({ id, label, width, height });
const laptop = mark('1', 'Panel', 1366, 768);
const beamer = mark('2', 'EPSON', 1024, 768);
const television = mark('3', 'TV', 1920, 1080);
const room = [laptop, beamer, television];

describe('a room is known again', () => {
  const choices = withChoice([], room, '3');

  test('the next day', () => expect(chosenDisplay(choices, structuredClone(room))).toBe('3'));

  test('with new ids, in another order', () => {
    const today = [
      { ...television, id: '91' },
      { ...laptop, id: '92' },
      { ...beamer, id: '93' },
    ];
    expect(chosenDisplay(choices, today)).toBe('91');
  });

  test('with the ids changed about', () => {
    const today = [
      { ...laptop, id: '3' },
      { ...beamer, id: '1' },
      { ...television, id: '2' },
    ];
    expect(chosenDisplay(choices, today)).toBe('2');
  });

  test('turned on its side, and with the rounding of a scale of 150 %', () => {
    const today = [laptop, beamer, { ...television, width: 1080, height: 1921 }];
    expect(chosenDisplay(choices, today)).toBe('3');
  });

  test('but not with a display more, less, of another size or name', () => {
    expect(chosenDisplay(choices, [laptop, television])).toBeNull();
    expect(chosenDisplay(choices, [...room, mark('4', 'TV', 1920, 1080)])).toBeNull();
    expect(chosenDisplay(choices, [laptop, beamer, { ...television, width: 1280 }])).toBeNull();
    expect(chosenDisplay(choices, [laptop, beamer, { ...television, label: 'SHARP' }])).toBeNull();
  });
});

describe('two displays of the same make', () => {
  const twins = [mark('7', 'DELL', 1920, 1080), laptop, mark('8', 'DELL', 1920, 1080)];
  const choices = withChoice([], twins, '8');

  test('are distinguished by their id, wherever they are', () => {
    expect(chosenDisplay(choices, twins.toReversed())).toBe('8');
  });

  test('and by their position when both have new ids', () => {
    const today = twins.map((one, index) => ({ ...one, id: `new-${index}` }));
    expect(chosenDisplay(choices, today)).toBe('new-2');
  });
});

test('the last choice for a room counts, and each room has its own', () => {
  const small = [laptop, beamer];
  const choices = withChoice(withChoice(withChoice([], room, '3'), small, '2'), room, '2');
  expect(choices).toHaveLength(2);
  expect(chosenDisplay(choices, room)).toBe('2');
  expect(chosenDisplay(choices, small)).toBe('2');
  expect(chosenDisplay(withChoice(choices, small, '1'), room)).toBe('2');
});

test('a display that is not there is no choice', () => {
  expect(withChoice([], room, '9')).toEqual([]);
});

test('what was chosen last holds in a room that is not known, while it is there', () => {
  expect(wantedDisplay([], room, '3')).toBe('3');
  expect(wantedDisplay([], [laptop, beamer], '3')).toBeNull();
  expect(wantedDisplay(withChoice([], room, '2'), room, '3')).toBe('2');
});

test('only so many rooms are remembered, the newest', () => {
  let choices: readonly DisplayChoice[] = [];
  for (let n = 0; n < MOST_CHOICES + 5; n += 1)
    choices = withChoice(choices, [laptop, mark('2', `P${n}`, 800, 600)], '2');
  expect(choices).toHaveLength(MOST_CHOICES);
  expect(chosenDisplay(choices, [laptop, mark('2', `P${MOST_CHOICES + 4}`, 800, 600)])).toBe('2');
  expect(chosenDisplay(choices, [laptop, mark('2', 'P0', 800, 600)])).toBeNull();
  expect(Settings.parse({ ...firstSettings([]), displayChoices: choices }).displayChoices).toEqual(choices);
});

test('settings of a version without it remember nothing', () => {
  const { displayChoices: _absent, ...older } = firstSettings([]);
  expect(Settings.parse(older).displayChoices).toEqual([]);
});

const someMarks = fc.array(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    label: fc.constantFrom('', 'EPSON', 'DELL'),
    width: fc.constantFrom(1024, 1366, 1920),
    height: fc.constantFrom(768, 1080),
  }),
  { minLength: 1, maxLength: 5 },
);

test('what is chosen now is what is found now, whatever was chosen before', () => {
  fc.assert(
    fc.property(fc.array(someMarks, { maxLength: 6 }), fc.uniqueArray(fc.nat(99), { minLength: 5 }), (rooms, ids) => {
      let choices: readonly DisplayChoice[] = [];
      for (const marks of rooms) {
        // The system gives no two displays one id.
        const now = marks.map((one, index) => ({ ...one, id: String(ids[index]) }));
        const wanted = now.at(-1)?.id ?? '';
        choices = withChoice(choices, now, wanted);
        expect(chosenDisplay(choices, now)).toBe(wanted);
        expect(chosenDisplay(choices, now.toReversed())).toBe(wanted);
      }
    }),
  );
});
