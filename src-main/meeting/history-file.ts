import { join } from 'node:path';
import { z } from 'zod';
import { readChecked, withChecksum } from '../storage/checksum.ts';
import { type FilePort, isMissing, replaceFile } from '../storage/file-port.ts';
import { NO_STEPS, type Step, type Steps } from './history.ts';

/** The journal is emptied from time to time; what undo needs of it is stored here. */
const FILE = 'history.json';
/** Enough to undo an afternoon's mistakes, without a file that outgrows the meeting. */
const KEPT_STEPS = 100;
const KEPT_CHARACTERS = 1_000_000;

const Patches = z.custom<Step['patches']>((value) => Array.isArray(value));
const StepSchema = z.object({ type: z.string(), patches: Patches, inverse: Patches });
const Stored = z.object({ seq: z.number().int(), done: z.array(StepSchema), undone: z.array(StepSchema) });

export interface StoredSteps<T extends string> {
  /** The change after which these were the steps. */
  readonly seq: number;
  readonly steps: Steps<T>;
}

/** The newest steps that fit. */
function newest(steps: readonly Step<string>[]): Step<string>[] {
  let size = 0;
  const oversize = steps.findLastIndex((step) => {
    size += JSON.stringify(step).length;
    return size > KEPT_CHARACTERS;
  });
  return steps.slice(oversize + 1).slice(-KEPT_STEPS);
}

export async function writeSteps(files: FilePort, folder: string, { seq, steps }: StoredSteps<string>): Promise<void> {
  const value = { seq, done: newest(steps.done), undone: newest(steps.undone) };
  await replaceFile(files, join(folder, FILE), `${withChecksum(value)}\n`);
}

/**
 * The stored steps; none if the file is missing, damaged or cannot be read: losing undo must never prevent opening.
 * @param commands those that may be undone; steps of any other make the file useless
 * @param report told why a file that is there cannot be read
 */
export async function readSteps<T extends string>(
  files: FilePort,
  folder: string,
  commands: readonly T[],
  report: (error: unknown) => void,
): Promise<StoredSteps<T>> {
  const none: StoredSteps<T> = { seq: 0, steps: NO_STEPS };
  const isKnown = (step: Step<string>): step is Step<T> => commands.some((type) => type === step.type);
  try {
    const stored = Stored.safeParse(readChecked(await files.read(join(folder, FILE)))?.value);
    if (!stored.success) return none;
    const { seq, done, undone } = stored.data;
    return done.every(isKnown) && undone.every(isKnown) ? { seq, steps: { done, undone } } : none;
  } catch (error) {
    if (!isMissing(error)) report(error);
    return none;
  }
}
