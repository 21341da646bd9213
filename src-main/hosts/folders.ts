import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the user's data is when nothing else is told: the same folder that Electron's `userData` names, so that both
 * hosts find the same meetings.
 */
export function defaultDataFolder(platform: NodeJS.Platform = process.platform, env = process.env): string {
  switch (platform) {
    case 'win32':
      return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Ekspose');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Ekspose');
    default:
      return join(env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'Ekspose');
  }
}

/** Where exports go when no dialog asks. */
export const defaultDocumentsFolder = (): string => join(homedir(), 'Documents', 'Ekspose');
