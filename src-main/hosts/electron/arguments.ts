import { parseArgs } from 'node:util';
import { defaultDataFolder, defaultDocumentsFolder } from '../folders.ts';

export interface Folders {
  readonly data: string;
  readonly documents: string;
}

/**
 * The folders to use: from `--data` and `--documents`, else the environment, else the system's own. Chromium's switches
 * stand among the arguments too, so what is not known is left alone.
 */
export function foldersFrom(args: readonly string[], env: NodeJS.ProcessEnv): Folders {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' }, documents: { type: 'string' } },
    strict: false,
  });
  const { data, documents } = values;
  return {
    data: typeof data === 'string' && data !== '' ? data : (env.EKSPOSE_DATA ?? defaultDataFolder()),
    documents:
      typeof documents === 'string' && documents !== ''
        ? documents
        : (env.EKSPOSE_DOCUMENTS ?? defaultDocumentsFolder()),
  };
}
