import { join } from 'node:path';
import { z } from 'zod';
import { type FilePort, isMissing, replaceFile } from '../storage/file-port.ts';

const FILE = 'heartbeat.json';

const Turn = z.object({ itemId: z.string(), spent: z.number().min(0) });
const Heartbeat = z.object({
  /** The running turn and what it had spent, ms; `null` while none ran. */
  turn: Turn.nullable(),
  at: z.number(),
  /** The last change that was on the disk then: a journal that ends before it has lost something. */
  durable: z.number().int().min(0),
});
export type Heartbeat = z.infer<typeof Heartbeat>;

/** As earlier builds wrote it, while a turn ran. */
const Earlier = Turn.extend({ at: z.number(), durable: z.number().int().min(0).default(0) }).transform(
  ({ itemId, spent, at, durable }): Heartbeat => ({ turn: { itemId, spent }, at, durable }),
);
const Stored = z.union([Heartbeat, Earlier]);

export interface Heartbeats {
  write(folder: string, beat: Heartbeat): Promise<void>;
  /** The last beat; `null` where there is none, or it is torn: a hint that tells nothing is as good as none. */
  read(folder: string): Promise<Heartbeat | null>;
}

/** How far the changes and a running turn have come, noted every few seconds apart from the files that hold them. */
export function heartbeats(files: FilePort): Heartbeats {
  let underWay: Promise<void> = Promise.resolve();
  return {
    write(folder, beat) {
      // One after the other: two writers of one temporary file would tear it.
      const next = underWay.then(() => replaceFile(files, join(folder, FILE), JSON.stringify(beat)));
      underWay = next.catch(() => undefined);
      return next;
    },
    async read(folder) {
      try {
        const beat = Stored.safeParse(JSON.parse(await files.read(join(folder, FILE))));
        return beat.success ? beat.data : null;
      } catch (error) {
        if (isMissing(error) || error instanceof SyntaxError) return null;
        throw error;
      }
    },
  };
}
