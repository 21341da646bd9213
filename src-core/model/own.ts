/**
 * The entry of a record under a key that came from outside. Only the record's own entries count: `constructor` and
 * `__proto__` are on every object, and no message may reach those.
 */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Fields of a message as they may be laid over a stored value: those that are there. */
export type Given<T> = { readonly [K in keyof T]?: T[K] | undefined };

/**
 * Lays the given fields over `target`. A field given as `undefined` (structured clone carries those, JSON does not) is one
 * that was not given.
 */
export function assignGiven<T extends object>(target: T, fields: Given<T>): void {
  for (const key of Object.keys(fields) as (keyof T)[]) {
    const value = fields[key];
    if (value !== undefined) target[key] = value;
  }
}
