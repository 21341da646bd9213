import type { KnownAgency } from '#core/archive/agencies.ts';
import type { DirectoryAgency } from '#core/archive/agency-directory.ts';
import type { AgencyPage } from '#core/archive/agency-page.ts';
import type { Board, BoardFilter, BoardSort } from '#core/archive/board.ts';
import type { Digest } from '#core/archive/digest.ts';
import type { FollowUpMatter, ProblemMatter } from '#core/archive/matters.ts';
import type { Found } from '#core/archive/search.ts';
import type { AgencyId } from '#core/model/agency.ts';
import type { Entry } from '#core/model/entry.ts';
import type { Register } from '#core/model/register.ts';
import type { CivilDate } from '#core/time/zone.ts';

/** What the desk asks of the archive, and what it is answered. */
export interface ArchiveQueries {
  /** Answered from what is loaded so far. */
  search: { query: { readonly text: string; readonly limit: number }; answer: Found };
  board: {
    query: {
      readonly today: CivilDate;
      readonly filter: BoardFilter;
      readonly sort: BoardSort;
      readonly limit: number;
    };
    answer: Board;
  };
  /** `null` if no document knows the agency. */
  agency: { query: { readonly today: CivilDate; readonly agencyId: AgencyId }; answer: AgencyPage | null };
  agencies: { query: Readonly<Record<string, never>>; answer: readonly KnownAgency[] };
  /** The agencies with what is said of them, and which of them may be the same. */
  directory: { query: { readonly today: CivilDate }; answer: readonly DirectoryAgency[] };
  /** A follow-up or a problem with what happened to it, the oldest first; `null` if there is none. */
  matter: {
    query: { readonly today: CivilDate; readonly id: string };
    answer: {
      readonly followUp: FollowUpMatter | null;
      readonly problem: ProblemMatter | null;
      readonly entries: readonly Entry[];
    } | null;
  };
}
export type QueryType = keyof ArchiveQueries;
export type QueryOf<T extends QueryType> = ArchiveQueries[T]['query'];
export type AnswerTo<T extends QueryType> = ArchiveQueries[T]['answer'];

/** How the archive is filled; the worker itself fetches nothing. */
export interface ArchiveFilling {
  /** A stored digest; answers with false if it cannot be read. */
  load: { query: { readonly id: string; readonly text: string }; answer: boolean };
  /** What was said between meetings; `seq` is another number after every change. */
  register: { query: { readonly register: Register | null; readonly seq: number }; answer: null };
  /** Documents that are not there any more. */
  drop: { query: { readonly ids: readonly string[] }; answer: null };
  /** Everything was read: what is computed of all meetings together, as of this day, can be found from now on. */
  settle: { query: { readonly today: CivilDate }; answer: null };
  /** The open meeting as the desk sees it, in the place of its stored digest; `null` if none is open. */
  put: { query: { readonly digest: Digest | null }; answer: null };
}

export type ArchiveCalls = ArchiveQueries & ArchiveFilling;
export type CallType = keyof ArchiveCalls;
export type CallOf<T extends CallType> = ArchiveCalls[T]['query'];
export type ReplyTo<T extends CallType> = ArchiveCalls[T]['answer'];

/** A call on its way to the worker. */
export interface CallMessage {
  readonly call: number;
  readonly type: CallType;
  readonly query: unknown;
}
export type ReplyMessage =
  | { readonly call: number; readonly ok: true; readonly answer: unknown }
  | { readonly call: number; readonly ok: false; readonly error: string };
