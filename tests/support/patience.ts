import { vi } from 'vitest';

/** Vitest's own gives up after a second, which a busy machine takes to open a window. What is awaited comes or does not. */
const LONGEST = 30_000;

const { waitFor } = vi;
vi.waitFor = (look, given) => {
  const options = typeof given === 'number' ? { timeout: given } : (given ?? {});
  return waitFor(look, { ...options, timeout: Math.max(LONGEST, options.timeout ?? 0) });
};
