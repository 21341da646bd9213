import fc from 'fast-check';

// A property that failed tells its seed; EKSPOSE_SEED=… draws the same again.
const seed = process.env.EKSPOSE_SEED;
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
