import { useState } from 'react';

/**
 * The same object as before while its fields are: that of another form says nothing new where nothing is filled in.
 * @param value an object of plain values
 */
export function useEqual<T extends object>(value: T): T {
  const [kept, setKept] = useState(value);
  if (kept === value) return value;
  const keys = Object.keys(value) as (keyof T)[];
  if (keys.length === Object.keys(kept).length && keys.every((key) => Object.is(kept[key], value[key]))) return kept;
  setKept(value);
  return value;
}
