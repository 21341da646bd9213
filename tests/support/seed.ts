import fc from 'fast-check';

// A failed property prints its seed; EKSPOSE_SEED=… repeats it.
const seed = process.env.EKSPOSE_SEED;
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
