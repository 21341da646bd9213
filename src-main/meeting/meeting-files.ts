import { join } from 'node:path';

/** What lies in a meeting's folder. */
export const SNAPSHOT = 'meeting.json';
export const PREVIOUS_SNAPSHOT = 'meeting.previous.json';
export const JOURNAL = 'journal.ndjson';
export const PREVIOUS_JOURNAL = 'journal.previous.ndjson';

/** Where a damaged file, or one of an earlier form, is kept: a clear name with the time, beside the others. */
export function asideName(folder: string, file: string, word: string, at: number): string {
  const stamp = new Date(at).toISOString().replaceAll(':', '-').slice(0, 19);
  const dot = file.lastIndexOf('.');
  return join(folder, `${file.slice(0, dot)}.${word}-${stamp}${file.slice(dot)}`);
}
