import type { Command } from '#core/commands/apply.ts';
import { type ValueStore, valueStore } from '../app/value-store.ts';

const KEY = 'ekspose.aside';

/** Fields of a command that name something or choose from a list; everything else that is text was typed. */
const NO_WORDS = new Set([
  'type',
  'key',
  'itemId',
  'noteId',
  'followUpId',
  'agencyId',
  'id',
  'kind',
  'role',
  'visibility',
]);

/** Every text in a command that somebody typed. */
export function wordsOf(command: Command): string[] {
  const texts = (value: unknown): string[] => {
    if (typeof value === 'string') return value.trim() === '' ? [] : [value];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => (NO_WORDS.has(key) ? [] : texts(inner)));
  };
  return texts(command);
}

/** Words that were typed here when another desk took the pen, and that the meeting does not have. */
export interface WordsAside {
  readonly words: ValueStore<readonly string[]>;
  add(words: readonly string[]): void;
  /** The operator has copied them, or does not want them. */
  drop(): void;
}

/** @param storage the window's own (`sessionStorage`): they outlive the page */
export function wordsAside(storage: Storage): WordsAside {
  const words = valueStore<readonly string[]>(JSON.parse(storage.getItem(KEY) ?? '[]') as string[]);
  return {
    words,
    add(more) {
      const all = [...new Set([...words.get(), ...more])];
      if (all.length === words.get().length) return;
      words.set(all);
      storage.setItem(KEY, JSON.stringify(all));
    },
    drop() {
      words.set([]);
      storage.removeItem(KEY);
    },
  };
}
