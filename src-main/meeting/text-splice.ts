import type { Patch } from 'immer';
import { z } from 'zod';
import { checksumOf } from '../storage/checksum.ts';

/** A shorter text is written whole. */
const SHORT = 64;
/** What a splice costs besides its letters; a smaller gain is ignored. */
const OVERHEAD = 160;
/** Letters before the position, by which it is found again in a text that lacks an earlier change. */
const CONTEXT = 12;

/** One replaced section of a string: how the journal stores a change of a long text. */
const Splice = z.object({
  op: z.literal('splice'),
  path: z.array(z.union([z.string(), z.number()])).min(1),
  at: z.number().int().min(0),
  /** How many UTF-16 units are removed. */
  cut: z.number().int().min(0),
  add: z.string(),
  /** The text before the change: its length and checksum. */
  length: z.number().int().min(0),
  base: z.string(),
  /** What precedes the position, and the first removed letters. */
  before: z.string(),
  gone: z.string(),
});
export type Splice = z.infer<typeof Splice>;

/** A patch as the journal stores it. */
export type StoredPatch = Patch | Splice;

type Path = Patch['path'];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));

/** @returns the value at a path, `undefined` if there is none */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

const isHigh = (text: string, index: number): boolean => (text.charCodeAt(index) & 0xfc00) === 0xd800;
const isLow = (text: string, index: number): boolean => (text.charCodeAt(index) & 0xfc00) === 0xdc00;

/** The change from one text to another as a splice; `null` if the whole text is not longer. */
function spliceOf(path: Path, from: string, to: string): Splice | null {
  if (from.length < SHORT || to.length < SHORT) return null;
  const most = Math.min(from.length, to.length);
  let head = 0;
  while (head < most && from.charCodeAt(head) === to.charCodeAt(head)) head += 1;
  // A surrogate pair is not split, so that the added part is valid text.
  if (head > 0 && isHigh(from, head - 1)) head -= 1;
  let tail = 0;
  const rest = most - head;
  while (tail < rest && from.charCodeAt(from.length - tail - 1) === to.charCodeAt(to.length - tail - 1)) tail += 1;
  if (tail > 0 && isLow(from, from.length - tail)) tail -= 1;
  const add = to.slice(head, to.length - tail);
  if (add.length + OVERHEAD > to.length) return null;
  return {
    op: 'splice',
    path: [...path],
    at: head,
    cut: from.length - tail - head,
    add,
    length: from.length,
    base: checksumOf(from),
    before: from.slice(Math.max(0, head - CONTEXT), head),
    gone: from.slice(head, Math.min(head + CONTEXT, from.length - tail)),
  };
}

/** Describes with splices how one value becomes another; `null` if that gains nothing. */
function parts(path: Path, from: unknown, to: unknown): StoredPatch[] | null {
  if (typeof from === 'string' && typeof to === 'string') {
    const splice = spliceOf(path, from, to);
    return splice === null ? null : [splice];
  }
  if (!isRecord(from) || !isRecord(to)) return null;
  const keys = Object.keys(to);
  // In another order it would not be read back as the same JSON.
  if (JSON.stringify(Object.keys(from)) !== JSON.stringify(keys)) return null;
  let gained = false;
  const found = keys.flatMap((key): StoredPatch[] => {
    const [before, after] = [from[key], to[key]];
    if (isSame(before, after)) return [];
    const inner = parts([...path, key], before, after);
    if (inner !== null) gained = true;
    return inner ?? [{ op: 'replace', path: [...path, key], value: after }];
  });
  return gained ? found : null;
}

/** Whether a patch does not affect the value at a path: they diverge at a key of a record. */
function leaves(patch: Patch, path: Path): boolean {
  const parting = path.findIndex((key, index) => key !== patch.path[index]);
  if (parting === -1 || parting >= patch.path.length) return false;
  return (
    typeof path[parting] === 'string' && typeof patch.path[parting] === 'string' && patch.path[parting] !== 'length'
  );
}

/**
 * Patches in the journal's form: a long text is stored as its change.
 * @param before the state to which the patches apply
 */
export function withSplices(before: unknown, patches: readonly Patch[]): readonly StoredPatch[] {
  if (!patches.some(({ op, path }) => op === 'replace' && path.length > 1)) return patches;
  return patches.flatMap((patch, index): StoredPatch[] => {
    if (patch.op !== 'replace' || patch.path.length < 2) return [patch];
    if (!patches.slice(0, index).every((other) => leaves(other, patch.path))) return [patch];
    return parts(patch.path, valueAt(before, patch.path), patch.value) ?? [patch];
  });
}

/** A patch of the journal that does not fit the state to which it is applied. */
export class DoesNotFit extends Error {
  constructor(path: Path) {
    super(`a change of ${path.join('/')} does not fit`);
    this.name = 'DoesNotFit';
  }
}

/**
 * The text after a splice.
 * @param loosely also if the text lacks earlier changes; the position is then found by what precedes it
 */
function spliced(text: unknown, splice: Splice, loosely: boolean): string {
  const { path, cut, add, length, base, before, gone } = splice;
  if (typeof text !== 'string') throw new DoesNotFit(path);
  const exact = text.length === length && checksumOf(text) === base;
  if (exact) return text.slice(0, splice.at) + add + text.slice(splice.at + cut);
  if (!loosely) throw new DoesNotFit(path);
  const fits = (at: number): boolean => at >= 0 && at <= text.length && text.slice(0, at).endsWith(before);
  const shifted = splice.at + text.length - length;
  const found = [shifted, splice.at, text.lastIndexOf(before) + before.length].find(fits);
  // No letter may be lost: if the position is gone the words go to the end, and nothing is removed unless it is known.
  const at = found ?? text.length;
  const known = gone.length === cut && text.startsWith(gone, at);
  return text.slice(0, at) + add + text.slice(known ? at + cut : at);
}

const isSplice = (patch: StoredPatch): patch is Splice => patch.op === 'splice';

/**
 * Patches of the journal as whole patches again.
 * @param before the state to which they apply
 * @throws DoesNotFit if a text is not the one that was changed, unless `loosely`
 */
export function withoutSplices(before: unknown, patches: readonly StoredPatch[], loosely = false): readonly Patch[] {
  if (!patches.some(isSplice)) return patches as readonly Patch[];
  return patches.map((patch): Patch => {
    if (!isSplice(patch)) return patch;
    const parsed = Splice.safeParse(patch);
    if (!parsed.success) throw new DoesNotFit(patch.path);
    const { path } = parsed.data;
    return { op: 'replace', path, value: spliced(valueAt(before, path), parsed.data, loosely) };
  });
}
