import { createContext } from 'react';

/** Where a field keeps text that is not a value yet ("xx" as a time), by the field's name. */
export interface KeptTexts {
  get(field: string): string | null;
  put(field: string, text: string): void;
  drop(field: string): void;
}

const NOWHERE: KeptTexts = { get: () => null, put: () => undefined, drop: () => undefined };

/** Provided by whoever can keep the texts over a reload; without it a field keeps them only while it is mounted. */
export const KeptTextsContext = createContext(NOWHERE);
