import { join } from 'node:path';
import { z } from 'zod';
import type { FilePort } from '../storage/file-port.ts';
import { jsonFiles } from '../storage/json-file.ts';

const FILE = 'heartbeat.json';

const Turn = z.object({ itemId: z.string(), spent: z.number().min(0) });
const Heartbeat = z.object({
  /** The running turn and its spent time, ms; `null` if none was running. */
  turn: Turn.nullable(),
  at: z.number(),
  /** The last change that was on the disk at that time: a journal that ends before it has lost something. */
  durable: z.number().int().min(0),
});
export type Heartbeat = z.infer<typeof Heartbeat>;

/** As earlier builds wrote it, while a turn was running. */
const Earlier = Turn.extend({ at: z.number(), durable: z.number().int().min(0).default(0) }).transform(
  ({ itemId, spent, at, durable }): Heartbeat => ({ turn: { itemId, spent }, at, durable }),
);
const Stored = z.union([Heartbeat, Earlier]);

export interface Heartbeats {
  write(folder: string, beat: Heartbeat): Promise<void>;
  /** The last heartbeat; `null` if there is none, or it cannot be read: it is only a hint. */
  read(folder: string): Promise<Heartbeat | null>;
}

/**
 * The progress of changes and of a running turn, stored every few seconds apart from the files that contain them.
 * @param report called when one cannot be read
 */
export function heartbeats(files: FilePort, report: (error: unknown) => void): Heartbeats {
  const small = jsonFiles(files);
  return {
    write(folder, beat) {
      const file = small.at(join(folder, FILE));
      file.data = beat;
      return file.write();
    },
    async read(folder) {
      const file = small.at(join(folder, FILE));
      try {
        await file.read();
      } catch (error) {
        if (!(error instanceof SyntaxError)) report(error);
        return null;
      }
      const beat = Stored.safeParse(file.data);
      return beat.success ? beat.data : null;
    },
  };
}
