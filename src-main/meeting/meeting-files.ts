import { join } from 'node:path';

/** The files in the folder of a meeting, or of the register; a snapshot's name says of which. */
export const snapshotOf = ({ word }: { readonly word: string }): string => `${word}.json`;
export const previousSnapshotOf = ({ word }: { readonly word: string }): string => `${word}.previous.json`;
export const JOURNAL = 'journal.ndjson';
export const PREVIOUS_JOURNAL = 'journal.previous.ndjson';

/** The name under which a damaged file, or one of an earlier form, is kept: readable, with the time, beside the others. */
export function quarantineName(folder: string, file: string, word: string, at: number): string {
  const stamp = new Date(at).toISOString().replaceAll(':', '-').slice(0, 19);
  const dot = file.lastIndexOf('.');
  return join(folder, `${file.slice(0, dot)}.${word}-${stamp}${file.slice(dot)}`);
}
