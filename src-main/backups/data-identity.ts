import { join } from 'node:path';
import { z } from 'zod';
import { type FilePort, isMissing, replaceFile } from '../storage/file-port.ts';
import { isUnreadable } from '../storage/read-around.ts';

/** How a data folder is called in files that it writes elsewhere. */
export const DATA_ID = '[0-9a-f]{16}';
const Stored = z.object({ id: z.string().regex(new RegExp(`^${DATA_ID}$`)) });

/** What distinguishes this data folder from those of other computers that write into the same folder. */
export interface DataIdentity {
  /** `null` if it has not been given one, or its file is damaged: then it is given another. */
  known(): Promise<string | null>;
  /** The same, which is durable before it is used. */
  made(): Promise<string>;
}

export function dataIdentity(files: FilePort, dataFolder: string, newId: () => string): DataIdentity {
  const path = join(dataFolder, 'identity.json');
  let id: string | null = null;

  async function known(): Promise<string | null> {
    if (id !== null) return id;
    try {
      id = Stored.safeParse(JSON.parse(await files.read(path))).data?.id ?? null;
    } catch (error) {
      // It must keep no register from opening.
      if (!isMissing(error) && !isUnreadable(error) && !(error instanceof SyntaxError)) throw error;
    }
    return id;
  }
  return {
    known,
    async made() {
      const present = await known();
      if (present !== null) return present;
      const made = newId();
      await replaceFile(files, path, `${JSON.stringify(Stored.parse({ id: made }))}\n`);
      id = made;
      return made;
    },
  };
}
