/** From a stored form to the next: the key is the version that is read, the function returns the next one. */
export type Migrations = Readonly<Record<number, (stored: unknown) => unknown>>;

/** A change that raises `MEETING_SCHEMA` adds one. */
export const MEETING_MIGRATIONS: Migrations = {
  // Version 2 only adds fields; the schema gives each its default.
  1: (stored) => ({ ...(stored as object), schema: 2 }),
  // So does version 3, in which a note may also be for several agencies.
  2: (stored) => ({ ...(stored as object), schema: 3 }),
  // In version 4 a follow-up is a record with entries. Records of version 3 contain what was changed until then.
  3: (stored) => ({ ...(stored as object), schema: 4 }),
  // Version 5 only adds fields, for slides.
  4: (stored) => ({ ...(stored as object), schema: 5 }),
};

/**
 * Migrates a stored value from one version to another, step by step.
 * @throws Error if a step is missing, which is a fault of the program and not of the file
 */
export function migrate(stored: unknown, from: number, to: number, steps: Migrations): unknown {
  let value = stored;
  for (let version = from; version < to; version += 1) {
    const step = steps[version];
    if (step === undefined) throw new Error(`no migration from version ${version}`);
    value = step(value);
  }
  return value;
}
