import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hasXWayland, windowSystem } from './window-system.ts';

/** Prevents a start from being handed over twice. */
const HANDED_ON = 'EKSPOSE_HANDED_ON';

/** What starts this program again: inside an AppImage the image, since its files disappear with this process. */
export const programOf = (env: NodeJS.ProcessEnv, execPath: string): string => env.APPIMAGE ?? execPath;

/**
 * Whether this start should be repeated on XWayland. Chromium chooses before any line of ours runs, so a switch set
 * here has no effect.
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

/**
 * Starts the program again on X11, where windows can be placed.
 * @returns whether that has begun: this process may then end
 */
export async function handOnToX11(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  const child = spawn(program, [...args, '--ozone-platform=x11'], {
    env: { ...env, [HANDED_ON]: '1' },
    stdio: 'inherit',
    detached: true,
  });
  try {
    await once(child, 'spawn');
  } catch {
    // It cannot be started; this one continues under Wayland, and the desk says that the projector is moved by hand.
    return false;
  }
  child.unref();
  return true;
}
