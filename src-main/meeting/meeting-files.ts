import { join } from 'node:path';

/** The files in a meeting's folder. */
export const SNAPSHOT = 'meeting.json';
export const PREVIOUS_SNAPSHOT = 'meeting.previous.json';
export const JOURNAL = 'journal.ndjson';
export const PREVIOUS_JOURNAL = 'journal.previous.ndjson';

/** The name under which a damaged file, or one of an earlier form, is kept: readable, with the time, beside the others. */
export function quarantineName(folder: string, file: string, word: string, at: number): string {
  const stamp = new Date(at).toISOString().replaceAll(':', '-').slice(0, 19);
  const dot = file.lastIndexOf('.');
  return join(folder, `${file.slice(0, dot)}.${word}-${stamp}${file.slice(dot)}`);
}
