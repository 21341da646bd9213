import { join } from 'node:path';
import { applyPatches, enablePatches, type Patch } from 'immer';
import { Refused } from '#core/commands/definition.ts';
import { MEETING_SCHEMA, Meeting } from '#core/model/meeting.ts';
import type { Instant, Mono } from '#core/time/units.ts';
import { type FilePort, isMissing } from '../storage/file-port.ts';
import { history, type Steps } from './history.ts';
import { readSteps, type StoredSteps } from './history-file.ts';
import { type JournalLine, type ReadJournal, readJournal } from './journal-text.ts';
import { JOURNAL, PREVIOUS_JOURNAL, PREVIOUS_SNAPSHOT, SNAPSHOT } from './meeting-files.ts';
import { MEETING_MIGRATIONS, type Migrations, migrate } from './migrations.ts';
import { Damaged, type Snapshot, snapshotFrom } from './snapshot-text.ts';

enablePatches();

/** The line that stops a turn which was running when the application ended; no command, nobody sends it. */
export const OUTAGE_LINE = 'outage.settle';

/** The line that replaces the whole meeting by a backup of it. */
export const RESTORE_LINE = 'backup.restore';

/** Everything that a meeting's files prove, and what is wrong with them. Nothing on the disk has been changed. */
export interface Recovered {
  readonly meeting: Meeting;
  /** The last change that is in it. */
  readonly seq: number;
  /** Both clocks when the application was last known to run with it. */
  readonly seen: { readonly at: Instant; readonly mono: Mono | null };
  readonly steps: Steps;
  /** The stored form that was read. */
  readonly schema: number;
  readonly snapshot: 'good' | 'damaged' | 'missing';
  /** The files that do not prove what they should. */
  readonly damaged: readonly string[];
  /** The snapshot lacks changes that the journal holds. */
  readonly behind: boolean;
  /** Where the meeting was read from, when not from its own snapshot. */
  readonly from: string | null;
  /** The journal's length in bytes when it may be appended to; `null` when a new one must be begun. */
  readonly journalBytes: number | null;
  /** The last change was cut in the middle of being written. */
  readonly torn: boolean;
  /** Changes that are in the files and cannot be used. */
  readonly unreadable: number;
}

export interface RecoverOptions {
  readonly files: FilePort;
  readonly folder: string;
  /** Snapshots of last resort, newest first. */
  backups?(): Promise<readonly string[]>;
  readonly migrations?: Migrations;
  readonly schema?: number;
}

const EMPTY: ReadJournal = { header: null, lines: [], torn: false, unreadable: 0, clean: false };

async function textOf(files: FilePort, path: string): Promise<string | null> {
  try {
    return await files.read(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** A snapshot proven by its checksum; `null` when the file is missing. @throws Damaged */
export async function readSnapshotFile(files: FilePort, path: string): Promise<Snapshot | null> {
  const text = await textOf(files, path);
  if (text === null) return null;
  try {
    return snapshotFrom(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Damaged(error.message);
    throw error;
  }
}

/** The changes that follow a state without a gap, out of all that the journals hold. */
function following(seq: number, journals: readonly ReadJournal[]): JournalLine[] {
  const bySeq = new Map(journals.flatMap(({ lines }) => lines.map((line) => [line.seq, line] as const)));
  const found: JournalLine[] = [];
  for (let next = bySeq.get(seq + 1); next !== undefined; next = bySeq.get(next.seq + 1)) found.push(next);
  return found;
}

interface Replayed {
  readonly stored: unknown;
  /** The changes that could be applied. */
  readonly lines: readonly JournalLine[];
}

/** All changes in one go, which costs what they change and not a copy of the meeting for each. */
function replay(stored: unknown, lines: readonly JournalLine[]): Replayed {
  const all = (some: readonly JournalLine[]): unknown =>
    applyPatches(stored as object, some.flatMap(({ patches }) => patches) as Patch[]);
  try {
    return { stored: lines.length === 0 ? stored : all(lines), lines };
  } catch {
    // A change that does not fit its state is worth as little as a damaged line: what comes before it still counts.
    let good = 0;
    let value = stored;
    for (const { patches } of lines) {
      try {
        value = applyPatches(value as object, patches as Patch[]);
        good += 1;
      } catch {
        break;
      }
    }
    return { stored: value, lines: lines.slice(0, good) };
  }
}

/** The item that an outage line stopped. */
const stoppedItem = ({ patches }: JournalLine): string | null => {
  const item = patches.find(({ path }) => path[0] === 'agenda')?.path[2];
  return item === undefined ? null : String(item);
};

function stepsAfter(seq: number, lines: readonly JournalLine[], kept: StoredSteps): Steps {
  let past = history(kept.seq === seq ? kept.steps : undefined);
  for (const line of lines) {
    const { type, patches, inverse, op } = line;
    if (type === OUTAGE_LINE) past.restarted(stoppedItem(line));
    else if (type === RESTORE_LINE) past = history();
    else if (op !== 'do') past.moved(op);
    else if (inverse !== undefined)
      past.push({ type: type as Steps['done'][number]['type'], patches, inverse, undoable: true });
    if (kept.seq === line.seq) past = history(kept.steps);
  }
  return past.steps();
}

/**
 * Reads a meeting: its snapshot and the journal's lines after it; where the snapshot is damaged, the previous one and
 * both journals; where that is damaged too, the newest good backup. The result is never less than what the remaining
 * bytes can prove, and never an empty meeting.
 * @throws Refused `meetingUnreadable` when no file proves a meeting; `meetingFromFuture` when a later version's form
 * cannot be understood
 */
export async function recover(options: RecoverOptions): Promise<Recovered> {
  const { files, folder, migrations = MEETING_MIGRATIONS, schema = MEETING_SCHEMA } = options;
  const path = (name: string): string => join(folder, name);
  const own = await readSnapshotFile(files, path(SNAPSHOT)).catch(orDamaged);
  const journalText = await textOf(files, path(JOURNAL));
  const journal = journalText === null ? EMPTY : readJournal(journalText);
  const damaged = new Set<string>();
  let older: ReadJournal | null = null;
  const olderJournal = async (): Promise<ReadJournal> => {
    older ??= readJournal((await textOf(files, path(PREVIOUS_JOURNAL))) ?? '');
    if (older.unreadable > 0) damaged.add(PREVIOUS_JOURNAL);
    return older;
  };

  const read = async (snapshot: Snapshot, from: string | null): Promise<Recovered> => {
    const begins = journal.header?.after ?? (journal.lines[0]?.seq ?? snapshot.seq + 1) - 1;
    const journals = begins > snapshot.seq ? [await olderJournal(), journal] : [journal];
    const { stored, lines } = replay(snapshot.stored, following(snapshot.seq, journals));
    const seq = snapshot.seq + lines.length;
    const written = Math.max(snapshot.schema, journal.header?.schema ?? 0);
    const meeting = meetingFrom(
      migrate(stored, snapshot.schema, Math.max(schema, written), migrations),
      written > schema,
    );
    const last = lines.at(-1);
    const beyond = journal.lines.filter((line) => line.seq > seq).length;
    const continues = journal.clean && begins <= seq && beyond === 0 && snapshot.schema === schema && from === null;
    return {
      meeting,
      seq,
      behind: lines.length > 0,
      damaged: [...damaged, ...(journal.unreadable + beyond > 0 ? [JOURNAL] : [])],
      seen: last === undefined ? { at: snapshot.at, mono: snapshot.mono } : { at: last.at, mono: last.mono },
      steps: stepsAfter(snapshot.seq, lines, await readSteps(files, folder)),
      schema: written,
      snapshot: own === null ? 'missing' : from === null ? 'good' : 'damaged',
      from,
      journalBytes: continues ? Buffer.byteLength(journalText ?? '') : null,
      torn: journal.torn,
      unreadable: journal.unreadable + beyond,
    };
  };

  if (own !== null && own !== 'damaged') {
    const found = await read(own, null).catch(orDamaged);
    if (found !== 'damaged') return found;
  }
  if (own !== null) damaged.add(SNAPSHOT);
  const others = [path(PREVIOUS_SNAPSHOT), ...((await options.backups?.()) ?? [])];
  for (const other of others) {
    const snapshot = await readSnapshotFile(files, other).catch(orDamaged);
    const found = snapshot === null || snapshot === 'damaged' ? snapshot : await read(snapshot, other).catch(orDamaged);
    if (found !== null && found !== 'damaged') return found;
    if (found === 'damaged' && other === path(PREVIOUS_SNAPSHOT)) damaged.add(PREVIOUS_SNAPSHOT);
  }
  throw new Refused('meetingUnreadable', { path: path(SNAPSHOT) });
}

const orDamaged = (error: unknown): 'damaged' => {
  if (error instanceof Damaged) return 'damaged';
  throw error;
};

/** @throws Damaged, or Refused `meetingFromFuture` for a later form that this version does not understand */
function meetingFrom(stored: unknown, fromFuture: boolean): Meeting {
  const value = fromFuture && typeof stored === 'object' ? { ...stored, schema: MEETING_SCHEMA } : stored;
  const parsed = Meeting.safeParse(value);
  if (parsed.success) return parsed.data;
  throw fromFuture ? new Refused('meetingFromFuture') : new Damaged(parsed.error.message);
}
