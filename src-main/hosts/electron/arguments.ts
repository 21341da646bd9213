import { parseArgs } from 'node:util';
import { defaultDataFolder, defaultDocumentsFolder } from '../folders.ts';

export interface Arguments {
  readonly data: string;
  readonly documents: string;
  /** Exports go to the folder for documents without a dialog, as they do on the browser host. */
  readonly unasked: boolean;
}

/**
 * The folders to use: from `--data` and `--documents`, else the environment, else the system's own. Chromium's switches
 * stand among the arguments too, so what is not known is left alone.
 */
export function readArguments(args: readonly string[], env: NodeJS.ProcessEnv): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' }, documents: { type: 'string' }, unasked: { type: 'boolean' } },
    strict: false,
  });
  const { data, documents } = values;
  return {
    unasked: values.unasked === true,
    data: typeof data === 'string' && data !== '' ? data : (env.EKSPOSE_DATA ?? defaultDataFolder()),
    documents:
      typeof documents === 'string' && documents !== ''
        ? documents
        : (env.EKSPOSE_DOCUMENTS ?? defaultDocumentsFolder()),
  };
}
