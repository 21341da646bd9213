import type { DataIdentity } from '#main/backups/data-identity.ts';

/** A data folder that has been given this name, a hexadecimal digit sixteen times. */
export const namedData = (digit: string): DataIdentity => {
  const id = digit.repeat(16);
  return { known: async () => id, made: async () => id };
};
