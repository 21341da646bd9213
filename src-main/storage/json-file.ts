import { type Adapter, Low } from 'lowdb';
import { type FilePort, isMissing, replaceFile } from './file-port.ts';

/**
 * lowdb's adapter over the file port: its own adapter renames too, but syncs neither the file nor the folder.
 * Reading a missing file gives `null`; reading one that is no JSON throws `SyntaxError`.
 */
class SyncedJsonAdapter implements Adapter<unknown> {
  readonly #files: FilePort;
  readonly #path: string;
  constructor(files: FilePort, path: string) {
    this.#files = files;
    this.#path = path;
  }
  async read(): Promise<unknown> {
    try {
      return JSON.parse(await this.#files.read(this.#path));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }
  async write(value: unknown): Promise<void> {
    await replaceFile(this.#files, this.#path, `${JSON.stringify(value, null, 1)}\n`);
  }
}

/** A JSON file as a lowdb database: `read()`, then `data`; `write()` returns when the text is on the disk for good. */
export const jsonFile = (files: FilePort, path: string): Low<unknown> =>
  new Low<unknown>(new SyncedJsonAdapter(files, path), null);
