import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder of Chromium's caches: on the machine's own disk, since an office may synchronise the user's folder. With a
 * data folder that the user chose (a flash disk, say) they stay in it, so that no trace is left on the machine.
 */
export function sessionFolder(
  profile: string,
  isDefault: boolean,
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string {
  if (!isDefault) return profile;
  switch (platform) {
    case 'win32':
      return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Ekspose', 'session');
    case 'darwin':
      return join(homedir(), 'Library', 'Caches', 'Ekspose', 'session');
    default:
      return join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'Ekspose', 'session');
  }
}
