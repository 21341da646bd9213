import { join } from 'node:path';
import { z } from 'zod';
import { type FilePort, isMissing, replaceFile } from '../storage/file-port.ts';
import { oneByOne } from '../storage/one-by-one.ts';
import { isUnreadable } from '../storage/read-around.ts';

/** How a data folder is called in files that it writes elsewhere. */
export const DATA_ID = '[0-9a-f]{16}';
const Stored = z.object({ id: z.string().regex(new RegExp(`^${DATA_ID}$`)) });

/** What distinguishes this data folder from those of other computers that write into the same folder. Never rejects. */
export interface DataIdentity {
  /** `null` if it has not been given one, or its file is damaged: then it is given another. */
  known(): Promise<string | null>;
  /** The same, which is written before it is used; if that is refused it is used all the same, and written the next time. */
  made(): Promise<string>;
}

export interface DataIdentityOptions {
  readonly files: FilePort;
  readonly dataFolder: string;
  newId(): string;
  report(error: unknown): void;
}

export function dataIdentity({ files, dataFolder, newId, report }: DataIdentityOptions): DataIdentity {
  const path = join(dataFolder, 'identity.json');
  /** One after the other: two would give it two names. */
  const queue = oneByOne();
  /** As its file says it. */
  let stored: string | null = null;
  /** Made, and not written yet. */
  let unwritten: string | null = null;

  /** @returns whether the file may be given a name: not one that merely cannot be read now */
  async function read(): Promise<boolean> {
    if (stored !== null) return false;
    try {
      stored = Stored.safeParse(JSON.parse(await files.read(path))).data?.id ?? null;
      return stored === null;
    } catch (error) {
      if (isMissing(error) || isUnreadable(error) || error instanceof SyntaxError) return true;
      report(error);
      return false;
    }
  }
  return {
    known: () =>
      queue(async () => {
        await read();
        return stored ?? unwritten;
      }),
    made: () =>
      queue(async () => {
        const isFree = await read();
        if (stored !== null) return stored;
        unwritten ??= Stored.shape.id.parse(newId());
        if (!isFree) return unwritten;
        try {
          await replaceFile(files, path, `${JSON.stringify({ id: unwritten })}\n`);
          stored = unwritten;
        } catch (error) {
          // A full disk is a reason for a backup elsewhere, not against it.
          report(error);
        }
        return unwritten;
      }),
  };
}
