import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { SLIDES_BYTES_MAX } from '#core/model/lengths.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { SlidesHash } from '#core/model/slides.ts';
import { byTemporary, type FilePort } from '../storage/file-port.ts';
import { oneByOne } from '../storage/one-by-one.ts';
import { keepSlides } from './keep.ts';
import { partsOf } from './parts.ts';
import type { SlidesStore } from './store.ts';
import type { Uploads } from './uploads.ts';

/** The slides of a meeting beside its backups: `<folder>/slides/<sha256>.pdf`, each once, however many backups there are. */
export interface SlidesCopies {
  /** Copies what is missing there. A file that is there is whole. @throws the disk's error */
  give(meeting: Meeting, folder: string): Promise<void>;
  /** Takes what is missing here from there; a file that is not what its name says is left. @throws the disk's error */
  take(meeting: Meeting, folder: string): Promise<void>;
}

/** The slides of a meeting, each once. */
export const slidesOf = ({ agenda }: Meeting): ReadonlySet<SlidesHash> =>
  new Set(Object.values(agenda.items).flatMap(({ slides }) => slides?.hash ?? []));

export interface SlidesCopiesOptions {
  readonly files: FilePort;
  readonly store: SlidesStore;
  readonly incoming: Uploads;
}

export function slidesCopies({ files, store, incoming }: SlidesCopiesOptions): SlidesCopies {
  /** One after the other: two would write the same file. */
  const queue = oneByOne();

  async function giveOne(hash: SlidesHash, folder: string): Promise<void> {
    const size = await store.sizeOf(hash);
    const target = join(folder, `${hash}.pdf`);
    if (size === null || (await files.stat(target))?.size === size) return;
    await byTemporary(files, target, async (temporary) => {
      // Without what an interrupted copy has left.
      const file = await files.openEmpty(temporary);
      const sum = createHash('sha256');
      try {
        for await (const part of store.parts(hash, size)) {
          sum.update(part);
          await file.append(part);
        }
        await file.sync();
      } finally {
        await file.close();
      }
      if (sum.digest('hex') !== hash) throw new Error(`stored slides are damaged: ${hash}`);
      await files.rename(temporary, target);
    });
    await files.syncFolder(folder);
  }

  async function takeOne(hash: SlidesHash, folder: string): Promise<void> {
    const path = join(folder, `${hash}.pdf`);
    const size = (await files.stat(path))?.size ?? 0;
    if (size === 0 || size > SLIDES_BYTES_MAX || (await store.sizeOf(hash)) === size) return;
    await keepSlides({ files, store, incoming }, partsOf(files, path, size), size, hash);
  }

  return {
    give: (meeting, folder) =>
      queue(async () => {
        const hashes = slidesOf(meeting);
        if (hashes.size === 0) return;
        const beside = join(folder, 'slides');
        await files.makeFolder(beside);
        await files.syncFolder(folder);
        for (const hash of hashes) await giveOne(hash, beside);
      }),
    take: (meeting, folder) =>
      queue(async () => {
        for (const hash of slidesOf(meeting)) await takeOne(hash, join(folder, 'slides'));
      }),
  };
}
