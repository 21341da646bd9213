import { dirname, extname, join } from 'node:path';
import { Refused } from '#core/refusals/refusals.ts';
import type { Host, SavePath } from '../hosts/port.ts';
import { type ExportBytes, wouldReplace } from '../storage/export-file.ts';
import type { FilePort } from '../storage/file-port.ts';
import type { Exporting } from './exporting.ts';

export interface SavedFile {
  /** Names the document, so that a question about replacing a file is answered for that document. */
  readonly key: string;
  /** What the dialog suggests, with its extension. */
  readonly name: string;
  /** Replace a file: the answer to `exportExists`, for the path that was chosen then. */
  readonly overwrite: boolean;
}

/** Asks where a document is to be saved and writes it, and knows what this run has written. */
export interface Saver {
  /**
   * @param make the bytes; only called when it is known that they may be written
   * @returns `null` as the path if the user cancelled
   * @throws Refused `exportExists`, and as `make` and `Exporting.write` do
   */
  save(file: SavedFile, make: () => Promise<ExportBytes>): Promise<{ path: string | null }>;
  /** Remembers a file or folder that was written otherwise. */
  add(path: string): void;
  /** Whether this run wrote the file, or filled the folder. */
  wrote(path: string): boolean;
}

export interface SaverOptions {
  readonly host: Pick<Host, 'askSavePath'>;
  readonly files: Pick<FilePort, 'stat'>;
  readonly exporting: Pick<Exporting, 'write'>;
  readonly documentsFolder: string;
}

export function saver({ host, files, exporting, documentsFolder }: SaverOptions): Saver {
  const written = new Set<string>();
  /** The path that the user chose, by document, until it is known whether a file may be replaced. */
  const answered = new Map<string, string>();

  async function placeOf({ key, name, overwrite }: SavedFile): Promise<SavePath | null> {
    const before = answered.get(key);
    answered.delete(key);
    if (overwrite && before !== undefined) return { path: before, overwriteAsked: true };
    const suggested = join(documentsFolder, name);
    const place = await host.askSavePath(suggested);
    if (place === null || extname(place.path).toLowerCase() === extname(suggested)) return place;
    // A file without its extension could not be opened; the dialog did not ask about replacing this name.
    return { path: place.path + extname(suggested), overwriteAsked: false };
  }

  return {
    wrote: (path) => written.has(path),
    add: (path) => {
      written.add(path);
    },
    async save(file, make) {
      const place = await placeOf(file);
      if (place === null) return { path: null };
      const { path } = place;
      if (!file.overwrite && !place.overwriteAsked && (await wouldReplace(files, path))) {
        answered.set(file.key, path);
        throw new Refused('exportExists', { path });
      }
      const bytes = await make();
      await exporting.write(path, bytes, dirname(path) === documentsFolder ? 'whole' : 'nothing');
      written.add(path);
      return { path };
    },
  };
}
