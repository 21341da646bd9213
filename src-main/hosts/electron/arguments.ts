import { parseArgs } from 'node:util';
import { defaultDataFolder, defaultDocumentsFolder } from '../folders.ts';

export interface Arguments {
  readonly data: string;
  readonly documents: string;
  /** Exports go to the documents folder without a dialog, as on the browser host. */
  readonly unasked: boolean;
}

/**
 * The folders to use: from `--data` and `--documents`, else the environment, else the system's. Chromium's switches are
 * among the arguments too, so unknown ones are ignored.
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
