import { applyPatches, enablePatches, type Patch, produce } from 'immer';
import type { JournalLine, StoredLine } from './journal-text.ts';
import { type StoredPatch, valueAt, withoutSplices } from './text-splice.ts';

enablePatches();

/** How often an uncertain state is validated as a whole: a journal full of damage must not delay the start. */
const CHECKS = 500;

export interface Replayed {
  readonly stored: unknown;
  /** The changes that were applied, with whole patches. */
  readonly lines: readonly JournalLine[];
  /** Proven changes that do not apply to what came before them. */
  readonly unused: readonly StoredLine[];
}

/** How strictly a change must fit: exactly, or also if changes before it are lost. */
type Fit = 'exact' | 'loose';

const replacesAll = ({ patches }: StoredLine): boolean => patches.some(({ path }) => path.length === 0);

/** The first entry of a record may be a lost change; entries added later are not. */
function withRecord(draft: object, patch: Patch): Patch {
  const key = patch.path.at(-1);
  const parent = patch.path.slice(0, -1);
  if (patch.op !== 'add' || typeof key !== 'string' || parent.length === 0) return patch;
  if (valueAt(draft, parent) !== undefined) return patch;
  return { op: 'add', path: parent, value: { [key]: patch.value as unknown } };
}

function applyTo(draft: object, line: StoredLine, fit: Fit): JournalLine {
  const whole = (patches: readonly StoredPatch[]): readonly Patch[] => withoutSplices(draft, patches, fit === 'loose');
  const { inverse, ...rest } = line;
  const patches = whole(line.patches);
  if (fit === 'exact') applyPatches(draft, patches);
  else for (const patch of patches) applyPatches(draft, [withRecord(draft, patch)]);
  return inverse === undefined ? { ...rest, patches } : { ...rest, patches, inverse: whole(inverse) };
}

/**
 * All changes at once, which costs what they change and not a copy of the meeting for each.
 * @throws Error if one does not fit
 */
function applyAll(stored: unknown, lines: readonly StoredLine[], fit: Fit): Omit<Replayed, 'unused'> {
  const applied: JournalLine[] = [];
  let value = stored;
  let from = 0;
  while (from < lines.length) {
    const next = lines.slice(from).findIndex(replacesAll);
    const until = next === -1 ? lines.length : from + next;
    value = produce(value as object, (draft) => {
      for (const line of lines.slice(from, until)) applied.push(applyTo(draft, line, fit));
    });
    const whole = lines[until];
    if (whole !== undefined) {
      const patches = withoutSplices(value, whole.patches);
      value = applyPatches(value as object, patches);
      applied.push({ ...whole, patches, inverse: undefined });
    }
    from = until + 1;
  }
  return { stored: value, lines: applied };
}

/** How many changes at the front fit exactly. */
function fitting(stored: unknown, lines: readonly StoredLine[]): number {
  let value = stored;
  for (const [index, line] of lines.entries()) {
    try {
      value = applyAll(value, [line], 'exact').stored;
    } catch {
      return index;
    }
  }
  return lines.length;
}

/**
 * Applies changes to a state. After a change that is lost or does not fit, each later one is applied if it still can be
 * and leaves a valid meeting; unused changes are returned.
 * @param lines proven changes in ascending order, of which numbers may be missing
 * @param sound whether a state may follow another, checked only after the first loss
 */
export function replay(
  stored: unknown,
  seq: number,
  lines: readonly StoredLine[],
  sound: (before: unknown, after: unknown) => boolean,
): Replayed {
  const gap = lines.findIndex((line, index) => line.seq !== seq + 1 + index);
  const run = gap === -1 ? lines : lines.slice(0, gap);
  let start: Omit<Replayed, 'unused'>;
  try {
    start = applyAll(stored, run, 'exact');
  } catch {
    start = applyAll(stored, run.slice(0, fitting(stored, run)), 'exact');
  }
  const doubtful = lines.slice(start.lines.length);
  if (doubtful.length === 0) return { ...start, unused: [] };

  const applied: JournalLine[] = [...start.lines];
  const unused: StoredLine[] = [];
  let value = start.stored;
  let checks = CHECKS;
  const attempt = (some: readonly StoredLine[]): boolean => {
    if (checks === 0) return false;
    try {
      const next = applyAll(value, some, 'loose');
      checks -= 1;
      if (!sound(value, next.stored)) return false;
      value = next.stored;
      applied.push(...next.lines);
      return true;
    } catch {
      // It does not fit, so it is returned as unused below.
      return false;
    }
  };
  /** By bisection, so that many changes after one loss are checked together. */
  const use = (some: readonly StoredLine[]): void => {
    if (some.length === 0 || attempt(some)) return;
    if (some.length === 1) {
      unused.push(...some);
      return;
    }
    const half = Math.ceil(some.length / 2);
    use(some.slice(0, half));
    use(some.slice(half));
  };
  use(doubtful);
  return { stored: value, lines: applied, unused };
}
