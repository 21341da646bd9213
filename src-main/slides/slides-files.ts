import type { ServedFiles } from '../hosts/web/served-file.ts';
import type { FilePort } from '../storage/file-port.ts';
import { type SlidesGrants, slidesGrants } from './grants.ts';
import { type SlidesStore, slidesStore } from './store.ts';

/** The files that windows may fetch now, by address. Each part is read from the disk when it is sent. */
function servedSlides(store: Pick<SlidesStore, 'sizeOf' | 'read'>, grants: Pick<SlidesGrants, 'fileOf'>): ServedFiles {
  return {
    async sizeOf(id) {
      const hash = grants.fileOf(id);
      return hash === null ? null : store.sizeOf(hash);
    },
    async read(id, from, to) {
      // Looked up for every part: an address may end while its file is being sent.
      const hash = grants.fileOf(id);
      return hash === null ? null : store.read(hash, from, to);
    },
  };
}

/** The slides of a data folder: what is stored, and what windows may fetch of it. Shared by a host and the application. */
export interface SlidesFiles {
  readonly store: SlidesStore;
  readonly grants: SlidesGrants;
  readonly served: ServedFiles;
}

export function slidesFiles(files: FilePort, dataFolder: string): SlidesFiles {
  const store = slidesStore(files, dataFolder);
  const grants = slidesGrants();
  return { store, grants, served: servedSlides(store, grants) };
}
