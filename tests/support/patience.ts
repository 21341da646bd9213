import { vi } from 'vitest';

/** Vitest's own limit is a second, which a busy machine needs to open a window. */
const LONGEST = 30_000;

const { waitFor } = vi;
vi.waitFor = (look, given) => {
  const options = typeof given === 'number' ? { timeout: given } : (given ?? {});
  return waitFor(look, { ...options, timeout: Math.max(LONGEST, options.timeout ?? 0) });
};
