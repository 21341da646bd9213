import { parseArgs } from 'node:util';
import { chosenFolders, type Folders } from '../folders.ts';

export interface Arguments extends Folders {
  /** Exports go to the documents folder without a dialog, as on the browser host. */
  readonly unasked: boolean;
}

/** Chromium's switches are among the arguments too, so unknown ones are ignored. */
export function readArguments(args: readonly string[], env: NodeJS.ProcessEnv): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' }, documents: { type: 'string' }, unasked: { type: 'boolean' } },
    strict: false,
  });
  // Without its value an option is `true`.
  const named = (value: string | boolean | undefined) => (typeof value === 'string' ? value : undefined);
  return {
    ...chosenFolders({ data: named(values.data), documents: named(values.documents) }, env),
    unasked: values.unasked === true,
  };
}
