import type { DeskView } from '#core/views/desk.ts';
import { typedIn } from '#renderer/client/command-words.ts';
import type { ViewStore } from '#renderer/client/view-store.ts';
import { type DeskDialog, standsEverywhere, type Ui } from '../ui-store.ts';
import type { ValueStore } from '../value-store.ts';

/** What was typed into a form and is neither saved nor discarded. */
export interface KeptForm {
  /** The dialog in which it is typed; `null` for a form on a screen. */
  readonly dialog: DeskDialog | null;
  /** What the form contained before anything was typed. */
  readonly base: unknown;
  readonly typed: unknown;
}

/** Forms as typed, in the window's storage: they survive a reload, and a key that leaves the form. */
export interface KeptForms {
  get(key: string): KeptForm | null;
  put(key: string, form: KeptForm): void;
  /** Removes every form whose key begins so, except those set aside: its words are saved, or were discarded. */
  drop(prefix: string): void;
  /** Hides them from this page until one is put again. The next page finds what was put last under each key. */
  setAside(prefix: string): AsideForms;
  /** The keys that begin so, in no order. */
  keys(prefix: string): readonly string[];
}

/** Forms that were left, while a message offers them or an answer is awaited. */
export interface AsideForms {
  readonly forms: readonly KeptForm[];
  /** Keeps them again, in place of what was put under their keys since. */
  giveBack(): void;
  /** Removes them, but nothing that was put under their keys since. */
  drop(): void;
}

/** The key under which the forms of the open dialog, or of a part of a screen, are kept: one of no meeting begins with "/". */
export function formKey(
  { store, ui }: { store: Pick<ViewStore<DeskView>, 'current'>; ui: Pick<ValueStore<Ui>, 'get'> },
  screenPart?: string,
): string {
  if (screenPart !== undefined) return `/${screenPart}/`;
  const { dialog } = ui.get();
  const isOfMeeting = dialog !== null && !standsEverywhere(dialog);
  return `${isOfMeeting ? (store.current().meeting?.id ?? '') : ''}/${JSON.stringify(dialog)}/`;
}

const STORED = 'ekspose.form/';

/** @param storage the window's own (`sessionStorage`): no other window reads it */
export function keptForms(storage: Storage): KeptForms {
  const aside = new Map<string, AsideForms>();
  const stored = (prefix: string): string[] =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
      .filter((key) => key.startsWith(STORED + prefix))
      .map((key) => key.slice(STORED.length));
  const keys: KeptForms['keys'] = (prefix) => stored(prefix).filter((key) => !aside.has(key));
  const get: KeptForms['get'] = (key) => {
    const form = aside.has(key) ? null : storage.getItem(STORED + key);
    return form === null ? null : (JSON.parse(form) as KeptForm);
  };
  const put: KeptForms['put'] = (key, form) => {
    aside.delete(key);
    try {
      storage.setItem(STORED + key, JSON.stringify(form));
    } catch (error) {
      // Full: the form itself has the words as long as the page lives.
      console.error(error);
    }
  };
  return {
    keys,
    get,
    put,
    drop: (prefix) => {
      for (const key of keys(prefix)) storage.removeItem(STORED + key);
    },
    setAside: (prefix) => {
      const left = keys(prefix).flatMap((key) => {
        const form = get(key);
        return form === null ? [] : [{ key, form }];
      });
      const set: AsideForms = {
        forms: left.map(({ form }) => form),
        giveBack: () => {
          for (const { key, form } of left) put(key, form);
        },
        drop: () => {
          for (const { key } of left) {
            if (aside.get(key) !== set) continue;
            aside.delete(key);
            storage.removeItem(STORED + key);
          }
        },
      };
      for (const { key } of left) aside.set(key, set);
      return set;
    },
  };
}

/** The words that were typed into a form, a line each. */
export const wordsTyped = (form: KeptForm): string => typedIn(typedOver<unknown>(form, {})).join('\n');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const sameNames = (a: object, b: object): boolean => same(Object.keys(a).toSorted(), Object.keys(b).toSorted());

/** A group of fields has the same names whatever is typed; anything else was chosen as a whole. */
const areGroups = (...values: readonly unknown[]): boolean =>
  values.every(isRecord) && values.every((value) => sameNames(value, values[0] as object));

/**
 * What a form shows in which something was typed before: the typed fields over its present values, so that untouched
 * fields do not restore an older value, in groups of fields neither.
 */
export function typedOver<T>({ base, typed }: Pick<KeptForm, 'base' | 'typed'>, now: T): T {
  if (!isRecord(base) || !isRecord(typed) || !isRecord(now)) return typed as T;
  const touched = Object.entries(typed)
    .filter(([key, value]) => !same(value, base[key]))
    .map(([key, value]) => {
      const group = { base: base[key], typed: value };
      return [key, areGroups(base[key], value, now[key]) ? typedOver(group, now[key]) : value];
    });
  return { ...now, ...Object.fromEntries(touched) } as T;
}
