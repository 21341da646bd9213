import { expect, it } from 'vitest';
import { fitMemory } from '#renderer/projector/fit/fit-memory.ts';

/** As much of an element as fitting touches. */
interface Fake {
  readonly style: Pick<CSSStyleDeclaration, 'getPropertyValue' | 'setProperty'> & {
    removeProperty(name: string): void;
  };
  readonly dataset: Record<string, string>;
  querySelectorAll(): readonly Fake[];
  set(): Record<string, string>;
}
function element(...inside: Fake[]): Fake {
  const properties = new Map<string, string>();
  return {
    style: {
      getPropertyValue: (name: string) => properties.get(name) ?? '',
      setProperty: (name: string, value: string) => void properties.set(name, value),
      removeProperty: (name: string) => void properties.delete(name),
    },
    dataset: {} as Record<string, string>,
    querySelectorAll: () => inside,
    set: () => Object.fromEntries(properties),
  };
}
const screenOf = (...inside: Fake[]) => {
  const screen = element(...inside);
  return { screen: screen as never as HTMLElement, all: [screen, ...inside] };
};
const shown = ({ all }: ReturnType<typeof screenOf>) => all.map(({ set, dataset }) => [set(), { ...dataset }]);

function fitted() {
  const screen = screenOf(element(), element());
  screen.all[0]?.style.setProperty('--text', '1.18');
  screen.all[2]?.style.setProperty('--size', '7.6');
  screen.all[2]?.style.setProperty('--em', '3.1');
  Object.assign(screen.all[2]?.dataset ?? {}, { break: 'words' });
  return screen;
}

it('sets a new screen of the same content as it was found, and leaves what others set', () => {
  const memory = fitMemory();
  memory.keep('a', fitted().screen, 2);
  const again = screenOf(element(), element());
  again.all[2]?.style.setProperty('--em', '3.2');
  expect(memory.recall('a', again.screen)).toMatchObject({ found: 2 });
  expect(shown(again)).toEqual([
    [{ '--text': '1.18' }, {}],
    [{}, {}],
    [{ '--em': '3.2', '--size': '7.6' }, { break: 'words' }],
  ]);
});

it('takes away what another content had set', () => {
  const memory = fitMemory();
  memory.keep('empty', screenOf(element(), element()).screen, 1);
  const screen = fitted();
  memory.recall('empty', screen.screen);
  expect(shown(screen)).toEqual([
    [{}, {}],
    [{}, {}],
    [{ '--em': '3.1' }, {}],
  ]);
});

it('does not know another content, a screen of other elements, nor anything after a font has come', () => {
  const memory = fitMemory();
  memory.keep('a', fitted().screen, 1);
  const untouched = screenOf(element());
  expect(memory.recall('b', fitted().screen)).toBeNull();
  expect(memory.recall('a', untouched.screen)).toBeNull();
  expect(shown(untouched)).toEqual([
    [{}, {}],
    [{}, {}],
  ]);
  memory.forget();
  expect(memory.recall('a', fitted().screen)).toBeNull();
});

it('keeps the newest two dozen', () => {
  const memory = fitMemory();
  for (let n = 0; n < 30; n += 1) memory.keep(String(n), fitted().screen, n);
  const known = Array.from({ length: 30 }, (_, n) => memory.recall(String(n), fitted().screen) !== null);
  expect(known.flatMap((is, n) => (is ? [n] : []))).toEqual(Array.from({ length: 24 }, (_, n) => n + 6));
});
