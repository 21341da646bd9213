import { createHash } from 'node:crypto';
import { slidesStore } from '#main/slides/store.ts';
import { uploads } from '#main/slides/uploads.ts';
import type { FilePort } from '#main/storage/file-port.ts';
import { countedIds } from './build-meeting.ts';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A file that begins as a PDF does, with other content for each name. */
export const pdfBytes = (word: string, length = 5_000): Buffer =>
  Buffer.concat([Buffer.from(`%PDF-1.7 ${word}\n`), Buffer.alloc(Math.max(0, length - 10 - word.length), word)]);

/** Main's side of storing slides, on any disk. */
export function slidesOnDisk(files: FilePort, dataFolder = '/data', report = (error: unknown): void => void error) {
  const store = slidesStore(files, dataFolder);
  let now = 0;
  const incoming = uploads({ files, store, mono: () => now, newId: countedIds('u'), report });
  return {
    store,
    incoming,
    advance: (ms: number) => {
      now += ms;
    },
    /** Uploads and stores a file as a window does. @returns its hash */
    async keep(name: string, bytes: Buffer, size = 1_500): Promise<string> {
      const id = await incoming.begin(name, bytes.length);
      for (let at = 0; at < bytes.length; at += size) await incoming.piece(id, bytes.subarray(at, at + size));
      const { path, hash, bytes: length } = await incoming.end(id);
      await store.take(path, hash, length);
      return hash;
    },
  };
}
