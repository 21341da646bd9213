import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

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

export interface Folders {
  readonly data: string;
  readonly documents: string;
}

/**
 * The folders to use: as given on the command line, else from the environment, else the system's. A relative one is
 * meant from where the application is started, and Electron accepts none.
 */
export function chosenFolders(
  given: { readonly data?: string | undefined; readonly documents?: string | undefined },
  env: NodeJS.ProcessEnv,
): Folders {
  const first = (...names: (string | undefined)[]): string | undefined => names.find(Boolean);
  return {
    data: resolve(first(given.data, env.EKSPOSE_DATA) ?? defaultDataFolder()),
    documents: resolve(first(given.documents, env.EKSPOSE_DOCUMENTS) ?? defaultDocumentsFolder()),
  };
}
