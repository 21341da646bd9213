import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The data folder unless another is given: the same as Electron's `userData`, so that both hosts find the same
 * meetings.
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

/** The folder of exports if no dialog asks. */
export const defaultDocumentsFolder = (): string => join(homedir(), 'Documents', 'Ekspose');
