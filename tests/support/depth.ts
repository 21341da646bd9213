/** Whether the run may take hours: `npm run test:long`, nightly in CI. */
export const IS_LONG = process.env.EKSPOSE_LONG === '1';

/**
 * How much is tried: the small figure for a commit, the large one for the nightly run.
 * @param name of the environment variable that sets another figure
 */
export function depth(commit: number, night: number, name?: string): number {
  const asked = name === undefined ? undefined : process.env[name];
  return asked === undefined ? (IS_LONG ? night : commit) : Number(asked);
}
