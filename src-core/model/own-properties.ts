/**
 * The entry of a record under a key from outside. Only own entries count: every object inherits `constructor` and
 * `__proto__`, which no message may reach.
 */
export function getOwn<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Fields of a message that may be assigned to a stored value: those that are present. */
export type DefinedPartial<T> = { readonly [K in keyof T]?: T[K] | undefined };

/**
 * Assigns the given fields to `target`. A field that is `undefined` (structured clone keeps those, JSON does not)
 * counts as not given.
 */
export function assignDefined<T extends object>(target: T, fields: DefinedPartial<T>): void {
  for (const key of Object.keys(fields) as (keyof T)[]) {
    const value = fields[key];
    if (value !== undefined) target[key] = value;
  }
}
