import {
  type DiskImage,
  type Entry,
  type FileImage,
  type FolderImage,
  renamed,
  type Write,
  written,
} from './disk-image.ts';

/** Whole numbers from 0 to `below`, the same for the same seed. */
export type Dice = (below: number) => number;

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const all = (content: Buffer, writes: readonly Write[]): Buffer => writes.reduce(written, content);

/** A write of which only the first `length` bytes arrived; `zeros` if the length was stored but not the rest. */
function torn(write: Write, length: number, zeros: boolean): Write {
  if ('cut' in write) return write;
  const part = write.data.subarray(0, length);
  const rest = zeros ? Buffer.alloc(write.data.length - length) : Buffer.alloc(0);
  return { at: write.at, data: Buffer.concat([part, rest]) };
}

/**
 * What may be left of a file after a power cut: nothing of the unsynced writes, all, the last one incomplete, or in
 * another order.
 */
function fileStates({ synced, pending }: FileImage, roll: Dice): Buffer[] {
  const last = pending.at(-1);
  if (last === undefined) return [synced];
  const before = pending.slice(0, -1);
  const length = 'cut' in last ? 0 : roll(last.data.length + 1);
  const states = [
    synced,
    all(synced, pending),
    all(synced, [...before, torn(last, length, false)]),
    all(synced, [...before, torn(last, length, true)]),
  ];
  if (before.length > 0) states.push(all(synced, before), written(synced, last));
  return states;
}

/** Any subset of the unsynced changes of names, each complete: a rename is there or it is not. */
function folderStates({ synced, pending }: FolderImage, roll: Dice): ReadonlyMap<string, Entry>[] {
  const subset = (bits: number) =>
    pending.reduce<ReadonlyMap<string, Entry>>(
      (names, change, index) => ((bits >> (index % 30)) & 1 ? renamed(names, change) : names),
      synced,
    );
  if (pending.length <= 4) return Array.from({ length: 2 ** pending.length }, (_, bits) => subset(bits));
  return [subset(0), subset(2 ** 30 - 1), ...Array.from({ length: 6 }, () => subset(roll(2 ** 30)))];
}

/**
 * The states in which the disk may be after a power cut at this instant: all if there are few, otherwise the two
 * extremes and a seeded sample.
 */
export function legalStates(image: DiskImage, roll: Dice, most: number): DiskImage[] {
  const files = [...image.files].map(([id, file]) => [id, fileStates(file, roll)] as const);
  const folders = [...image.folders].map(([id, folder]) => [id, folderStates(folder, roll)] as const);
  const count = [...files, ...folders].reduce((product, [, states]) => product * states.length, 1);
  const build = (pick: (choices: number) => number): DiskImage => ({
    folders: new Map(
      folders.map(([id, states]) => [id, { synced: states[pick(states.length)] ?? new Map(), pending: [] }]),
    ),
    files: new Map(
      files.map(([id, states]) => [id, { synced: states[pick(states.length)] ?? Buffer.alloc(0), pending: [] }]),
    ),
  });
  if (count <= most) {
    return Array.from({ length: count }, (_, number) => {
      let rest = number;
      return build((choices) => {
        const chosen = rest % choices;
        rest = Math.floor(rest / choices);
        return chosen;
      });
    });
  }
  const sampled = Array.from({ length: most - 2 }, () => build(roll));
  return [build(() => 0), build((choices) => Math.min(1, choices - 1)), ...sampled];
}
