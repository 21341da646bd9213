import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Emblem } from '#core/model/kop.ts';
import { type FilePort, isMissing, replaceFile } from '../storage/file-port.ts';
import type { SoundPng } from './png-check.ts';

/** The user's emblem, and earlier ones that closed meetings use, in `<data>/emblem/<id>.png`. */
export interface EmblemStore {
  /** Stores a checked image; it is durable when this resolves. */
  keep(png: SoundPng): Promise<Emblem>;
  /** The image with this id; `null` if it is missing, or is not what was stored. */
  read(id: string): Promise<Uint8Array<ArrayBuffer> | null>;
}

const idOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32);

export function emblemStore(files: FilePort, dataFolder: string): EmblemStore {
  const folder = join(dataFolder, 'emblem');
  const pathOf = (id: string): string => join(folder, `${id}.png`);
  return {
    async keep({ bytes, width, height }) {
      const id = idOf(bytes);
      await files.makeFolder(folder);
      await replaceFile(files, pathOf(id), Buffer.from(bytes).toString('latin1'), 'latin1');
      await files.syncFolder(dataFolder);
      return { id, width, height };
    },
    async read(id) {
      if (!Emblem.shape.id.safeParse(id).success) return null;
      try {
        const bytes = Uint8Array.from(Buffer.from(await files.read(pathOf(id), 'latin1'), 'latin1'));
        return idOf(bytes) === id ? bytes : null;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
  };
}
