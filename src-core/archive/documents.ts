import type { Agency } from '../model/agency.ts';
import type { Entry } from '../model/entry.ts';
import type { FollowUp } from '../model/follow-up.ts';
import type { Problem } from '../model/problem.ts';
import type { CivilDate } from '../time/zone.ts';

/** What is read of a document about follow-ups and problems: of a meeting's digest, or of the register. */
export interface ArchiveDocument {
  /** A meeting's, or `REGISTER_ID`. */
  readonly id: string;
  readonly title: string;
  /** Empty for the register. */
  readonly date: CivilDate;
  /** The last change that it contains. */
  readonly seq: number;
  readonly sample: boolean;
  readonly agencies: readonly Agency[];
  readonly followUps: readonly FollowUp[];
  readonly problems: readonly Problem[];
  readonly entries: readonly Entry[];
  /** Of the register: the deleted meetings of which it has everything. */
  readonly standsFor?: readonly string[];
}

/** A record as its home document has it, or a copy where that document is missing. */
export interface Located<R> {
  readonly record: R;
  /** The meeting in which it was ordered or raised. */
  readonly home: string;
  /** The document from which it is read. */
  readonly from: ArchiveDocument;
  /** How many documents have it. */
  readonly listed: number;
}

/** Compares texts the same way everywhere. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Things by what they have in common, in the order in which they come. (`Map.groupBy` is younger than the oldest Node that we run on.) */
export function groupedBy<T, K>(things: Iterable<T>, keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [thing]);
    else same.push(thing);
  }
  return groups;
}

/** The one of several that counts, whatever their order. */
const chosen = <T>(candidates: readonly T[], compare: (a: T, b: T) => number): T | undefined =>
  candidates.reduce<T | undefined>(
    (best, one) => (best === undefined || compare(one, best) < 0 ? one : best),
    undefined,
  );

/** The newest document first. */
const byDocument = (a: ArchiveDocument, b: ArchiveDocument): number => byText(b.date, a.date) || byText(a.id, b.id);

type Standing = Pick<ArchiveDocument, 'id' | 'standsFor'>;

/**
 * Whether a document's entry counts that was made in this or another one. Where that is present, it counts if it has it
 * itself; copies count where it is missing. So what is undone there is undone everywhere. The register stands for a deleted
 * meeting that was handed to it, against copies that did not hear of an undo.
 */
export function whichCount(documents: readonly Standing[]): (madeIn: string, from: Standing) => boolean {
  const present = new Set(documents.map(({ id }) => id));
  const stoodFor = new Set(documents.flatMap(({ standsFor = [] }) => standsFor.filter((id) => !present.has(id))));
  return (madeIn, { id, standsFor = [] }) =>
    stoodFor.has(madeIn) ? standsFor.includes(madeIn) : madeIn === id || !present.has(madeIn);
}

/** The entries of all documents: each once, as `whichCount` says. */
export function unionOfEntries(documents: readonly ArchiveDocument[]): Entry[] {
  const counts = whichCount(documents);
  const counting = documents.flatMap((from) =>
    from.entries.filter(({ madeIn }) => counts(madeIn, from)).map((entry) => ({ entry, from })),
  );
  // Entries are never changed, so that copies are the same; of a file that says otherwise it is always the same one.
  return [...groupedBy(counting, ({ entry }) => entry.id).values()].flatMap(
    (same) => chosen(same, (a, b) => byDocument(a.from, b.from))?.entry ?? [],
  );
}

type Kept = FollowUp | Problem;

/**
 * The records of all documents, as the document has them in which they began. A copy counts where that has none: another
 * meeting lists it, so it is withdrawn by an entry, and not by an undo or an older backup of the first.
 */
function unionOfRecords<R extends Kept>(
  documents: readonly ArchiveDocument[],
  recordsOf: (document: ArchiveDocument) => readonly R[],
): Located<R>[] {
  type Found = Omit<Located<R>, 'listed'>;
  const all = documents.flatMap((from) =>
    recordsOf(from).map((record): Found => ({ record, home: record.origin?.meetingId ?? from.id, from })),
  );
  // A meeting that was imported a second time has the same records as its twin.
  const first = (a: Found, b: Found): number =>
    Number(a.home !== a.from.id) - Number(b.home !== b.from.id) || byDocument(a.from, b.from);
  return [...groupedBy(all, ({ record }) => record.id).values()].flatMap((same) => {
    const best = chosen(same, first);
    return best === undefined ? [] : [{ ...best, listed: new Set(same.map(({ from }) => from.id)).size }];
  });
}

/** Every follow-up once, as it was ordered. */
export const unionOfFollowUps = (documents: readonly ArchiveDocument[]): Located<FollowUp>[] =>
  unionOfRecords(documents, ({ followUps }) => followUps);

/** Every problem once, as it was raised first. */
export const unionOfProblems = (documents: readonly ArchiveDocument[]): Located<Problem>[] =>
  unionOfRecords(documents, ({ problems }) => problems);
