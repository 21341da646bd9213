import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Emblem } from '#core/model/kop.ts';
import { type FilePort, isMissing, replaceFile } from '../storage/file-port.ts';
import type { SoundPng } from './png-check.ts';

/** The user's emblem, and those before it, which closed meetings keep, in `<data>/emblem/<id>.png`. */
export interface EmblemStore {
  /** Keeps a checked picture; it is durable when this resolves. */
  keep(png: SoundPng): Promise<Emblem>;
  /** The picture of this id; `null` when it is not there, or is not what was kept. */
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
