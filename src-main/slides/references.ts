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
 * Every hash in any file of any meeting, also of those in the trash, of damaged ones and of what undo can bring back.
 * Their texts are searched, not read as JSON, so that no damage and no later version hides a reference.
 * @throws if a file cannot be read: then nobody knows what is unused
 */
export async function referredSlides(files: FilePort, dataFolder: string): Promise<ReadonlySet<SlidesHash>> {
  const found = new Set<SlidesHash>();
  for (const root of ['meetings', 'trash'].map((name) => join(dataFolder, name))) {
    for (const id of await files.list(root)) {
      for (const name of await files.list(join(root, id))) {
        try {
          for (const hash of hashesIn(await files.read(join(root, id, name)))) found.add(hash);
        } catch (error) {
          if (!NO_FILE.includes(codeOf(error))) throw error;
        }
      }
    }
  }
  return found;
}
