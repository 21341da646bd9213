import { createContext } from 'react';

/** Where a field keeps text that is no value yet ("xx" as a time), by the field's name. */
export interface KeptTexts {
  get(field: string): string | null;
  put(field: string, text: string): void;
  drop(field: string): void;
}

const NOWHERE: KeptTexts = { get: () => null, put: () => undefined, drop: () => undefined };

/** Given by whoever can keep the texts over a reload of the page; without it a field has them while it stands. */
export const KeptTextsContext = createContext(NOWHERE);
