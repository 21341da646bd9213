/**
 * Playwright reads the stack of each of its calls, and works out where every frame was before it was compiled: a seventh of what
 * its worker does. Of frames inside libraries only the last before ours says anything (the call's name), so the others are left
 * out first; a real error, which has a message, keeps all of its own.
 */
const INSIDE = /[\\/]node_modules[\\/]|^node:/;
const whole = Error.prepareStackTrace;

if (whole !== undefined) {
  Error.prepareStackTrace = (error, frames) => {
    const isInside = (n: number): boolean => INSIDE.test(frames[n]?.getFileName() ?? 'node:');
    return whole(error, error.message === '' ? frames.filter((_, n) => !isInside(n) || !isInside(n + 1)) : frames);
  };
}
