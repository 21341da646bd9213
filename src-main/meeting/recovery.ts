import { join } from 'node:path';
import type { CommandType } from '#core/commands/apply.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { Instant, Mono } from '#core/time/units.ts';
import type { FilePort } from '../storage/file-port.ts';
import { isUnreadable } from '../storage/read-around.ts';
import { type DocumentKind, MEETING } from './document-kind.ts';
import { NO_STEPS, type Steps, stepStack } from './history.ts';
import { readSteps, type StoredSteps } from './history-file.ts';
import { JOURNAL_FORMAT, type JournalLine, type ReadJournal, type StoredLine } from './journal-text.ts';
import { lostWords } from './lost-words.ts';
import { JOURNAL, PREVIOUS_JOURNAL, previousSnapshotOf, snapshotOf } from './meeting-files.ts';
import { migrate } from './migrations.ts';
import { boundToNews } from './news-bound.ts';
import { type JournalFile, readJournalFile, readSnapshotFile } from './read-files.ts';
import { replay } from './replay.ts';
import { Damaged, type Snapshot } from './snapshot-text.ts';

/** The line that pauses a turn which was running when the application ended; not a command, no window sends it. */
export const OUTAGE_LINE = 'outage.settle';

/** The line that replaces the whole meeting by a backup. */
export const RESTORE_LINE = 'backup.restore';

/** The line that takes in what happened elsewhere. */
export const NEWS_LINE = 'news.take';

/** Everything that a document's files prove, and what is wrong with them. Nothing on the disk was changed. */
export interface RecoveredDocument<D, T extends string> {
  readonly document: D;
  /** The last change that it contains. */
  readonly seq: number;
  /** Both clocks when the application was last known to run with it. */
  readonly seen: { readonly at: Instant; readonly mono: Mono | null };
  readonly steps: Steps<T>;
  /** The stored form that was read. */
  readonly schema: number;
  readonly snapshot: 'good' | 'damaged' | 'missing';
  /** The files that do not prove what they should. */
  readonly damaged: readonly string[];
  /** The snapshot lacks changes that are in the journal. */
  readonly snapshotStale: boolean;
  /** Where the meeting was read from, if not from its own snapshot. */
  readonly from: string | null;
  /** The journal's length in bytes if it may be appended to; `null` if a new one must be started. */
  readonly journalBytes: number | null;
  /** The last change is incomplete. */
  readonly torn: boolean;
  /** Changes that left traces in the files and are not in the document. */
  readonly unreadable: number;
  /** How many of them come after `seq`. */
  readonly unreadableAtEnd: number;
  /** What people wrote in those changes, as far as it can be read. */
  readonly words: string;
}

/** The same of a meeting. */
export type Recovered = Omit<RecoveredDocument<Meeting, CommandType>, 'document'> & { readonly meeting: Meeting };

export interface RecoverOptions {
  readonly files: FilePort;
  readonly folder: string;
  /** Snapshots of last resort, newest first. */
  backups?(): Promise<readonly string[]>;
  /** Called with what keeps nobody from opening: steps for undo that cannot be read. */
  report(error: unknown): void;
}

/** The item that an interruption's line paused. */
const stoppedItem = ({ patches }: JournalLine): string | null => {
  const item = patches.find(({ path }) => path[0] === 'agenda')?.path[2];
  return item === undefined ? null : String(item);
};

/**
 * What undo and redo would do after these lines, as the session that wrote them would.
 * @param seq the change before them
 * @param kept the steps as they were stored last
 */
export function stepsAfter<T extends string>(
  seq: number,
  lines: readonly JournalLine[],
  kept: StoredSteps<T>,
): Steps<T> {
  let past = stepStack<T>(kept.seq === seq ? kept.steps : undefined);
  for (const line of lines) {
    const { type, patches, inverse, op } = line;
    if (type === OUTAGE_LINE) past.restarted(stoppedItem(line));
    else if (type === RESTORE_LINE) past = stepStack<T>();
    else if (type === NEWS_LINE) past.forget(boundToNews(patches));
    else if (op !== 'do') past.moved(op);
    else if (inverse !== undefined) past.push({ type: type as T, patches, inverse, undoable: true });
    if (kept.seq === line.seq) past = stepStack(kept.steps);
  }
  return past.steps();
}

/** The proven changes of journals, by their numbers. */
function provenLines(journals: readonly ReadJournal[]): StoredLine[] {
  const bySeq = new Map<number, StoredLine>();
  for (const line of journals.flatMap(({ lines }) => lines)) {
    if (!bySeq.has(line.seq)) bySeq.set(line.seq, line);
  }
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/**
 * Whether a backup is of the same series of changes: one of an earlier meeting with this identifier has the same
 * numbers.
 */
function belongs({ seq, at }: Snapshot, lines: readonly StoredLine[]): boolean {
  const before = lines.findLast((line) => line.seq <= seq);
  const after = lines.find((line) => line.seq > seq);
  return (before === undefined || before.at <= at) && (after === undefined || after.at >= at);
}

/**
 * Reads a document: its snapshot and the journal's lines after it; if the snapshot is damaged, the previous one and both
 * journals; if that is damaged too, the newest good backup. If changes in between are damaged, a backup that contains
 * them is used, otherwise every later change that still applies. The result is never less than what the remaining bytes
 * can prove, and never an empty document.
 * @throws Refused `meetingUnreadable` if no file proves one; `meetingFromFuture` if a later version's form cannot be
 * understood
 */
export async function recoverDocument<D, T extends string>(
  kind: DocumentKind<D, T>,
  options: RecoverOptions,
): Promise<RecoveredDocument<D, T>> {
  const { files, folder } = options;
  const { migrations, schema } = kind;
  const ownName = snapshotOf(kind);
  const previousName = previousSnapshotOf(kind);
  const path = (name: string): string => join(folder, name);
  /** Why the disk did not read the first of them, for the log. */
  let unread: unknown;
  const orDamaged = (error: unknown): 'damaged' => {
    if (!(error instanceof Damaged)) throw error;
    unread ??= error.cause;
    return 'damaged';
  };
  const own = await readSnapshotFile(files, path(ownName), kind).catch(orDamaged);
  const journal = await readJournalFile(files, path(JOURNAL));
  const damaged = new Set<string>();
  if (own === 'damaged') damaged.add(ownName);
  if (journal.damagedRows.length > 0 || journal.length === null) damaged.add(JOURNAL);
  let older: JournalFile | null = null;
  const olderJournal = async (): Promise<JournalFile> => {
    older ??= await readJournalFile(files, path(PREVIOUS_JOURNAL));
    if (older.damagedRows.length > 0 || older.length === null) damaged.add(PREVIOUS_JOURNAL);
    return older;
  };
  const format = journal.header?.format ?? 0;

  const kept = (): Promise<StoredSteps<T>> => readSteps(files, folder, kind.commands, options.report);

  type Found = RecoveredDocument<D, T>;
  const read = async (snapshot: Snapshot, from: string | null): Promise<Found> => {
    const begins = journal.header?.after ?? (journal.lines[0]?.seq ?? snapshot.seq + 1) - 1;
    const journals = begins > snapshot.seq ? [await olderJournal(), journal] : [journal];
    const written = Math.max(snapshot.schema, journal.header?.schema ?? 0, format > JOURNAL_FORMAT ? schema + 1 : 0);
    const parse = (stored: unknown): D =>
      documentFrom(kind, migrate(stored, snapshot.schema, Math.max(schema, written), migrations), written > schema);
    const proven = provenLines(journals).filter((line) => line.seq > snapshot.seq);
    const { stored, lines, unused } = replay(snapshot.stored, snapshot.seq, proven, (before, after) =>
      mayFollow(kind, parse, before, after),
    );
    const last = proven.at(-1);
    const seq = Math.max(snapshot.seq, journal.header?.after ?? 0, last?.seq ?? 0);
    const atEnd = journal.damagedAtEnd;
    const unreadable = seq - snapshot.seq - lines.length + atEnd;
    const document = parse(stored);
    const size = (await files.stat(path(JOURNAL)))?.size ?? null;
    const whole = journal.clean && format === JOURNAL_FORMAT && size === journal.length;
    const continues =
      whole && begins <= snapshot.seq && unreadable === 0 && snapshot.schema === schema && from === null;
    return {
      document,
      seq,
      snapshotStale: lines.length > 0,
      damaged: [...damaged, ...(unused.length > 0 && !damaged.has(JOURNAL) ? [JOURNAL] : [])],
      seen: last === undefined ? { at: snapshot.at, mono: snapshot.mono } : { at: last.at, mono: last.mono },
      // Undoing over a lost change would restore the wrong state.
      steps: unreadable > 0 ? NO_STEPS : stepsAfter(snapshot.seq, lines, await kept()),
      schema: written,
      snapshot: own === null ? 'missing' : damaged.has(ownName) ? 'damaged' : 'good',
      from,
      journalBytes: continues ? size : null,
      torn: journal.torn,
      unreadable,
      unreadableAtEnd: atEnd,
      words: unreadable === 0 ? '' : wordsNotIn(document, journals, unused),
    };
  };

  let best: Found | null = null;
  const consider = (found: Found): boolean => {
    if (best === null || found.unreadable < best.unreadable || isLater(found, best)) best = found;
    return found.unreadable === 0;
  };
  if (own !== null && own !== 'damaged') {
    const found = await read(own, null).catch(orDamaged);
    if (found === 'damaged') damaged.add(ownName);
    else if (consider(found)) return found;
  }
  if (best === null) {
    const other = path(previousName);
    const snapshot = await readSnapshotFile(files, other, kind).catch(orDamaged);
    const found = snapshot === null || snapshot === 'damaged' ? snapshot : await read(snapshot, other).catch(orDamaged);
    if (found === 'damaged') damaged.add(previousName);
    else if (found !== null && consider(found)) return found;
  }
  const proven = provenLines([await olderJournal(), journal]);
  for (const other of (await options.backups?.()) ?? []) {
    // Also one on a disk that was pulled out meanwhile.
    const snapshot = await readSnapshotFile(files, other, kind).catch((error: unknown) =>
      isUnreadable(error) ? 'damaged' : orDamaged(error),
    );
    if (snapshot === null || snapshot === 'damaged') continue;
    if (best !== null && !belongs(snapshot, proven)) continue;
    const found = await read(snapshot, other).catch(orDamaged);
    if (found === 'damaged') continue;
    consider(found);
    // An older one contains less.
    break;
  }
  if (best !== null) return best;
  throw new Refused('meetingUnreadable', { path: path(ownName) }, unread);
}

/** The same for a meeting. @param kind for tests of other forms */
export async function recover(options: RecoverOptions, kind = MEETING): Promise<Recovered> {
  const { document, ...rest } = await recoverDocument(kind, options);
  return { ...rest, meeting: document };
}

/** Whether one contains later changes of the same run, where as much is damaged: a backup after a journal that cannot be read. */
const isLater = (one: RecoveredDocument<unknown, string>, other: RecoveredDocument<unknown, string>): boolean =>
  one.unreadable === other.unreadable && one.seq > other.seq && one.seen.at >= other.seen.at;

/** What was written in damaged rows and unused changes, and is not in the document. */
function wordsNotIn(document: unknown, journals: readonly ReadJournal[], unused: readonly StoredLine[]): string {
  const text = JSON.stringify(document);
  const rows = journals.flatMap(({ damagedRows }) => damagedRows);
  return lostWords(rows, unused, (words) => text.includes(JSON.stringify(words).slice(1, -1)));
}

/** Whether an uncertain state is a valid document that breaks no rule which held before. */
function mayFollow<D>(
  kind: Pick<DocumentKind<D>, 'brokenRules'>,
  parse: (stored: unknown) => D,
  before: unknown,
  after: unknown,
): boolean {
  try {
    const already = new Set(kind.brokenRules(parse(before)));
    return kind.brokenRules(parse(after)).every((rule) => already.has(rule));
  } catch (error) {
    if (error instanceof Damaged) return false;
    throw error;
  }
}

/** @throws Damaged, or Refused `meetingFromFuture` for a later form that this version does not understand */
function documentFrom<D>({ parse, schema }: DocumentKind<D>, stored: unknown, fromFuture: boolean): D {
  const value = fromFuture && typeof stored === 'object' ? { ...stored, schema } : stored;
  const parsed = parse(value);
  if (parsed.success) return parsed.data;
  throw fromFuture ? new Refused('meetingFromFuture') : new Damaged(parsed.error.message);
}
