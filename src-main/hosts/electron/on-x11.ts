import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hasXWayland, windowSystem } from './window-system.ts';

/** So that a start is never handed on twice. */
const HANDED_ON = 'EKSPOSE_HANDED_ON';

/** What starts this program again: inside an AppImage the image, since its files are gone when this process is. */
export const programOf = (env: NodeJS.ProcessEnv, execPath: string): string => env.APPIMAGE ?? execPath;

/**
 * Whether this start is better made again on XWayland. Chromium chooses before any line of ours runs, so that a switch set
 * here does nothing.
 */
export const wantsX11 = (
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  ozone: string,
  isThere?: (path: string) => boolean,
): boolean =>
  ozone === '' &&
  env[HANDED_ON] === undefined &&
  windowSystem(platform, env, ozone) === 'wayland' &&
  hasXWayland(env, isThere);

/** Starts the same once more on X11, where windows can be placed. @returns whether that has begun: this process may go then */
export async function handOnToX11(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  const child = spawn(program, [...args, '--ozone-platform=x11'], {
    env: { ...env, [HANDED_ON]: '1' },
    stdio: 'inherit',
    detached: true,
  });
  try {
    await once(child, 'spawn');
  } catch {
    // It cannot be started; this one goes on under Wayland, and the desk says that the projector is moved by hand.
    return false;
  }
  child.unref();
  return true;
}
