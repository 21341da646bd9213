import { agencyDirectory } from '#core/archive/agency-directory.ts';
import { agencyPage } from '#core/archive/agency-page.ts';
import { boardOf } from '#core/archive/board.ts';
import type { Digest } from '#core/archive/digest.ts';
import { type CountedArchive, countedArchive } from '#core/archive/folded.ts';
import { type Matters, mattersOf } from '#core/archive/matters.ts';
import { findablesOfAll, findablesOfMeeting } from '#core/archive/search.ts';
import { searchIndex } from '#core/archive/search-index.ts';
import type { CivilDate } from '#core/time/zone.ts';
import type { CallOf, CallType, ReplyTo } from './protocol.ts';
import { readDigest } from './read-digest.ts';

export type ArchiveHandlers = { readonly [T in CallType]: (query: CallOf<T>) => ReplyTo<T> | Promise<ReplyTo<T>> };

/** The source of what is found in all meetings together. */
const ALL = 'all';

/**
 * Every meeting's digest, and what is worked out of them. Follow-ups of a sample are not mixed with real ones: they count
 * while a sample is open, or there is nothing else.
 */
export function archive(): ArchiveHandlers {
  const loaded = new Map<string, Digest>();
  const index = searchIndex();
  let open: Digest | null = null;
  let register: CallOf<'register'> = { register: null, seq: 0 };
  /** What was made of the documents as they are; `null` after a change. */
  let folded: (CountedArchive & { readonly matters: Map<CivilDate, Matters> }) | null = null;
  let isIndexed = true;
  /** False while documents come in: what all of them say together would be worked out in vain. */
  let isSettled = false;
  /** The day as of which it is asked. */
  let day: CivilDate = '';

  const changed = (): void => {
    folded = null;
    isIndexed = false;
  };
  const all = (): Digest[] => {
    const digests = [...loaded.values()].filter(({ id }) => id !== open?.id);
    return [...digests, ...(open === null ? [] : [open])];
  };
  function now() {
    if (folded !== null) return folded;
    const parts = { digests: all(), register: register.register, registerSeq: register.seq };
    folded = { ...countedArchive({ ...parts, isSampleOpen: open?.sample === true }), matters: new Map() };
    return folded;
  }
  /** Hits say how follow-ups stand: on another day they are read again. */
  function asOf(today: CivilDate): void {
    if (today === day) return;
    day = today;
    isIndexed = false;
  }
  function matters(today: CivilDate): Matters {
    asOf(today);
    const { documents, agencies, matters: byDay } = now();
    const known = byDay.get(today);
    if (known !== undefined) return known;
    const made = mattersOf(documents, agencies, today);
    byDay.clear();
    byDay.set(today, made);
    return made;
  }
  /** Reads again what can be found, after the documents changed. */
  function reindex(): void {
    if (isIndexed || !isSettled) return;
    isIndexed = true;
    const { digests, agencies } = now();
    index.replace(ALL, findablesOfAll(digests, agencies, matters(day)));
  }
  const indexMeeting = (id: string): void => {
    const digest = open?.id === id ? open : loaded.get(id);
    index.replace(`meeting ${id}`, digest === undefined ? [] : findablesOfMeeting(digest));
  };

  return {
    async load({ id, text }) {
      const digest = await readDigest(text);
      if (digest === null) return false;
      loaded.set(id, digest);
      isSettled = false;
      changed();
      if (open?.id !== id) indexMeeting(id);
      return true;
    },
    register(given) {
      register = given;
      changed();
      return null;
    },
    drop({ ids }) {
      for (const id of ids) {
        if (!loaded.delete(id)) continue;
        changed();
        indexMeeting(id);
      }
      return null;
    },
    settle({ today }) {
      isSettled = true;
      asOf(today);
      reindex();
      return null;
    },
    put({ digest }) {
      const before = open;
      open = digest;
      changed();
      // A meeting that was closed is known as it was, until its stored digest comes; that may have come already.
      if (before !== null && before.id !== digest?.id) {
        const stored = loaded.get(before.id);
        if (stored === undefined || stored.seq <= before.seq) loaded.set(before.id, before);
        indexMeeting(before.id);
      }
      if (digest !== null) indexMeeting(digest.id);
      return null;
    },
    search({ text, limit }) {
      reindex();
      return index.search(text, limit);
    },
    board: ({ today, filter, sort, limit }) => {
      const known = filter.agencyId === null ? null : (now().agencies.of(filter.agencyId)?.id ?? filter.agencyId);
      return boardOf(matters(today).followUps, { filter: { ...filter, agencyId: known }, sort, limit });
    },
    agency: ({ today, agencyId }) => {
      const { digests, agencies } = now();
      return agencyPage(digests, agencies, matters(today), agencyId);
    },
    agencies: () => now().agencies.all,
    directory: ({ today }) => {
      const { digests, agencies } = now();
      return agencyDirectory({ digests, agencies, followUps: matters(today).followUps, register: register.register });
    },
    matter({ today, id }) {
      const { followUps, problems, entriesOf } = matters(today);
      const followUp = followUps.find((one) => one.id === id) ?? null;
      const problem = problems.find((one) => one.id === id) ?? null;
      return followUp === null && problem === null ? null : { followUp, problem, entries: entriesOf(id) };
    },
  };
}
