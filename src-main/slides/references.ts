import { join } from 'node:path';
import type { SlidesHash } from '#core/model/slides.ts';
import { codeOf } from '../storage/disk-refusal.ts';
import type { FilePort } from '../storage/file-port.ts';

const HASH = /[0-9a-f]{64}/g;

/** The hashes that a text mentions, whatever they are of. */
export const hashesIn = (text: string): string[] => text.match(HASH) ?? [];

/** A folder beside the files of a meeting, or one that another program has just removed. */
const NO_FILE = ['EISDIR', 'ENOENT'];

/**
 * Those of some files that no file of any meeting mentions: neither one of those in the trash, nor a damaged one, what undo
 * can bring back, or a backup beside the meetings. Their texts are searched, not read as JSON, so that no damage and no
 * later version hides a reference. The many backups are read last, and only while there is something to look for.
 * @param unread called with the failure if a file or folder cannot be read: what it mentions is not known then
 */
export async function unreferredSlides(
  files: FilePort,
  dataFolder: string,
  candidates: ReadonlySet<SlidesHash>,
  unread: (error: unknown) => void,
): Promise<ReadonlySet<SlidesHash>> {
  const left = new Set(candidates);
  const namesIn = (folder: string): Promise<string[]> =>
    files.list(folder).catch((error: unknown) => {
      unread(error);
      return [];
    });
  for (const root of ['meetings', 'trash', 'backups'].map((name) => join(dataFolder, name))) {
    for (const id of await namesIn(root)) {
      for (const name of await namesIn(join(root, id))) {
        if (left.size === 0) return left;
        try {
          for (const hash of hashesIn(await files.read(join(root, id, name)))) left.delete(hash);
        } catch (error) {
          if (!NO_FILE.includes(codeOf(error))) unread(error);
        }
      }
    }
  }
  return left;
}
