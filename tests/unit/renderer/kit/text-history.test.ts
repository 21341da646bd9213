import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TextHistory, type TextState, textHistory } from '#renderer/kit/text-history.ts';

const at = (value: string, end = value.length): TextState => ({ value, start: end, end });

/** Types letters one after another, each so many ms after the last. */
function type(history: TextHistory, from: string, letters: string, pause = 50, begin = 0): string {
  let value = from;
  for (const [n, letter] of [...letters].entries()) {
    history.typed(at(value), at(value + letter), 'insertText', begin + n * pause);
    value += letter;
  }
  return value;
}

describe('the history of a text box', () => {
  it('undoes in one step what was typed without a pause, and redoes it', () => {
    const history = textHistory();
    type(history, '', 'ruas');
    type(history, 'ruas', ' jalan', 50, 5000);
    expect(history.undo(at('ruas jalan'))?.value).toBe('ruas');
    expect(history.undo(at('ruas'))?.value).toBe('');
    expect(history.undo(at(''))).toBeNull();
    expect(history.redo(at(''))?.value).toBe('ruas');
    expect(history.redo(at('ruas'))?.value).toBe('ruas jalan');
    expect(history.redo(at('ruas jalan'))).toBeNull();
  });

  it('begins a step where the cursor was put elsewhere, or something else is done', () => {
    const history = textHistory();
    type(history, '', 'ab');
    history.typed(at('ab', 0), at('xab', 1), 'insertText', 120);
    history.typed(at('xab', 1), at('ab', 0), 'deleteContentBackward', 160);
    expect(history.undo(at('ab', 0))?.value).toBe('xab');
    expect(history.undo(at('xab', 1))?.value).toBe('ab');
    expect(history.undo(at('ab', 0))?.value).toBe('');
  });

  it('forgets what it knew when the program puts another text into the box', () => {
    const history = textHistory();
    type(history, '', 'catatan');
    expect(history.undo(at('nama orang lain'))).toBeNull();
    expect(history.redo(at(''))).toBeNull();
  });

  it('can undo everything, and no more, whatever is done', () => {
    const action = fc.record({
      letter: fc.constantFrom('a', 'b', ' '),
      pause: fc.constantFrom(10, 2000),
      cut: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const history = textHistory();
        let [value, now] = ['', 0];
        for (const { letter, pause, cut } of actions) {
          now += pause;
          const next = cut ? value.slice(0, -1) : value + letter;
          history.typed(at(value), at(next), cut ? 'deleteContentBackward' : 'insertText', now);
          value = next;
        }
        const end = value;
        for (let step = history.undo(at(value)); step !== null; step = history.undo(at(value))) value = step.value;
        expect(value).toBe('');
        for (let step = history.redo(at(value)); step !== null; step = history.redo(at(value))) value = step.value;
        expect(value).toBe(end);
      }),
    );
  });
});
