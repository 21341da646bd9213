import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where Chromium's caches go: to the machine's own disk, since the user's folder may be one that an office synchronises. With
 * a data folder of the user's choice (a flash disk, say) they stay in that, so that no trace is left on the machine.
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
