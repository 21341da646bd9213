import { join } from 'node:path';
import { Refused } from '#core/refusals/refusals.ts';
import type { Instant } from '#core/time/units.ts';
import type { Notice } from '#core/views/desk.ts';
import { type FilePort, replaceFile } from '../storage/file-port.ts';
import type { DocumentKind } from './document-kind.ts';
import { type Journal, type JournalOptions, journal, type OpenedDocument } from './journal.ts';
import { headerText } from './journal-text.ts';
import { JOURNAL, PREVIOUS_JOURNAL, previousSnapshotOf, quarantineName, snapshotOf } from './meeting-files.ts';
import { readJournalFile } from './read-files.ts';
import type { RecoveredDocument } from './recovery.ts';
import { documentSnapshot, snapshotText } from './snapshot-text.ts';

export interface DocumentPlace {
  readonly files: FilePort;
  readonly folder: string;
  /** See `MeetingWriterOptions.root`. */
  readonly root: string;
  /** The wall clock, for the names of files that are set aside. */
  now(): Instant;
  report(error: unknown): void;
  /** Injected by tests. */
  readonly tuning?: Pick<JournalOptions, 'bound' | 'wait'> | undefined;
}

/** A journal that accepts nothing, for a read-only document. */
const closedJournal = (seq: number): Journal => ({
  append: () => {
    throw new Refused('readOnly');
  },
  isOpen: () => false,
  state: () => ({ seq, durable: seq, at: null, failing: null }),
  flush: async () => undefined,
  close: async () => undefined,
  stop: async () => undefined,
});

/** @param missing changes that were known to be on the disk and are not in what the files prove */
function noticesOf<D>(
  kind: DocumentKind<D>,
  found: RecoveredDocument<D, string>,
  folder: string,
  quarantine: Readonly<Record<string, string>>,
  missing: number,
): Notice[] {
  const notices: Notice[] = [];
  const path = quarantine[snapshotOf(kind)] ?? quarantine[JOURNAL] ?? quarantine[PREVIOUS_JOURNAL] ?? found.from;
  const isFromPrevious = found.from === join(folder, previousSnapshotOf(kind));
  const isFromBackup = found.from !== null && !isFromPrevious;
  // A cut while the snapshot was replaced, or first written: the one before it and the journal prove the same.
  const isInterrupted = found.snapshot === 'missing' && found.unreadable === 0 && isFromPrevious;
  if ((found.snapshot !== 'good' || isFromBackup) && path !== null && !isInterrupted)
    notices.push({ code: 'openedFromBackup', params: { path } });
  if (found.unreadable > 0) {
    const { unreadable: count, words } = found;
    const kept = quarantine[JOURNAL] ?? quarantine[PREVIOUS_JOURNAL] ?? folder;
    notices.push({ code: 'changesUnreadable', params: { count, path: kept, ...(words === '' ? {} : { words }) } });
  }
  const gone = missing - found.unreadableAtEnd;
  if (gone > 0) notices.push({ code: 'changesMissing', params: { count: gone } });
  else if (found.torn && found.unreadable === 0) notices.push({ code: 'lastChangeTorn', params: {} });
  return notices;
}

/** Opens what was recovered: damaged files and those of an earlier form are kept when their successors are written. */
export function openRecovered<D, T extends string>(
  kind: DocumentKind<D, T>,
  place: DocumentPlace,
  found: RecoveredDocument<D, T>,
  missing: number,
): OpenedDocument<D, T> {
  const { files, folder, root, now, report, tuning } = place;
  const { document, seq, steps } = found;
  if (found.schema > kind.schema) {
    const notices: Notice[] = [{ code: 'openedReadOnly', params: {} }];
    return { document, seq, steps, notices, readOnly: true, journal: () => closedJournal(seq) };
  }
  const older = found.schema < kind.schema ? [snapshotOf(kind), JOURNAL] : [];
  const quarantine = Object.fromEntries([
    ...older.map((name) => [name, quarantineName(folder, name, `v${found.schema}`, now())]),
    ...found.damaged.map((name) => [name, quarantineName(folder, name, 'damaged', now())]),
  ]) as Record<string, string>;
  return {
    document,
    seq,
    steps,
    notices: noticesOf(kind, found, folder, quarantine, missing),
    readOnly: false,
    journal(session) {
      const { journalBytes, snapshotStale } = found;
      const state = { kind, files, folder, root, seq, journalBytes, snapshotStale, quarantine };
      return journal({ ...tuning, ...state, now, report, ...session });
    },
  };
}

/**
 * Writes the first files of a document.
 * @param parents folders whose names must be durable first, from the outermost
 */
export async function createDocument<D>(
  kind: DocumentKind<D>,
  { files, folder, now, report }: DocumentPlace,
  document: D,
  parents: readonly string[],
): Promise<void> {
  const text = snapshotText(documentSnapshot(kind, { seq: 0, at: now(), mono: null, document }));
  try {
    await files.makeFolder(folder);
    for (const parent of parents) await files.syncFolder(parent);
    await replaceFile(files, join(folder, JOURNAL), headerText({ schema: kind.schema, after: 0 }));
    await replaceFile(files, join(folder, previousSnapshotOf(kind)), text);
    await replaceFile(files, join(folder, snapshotOf(kind)), text);
  } catch (error) {
    // Nobody was told about such a document, and its remains would be listed as one.
    for (const name of await files.list(folder)) await files.remove(join(folder, name)).catch(report);
    if ((await files.stat(folder)) !== null) await files.removeFolder(folder).catch(report);
    throw error;
  }
}

/** Whether a folder is missing, contains nothing of ours, or is one in which creating a document was refused. */
export async function provesNothing(
  files: FilePort,
  folder: string,
  kind: Pick<DocumentKind<unknown>, 'word'>,
): Promise<boolean> {
  const names = await files.list(folder);
  if ([snapshotOf(kind), previousSnapshotOf(kind), PREVIOUS_JOURNAL].some((name) => names.includes(name))) return false;
  if (!names.includes(JOURNAL)) return true;
  const { header, lines, damagedRows } = await readJournalFile(files, join(folder, JOURNAL));
  return header?.after === 0 && lines.length === 0 && damagedRows.length === 0;
}
