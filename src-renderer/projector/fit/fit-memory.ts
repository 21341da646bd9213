import { createContext } from 'react';

/** Everything that fitting sets: custom properties, and marks (`data-…`). */
const PROPERTIES = ['--size', '--text', '--chrome', '--pager-room', '--held', '--emblem'] as const;
const MARKS = ['break', 'fit', 'columns', 'held'] as const;
/** As many as an operator goes back and forth between. */
const KEPT = 24;

/** What was set on one of a screen's elements, by its place among them. */
interface Setting {
  readonly at: number;
  readonly properties: readonly (readonly [string, string])[];
  readonly marks: readonly (readonly [string, string])[];
}

interface Fitted {
  readonly found: unknown;
  /** How many elements the screen had: with others, the places would be those of others. */
  readonly count: number;
  readonly settings: readonly Setting[];
}

/**
 * What was found for screens that may come again: finding it lays out the page a dozen times. One for each page, since
 * only there the same texts have the same size.
 */
export interface FitMemory {
  /**
   * Sets a screen as it was found for `key`, without measuring anything.
   * @returns what was found then; `null` if it is not known
   */
  recall(key: string, screen: HTMLElement): { readonly found: unknown } | null;
  keep(key: string, screen: HTMLElement, found: unknown): void;
  /** Everything has another size now: a font has come. */
  forget(): void;
}

export const FitMemoryContext = createContext<FitMemory | null>(null);

const elementsOf = (screen: HTMLElement): HTMLElement[] => [screen, ...screen.querySelectorAll<HTMLElement>('*')];

function settingOf({ style, dataset }: HTMLElement, at: number): Setting {
  return {
    at,
    properties: PROPERTIES.flatMap((name) => {
      const value = style.getPropertyValue(name);
      return value === '' ? [] : [[name, value] as const];
    }),
    marks: MARKS.flatMap((name) => {
      const value = dataset[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  };
}

const isSet = ({ properties, marks }: Setting): boolean => properties.length + marks.length > 0;

export function fitMemory(): FitMemory {
  const known = new Map<string, Fitted>();
  return {
    recall(key, screen) {
      const fitted = known.get(key);
      const elements = elementsOf(screen);
      if (fitted === undefined || fitted.count !== elements.length) return null;
      for (const { style, dataset } of elements) {
        for (const name of PROPERTIES) if (style.getPropertyValue(name) !== '') style.removeProperty(name);
        for (const name of MARKS) if (dataset[name] !== undefined) delete dataset[name];
      }
      for (const { at, properties, marks } of fitted.settings) {
        const element = elements[at];
        for (const [name, value] of properties) element?.style.setProperty(name, value);
        for (const [name, value] of marks) if (element !== undefined) element.dataset[name] = value;
      }
      return fitted;
    },
    keep(key, screen, found) {
      const elements = elementsOf(screen);
      known.delete(key);
      known.set(key, { found, count: elements.length, settings: elements.map(settingOf).filter(isSet) });
      for (const oldest of known.keys()) {
        if (known.size <= KEPT) break;
        known.delete(oldest);
      }
    },
    forget: () => known.clear(),
  };
}
