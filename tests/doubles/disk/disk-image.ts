/** A write that was not synced: `cut` sets the length, `data` writes at an offset. */
export type Write = { readonly cut: number } | { readonly at: number; readonly data: Buffer };

export interface FileImage {
  /** What certainly survives a power cut. */
  readonly synced: Buffer;
  /** What may or may not survive, in the order in which it was written. */
  readonly pending: readonly Write[];
}

export type Entry = { readonly kind: 'file' | 'folder'; readonly id: number };

export type NameChange =
  | { readonly kind: 'set'; readonly name: string; readonly entry: Entry }
  | { readonly kind: 'drop'; readonly name: string }
  | { readonly kind: 'move'; readonly from: string; readonly to: string; readonly entry: Entry };

export interface FolderImage {
  readonly synced: ReadonlyMap<string, Entry>;
  readonly pending: readonly NameChange[];
}

/** A disk at one instant: what is durable, and what is only on its way. */
export interface DiskImage {
  readonly files: ReadonlyMap<number, FileImage>;
  readonly folders: ReadonlyMap<number, FolderImage>;
}

export const ROOT = 0;

export function written(content: Buffer, write: Write): Buffer {
  if ('cut' in write) {
    if (write.cut <= content.length) return content.subarray(0, write.cut);
    return Buffer.concat([content, Buffer.alloc(write.cut - content.length)]);
  }
  // A hole reads as zeros, as on every file system.
  const before = written(content.subarray(0, write.at), { cut: write.at });
  return Buffer.concat([before, write.data, content.subarray(write.at + write.data.length)]);
}

export function renamed(names: ReadonlyMap<string, Entry>, change: NameChange): Map<string, Entry> {
  const next = new Map(names);
  switch (change.kind) {
    case 'set':
      return next.set(change.name, change.entry);
    case 'drop':
      next.delete(change.name);
      return next;
    case 'move':
      next.delete(change.from);
      return next.set(change.to, change.entry);
    default:
      return change satisfies never;
  }
}
