import { basename, dirname } from 'node:path';
import { type AppendFile, type FilePort, withoutMark } from '#main/storage/file-port.ts';
import { type DiskImage, type Entry, type NameChange, ROOT, renamed, type Write, written } from './disk-image.ts';

interface SimFile {
  synced: Buffer;
  pending: Write[];
  now: Buffer;
  changedAt: number;
}
interface SimFolder {
  synced: ReadonlyMap<string, Entry>;
  pending: NameChange[];
  now: ReadonlyMap<string, Entry>;
}

export type Operation = 'create' | 'write' | 'sync' | 'truncate' | 'rename' | 'remove' | 'makeFolder' | 'syncFolder';

export interface SimulatedDiskOptions {
  /** Starts from this image. */
  readonly image?: DiskImage;
  /** Called before every operation that changes the disk; if it throws, the operation fails with that error. */
  before?(operation: Operation, path: string): void;
  /** A sync that reports success and did nothing: for showing that a test notices. */
  forgets?(operation: 'sync' | 'syncFolder', path: string): boolean;
}

export interface SimulatedDisk {
  readonly port: FilePort;
  image(): DiskImage;
}

/** The system's error. */
export const failure = (code: string, path: string): Error =>
  Object.assign(new Error(`${code}: ${path}`), { code, path, syscall: 'simulated' });

/**
 * A disk that certainly keeps only what was synced. Data is durable after its file's sync, a name (created, moved or
 * removed) only after its folder's; `image()` returns both what is durable and what is on its way.
 */
export function simulatedDisk({ image, before, forgets }: SimulatedDiskOptions = {}): SimulatedDisk {
  const files = new Map<number, SimFile>();
  const folders = new Map<number, SimFolder>();
  let lastId = ROOT;
  let ticks = 0;
  for (const [id, { synced, pending }] of image?.files ?? []) {
    files.set(id, { synced, pending: [...pending], now: pending.reduce(written, synced), changedAt: 0 });
    lastId = Math.max(lastId, id);
  }
  for (const [id, { synced, pending }] of image?.folders ?? []) {
    folders.set(id, { synced, pending: [...pending], now: pending.reduce(renamed, synced) });
    lastId = Math.max(lastId, id);
  }
  if (!folders.has(ROOT)) folders.set(ROOT, { synced: new Map(), pending: [], now: new Map() });

  const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');
  const find = (path: string): Entry | null => {
    let entry: Entry = { kind: 'folder', id: ROOT };
    for (const part of partsOf(path)) {
      const next = entry.kind === 'folder' ? folders.get(entry.id)?.now.get(part) : undefined;
      if (next === undefined) return null;
      entry = next;
    }
    return entry;
  };
  const folderAt = (path: string): SimFolder => {
    const entry = find(path);
    const folder = entry?.kind === 'folder' ? folders.get(entry.id) : undefined;
    if (folder === undefined) throw failure('ENOENT', path);
    return folder;
  };
  const fileAt = (path: string): SimFile => {
    const entry = find(path);
    const file = entry?.kind === 'file' ? files.get(entry.id) : undefined;
    if (file === undefined) throw failure('ENOENT', path);
    return file;
  };
  const name = (folder: SimFolder, change: NameChange): void => {
    folder.pending.push(change);
    folder.now = renamed(folder.now, change);
  };
  const write = (file: SimFile, change: Write): void => {
    file.pending.push(change);
    file.now = written(file.now, change);
    ticks += 1;
    file.changedAt = ticks;
  };
  const act = async (operation: Operation, path: string): Promise<void> => {
    // Every operation takes a turn of the loop, as on a real disk: others may come in between.
    await Promise.resolve();
    before?.(operation, path);
  };

  async function created(path: string): Promise<SimFile> {
    const folder = folderAt(dirname(path));
    const known = find(path);
    if (known !== null) return fileAt(path);
    await act('create', path);
    lastId += 1;
    const file: SimFile = { synced: Buffer.alloc(0), pending: [], now: Buffer.alloc(0), changedAt: ticks };
    files.set(lastId, file);
    name(folder, { kind: 'set', name: basename(path), entry: { kind: 'file', id: lastId } });
    return file;
  }
  const appending = (file: SimFile, path: string): AppendFile => ({
    async append(content) {
      await act('write', path);
      write(file, { at: file.now.length, data: Buffer.from(content) });
    },
    sync: () => sync(file, path),
    close: async () => undefined,
  });
  async function sync(file: SimFile, path: string): Promise<void> {
    await act('sync', path);
    if (forgets?.('sync', path)) return;
    file.synced = file.now;
    file.pending = [];
  }

  const port: FilePort = {
    read: async (path) => withoutMark(fileAt(path).now.toString('utf8')),
    readPart: async (path, from, to) => Uint8Array.from(fileAt(path).now.subarray(from, to)),
    async writeSynced(path, text) {
      const file = await created(path);
      await act('truncate', path);
      write(file, { cut: 0 });
      await act('write', path);
      write(file, { at: 0, data: Buffer.from(text) });
      await sync(file, path);
    },
    openAppend: async (path) => appending(await created(path), path),
    async openEmpty(path) {
      const file = await created(path);
      await act('truncate', path);
      write(file, { cut: 0 });
      return appending(file, path);
    },
    async truncate(path, size) {
      const file = fileAt(path);
      await act('truncate', path);
      write(file, { cut: size });
    },
    async rename(from, to) {
      const entry = find(from);
      if (entry === null) throw failure('ENOENT', from);
      const source = folderAt(dirname(from));
      const target = folderAt(dirname(to));
      const present = find(to);
      if (present?.kind === 'folder' && (folders.get(present.id)?.now.size ?? 0) > 0) throw failure('ENOTEMPTY', to);
      await act('rename', to);
      if (source === target) {
        name(source, { kind: 'move', from: basename(from), to: basename(to), entry });
        return;
      }
      name(target, { kind: 'set', name: basename(to), entry });
      name(source, { kind: 'drop', name: basename(from) });
    },
    async syncFolder(path) {
      const folder = folderAt(path);
      await act('syncFolder', path);
      if (forgets?.('syncFolder', path)) return;
      folder.synced = folder.now;
      folder.pending = [];
    },
    async makeFolder(path) {
      let at = '';
      for (const part of partsOf(path)) {
        const parent = folderAt(at);
        at = `${at}/${part}`;
        if (find(at) !== null) continue;
        await act('makeFolder', at);
        lastId += 1;
        folders.set(lastId, { synced: new Map(), pending: [], now: new Map() });
        name(parent, { kind: 'set', name: part, entry: { kind: 'folder', id: lastId } });
      }
    },
    list: async (path) => {
      const entry = find(path);
      return entry?.kind === 'folder' ? [...(folders.get(entry.id)?.now.keys() ?? [])] : [];
    },
    async remove(path) {
      fileAt(path);
      await act('remove', path);
      name(folderAt(dirname(path)), { kind: 'drop', name: basename(path) });
    },
    async removeFolder(path) {
      if (folderAt(path).now.size > 0) throw failure('ENOTEMPTY', path);
      await act('remove', path);
      name(folderAt(dirname(path)), { kind: 'drop', name: basename(path) });
    },
    stat: async (path) => {
      const entry = find(path);
      if (entry === null) return null;
      const file = files.get(entry.id);
      return file === undefined ? { size: 0, changedAt: 0 } : { size: file.now.length, changedAt: file.changedAt };
    },
  };

  return {
    port,
    image: () => ({
      files: new Map([...files].map(([id, { synced, pending }]) => [id, { synced, pending: [...pending] }])),
      folders: new Map([...folders].map(([id, { synced, pending }]) => [id, { synced, pending: [...pending] }])),
    }),
  };
}
