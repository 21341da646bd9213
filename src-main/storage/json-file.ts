import { type Adapter, Low } from 'lowdb';
import { type FilePort, isMissing, replaceFile } from './file-port.ts';
import { type OneByOne, oneByOne } from './one-by-one.ts';

/**
 * lowdb's adapter over the file port: its own adapter renames too, but syncs neither the file nor the folder. Reading a
 * missing file gives `null`; reading one that is not JSON throws `SyntaxError`.
 */
class SyncedJsonAdapter implements Adapter<unknown> {
  readonly #files: FilePort;
  readonly #path: string;
  readonly #queue: OneByOne;
  constructor(files: FilePort, path: string, queue: OneByOne) {
    this.#files = files;
    this.#path = path;
    this.#queue = queue;
  }
  async read(): Promise<unknown> {
    try {
      return JSON.parse(await this.#files.read(this.#path));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }
  write(value: unknown): Promise<void> {
    // A copy of the present value: what the caller changes during a write belongs to the next write.
    const text = `${JSON.stringify(value, null, 1)}\n`;
    return this.#queue(() => replaceFile(this.#files, this.#path, text));
  }
}

/** The small JSON files of one owner. */
export interface JsonFiles {
  /**
   * A JSON file as a lowdb database: `read()`, then `data`; `write()` returns when the text is durable. Writes of one
   * path are queued, whoever requests them, so that the last request wins.
   */
  at(path: string): Low<unknown>;
}

export function jsonFiles(files: FilePort): JsonFiles {
  const queues = new Map<string, OneByOne>();
  return {
    at(path) {
      const queue = queues.get(path) ?? oneByOne();
      queues.set(path, queue);
      return new Low<unknown>(new SyncedJsonAdapter(files, path, queue), null);
    },
  };
}
