import { codeOf } from './disk-refusal.ts';
import { type FilePort, withoutMark } from './file-port.ts';

/** What a disk reads at once; a bad sector makes no more than this unreadable. */
const PIECE = 4096;
/** A disk that cannot read so many takes minutes over the rest, and nothing of it is expected. */
const HOLES_MOST = 64;

/** Whether a system error says that a disk cannot read a place of a file, however often it is asked. */
export const isUnreadable = (error: unknown): boolean => codeOf(error) === 'EIO';

/** The text of a file with zero bytes for the places that cannot be read; empty if there is no such file. */
export async function readAround(files: FilePort, path: string): Promise<string> {
  const size = (await files.stat(path))?.size ?? 0;
  const bytes = Buffer.alloc(size);
  let holes = 0;
  for (let at = 0; at < size && holes < HOLES_MOST; at += PIECE) {
    try {
      bytes.set(await files.readPart(path, at, Math.min(at + PIECE, size)), at);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      holes += 1;
    }
  }
  return withoutMark(bytes.toString('utf8'));
}
