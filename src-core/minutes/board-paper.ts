import { type BoardFilter, type BoardSort, boardOf, type StandingCounts } from '../archive/board.ts';
import type { FoldedArchive } from '../archive/folded.ts';
import type { FollowUpMatter } from '../archive/matters.ts';
import type { AgencyId } from '../model/agency.ts';
import type { FollowUpStatus } from '../model/follow-up.ts';
import { STANDINGS, type Standing } from '../model/follow-up-now.ts';
import type { Role } from '../model/roles.ts';
import type { Locale } from '../text/format.ts';
import { type CivilDate, daysBetween, type Zone } from '../time/zone.ts';
import { citeKind } from './follow-up-rows.ts';
import type { Cite, MinutesProblem } from './minutes.ts';
import { allPrintable } from './printable.ts';

/** What a paper of the board says about itself. */
export interface BoardHead {
  readonly locale: Locale;
  readonly zone: Zone;
  readonly term: string;
  readonly today: CivilDate;
}

export interface BoardPaperRow {
  readonly id: string;
  readonly what: string;
  readonly plan: string;
  readonly inCharge: readonly string[];
  readonly due: CivilDate | null;
  /** Days after the due date; 0 unless it is late. */
  readonly lateBy: number;
  readonly status: FollowUpStatus;
  readonly standing: Standing;
  readonly remark: string;
  readonly evidence: string;
  readonly verifiedBy: Role | null;
  readonly doneOn: CivilDate | null;
  readonly cite: Cite;
}

/** Who has follow-ups: an agency, or the leader who ordered them (`null`: nobody is named). */
export type GroupName = { readonly agency: string } | { readonly leader: Role | null };

export interface BoardGroup {
  /** `null` if the rows are not grouped. */
  readonly name: GroupName | null;
  readonly rows: readonly BoardPaperRow[];
}

/** The progress of an agency or a leader. */
export interface Progress {
  readonly name: GroupName;
  readonly counts: StandingCounts;
}

/** The follow-ups of all meetings, or some of them. */
export interface BoardPaper extends BoardHead {
  readonly document: 'board';
  readonly sample: boolean;
  /** What was asked for, with the agency's name and its short one. */
  readonly filter: Omit<BoardFilter, 'agencyId'> & { readonly agency: string | null; readonly short: string | null };
  readonly counts: StandingCounts;
  readonly groups: readonly BoardGroup[];
  readonly progress: readonly Progress[];
}

/** What one agency has not finished: its follow-ups, the late ones first, and its open problems. */
export interface ReminderPaper extends BoardHead {
  readonly document: 'reminder';
  readonly sample: boolean;
  readonly agency: { readonly name: string; readonly short: string; readonly head: string };
  readonly followUps: readonly BoardPaperRow[];
  readonly problems: readonly MinutesProblem[];
}

export type ArchivePaper = BoardPaper | ReminderPaper;

const NOBODY: BoardFilter = { agencyId: null, leader: null, standing: null, text: '' };

/**
 * The only way into these papers: nobody reads what is private there. What follows from internal notes is in them, so that
 * who must do it hears of it (docs/decisions/0024-who-may-read-a-note.md#decision).
 */
const publicOnes = <T extends { readonly private: boolean }>(all: readonly T[]): T[] =>
  all.filter((one) => !one.private);

function rowOf(matter: FollowUpMatter, { agencies }: FoldedArchive, today: CivilDate): BoardPaperRow {
  const { id, what, plan, due, status, standing, remark, evidence, doneOn, author, kind, cite } = matter;
  const speaker = (): Cite['speaker'] => {
    if (author === null) return null;
    if (author.kind === 'leader') return { role: author.role };
    const agency = agencies.of(author.agencyId);
    return { agency: agency?.short || agency?.name || author.agencyId };
  };
  return {
    ...{ id, what, plan, due, status, standing, remark, evidence, doneOn },
    inCharge: matter.agencies.map(({ short }) => short),
    lateBy: standing === 'late' && due !== null ? daysBetween(due, today) : 0,
    verifiedBy: matter.verifiedBy ?? null,
    cite: {
      speaker: speaker(),
      kind: citeKind(kind, author),
      date: cite.date,
      carried: true,
    },
  };
}

const countsOf = (rows: readonly { readonly standing: Standing }[]): StandingCounts => {
  const counts = { late: 0, attention: 0, onTrack: 0, done: 0 };
  for (const { standing } of rows) counts[standing] += 1;
  return counts;
};

/** Some of the rows, under a name. */
const part = <N extends GroupName | null>(name: N, has: (matter: FollowUpMatter) => boolean) => ({ name, has });

/**
 * The board on paper: as the screen shows it, without what is private, and all of it. By agency, one that several
 * agencies share is listed with each.
 */
export function boardPaperOf(
  archive: FoldedArchive,
  { filter, sort }: { readonly filter: BoardFilter; readonly sort: BoardSort },
  head: BoardHead,
): BoardPaper {
  const { matters, agencies, isSample } = archive;
  const known = filter.agencyId === null ? undefined : agencies.of(filter.agencyId);
  const asked = { ...filter, agencyId: known?.id ?? filter.agencyId };
  const isGrouped = sort === 'agency' || sort === 'leader';
  const { rows, byAgency, byLeader } = boardOf(publicOnes(matters.followUps), {
    filter: asked,
    // Within a group the late ones come first.
    sort: isGrouped ? 'standing' : sort,
    limit: Number.POSITIVE_INFINITY,
  });
  const ofLeaders = byLeader.map(({ leader }) => part({ leader }, (matter) => matter.leader === leader));
  const ofAgencies = [
    ...byAgency.map(({ id, name }) => part({ agency: name }, (matter) => matter.agencies.some((one) => one.id === id))),
    part({ agency: '' }, (matter) => matter.agencies.length === 0),
  ];
  const ofOne = part({ agency: known?.name ?? '' }, () => true);
  const parts = sort === 'leader' ? ofLeaders : asked.agencyId === null ? ofAgencies : [ofOne];
  const named = (matter: FollowUpMatter): BoardPaperRow => rowOf(matter, archive, head.today);
  const groups = (isGrouped ? parts : [part(null, () => true)])
    .map(({ name, has }): BoardGroup => ({ name, rows: rows.filter(has).map(named) }))
    .filter((group) => group.rows.length > 0);
  const progress = [...ofLeaders, ...ofAgencies]
    .map(({ name, has }): Progress => ({ name, counts: countsOf(rows.filter(has)) }))
    .filter(({ counts }) => totalOf(counts) > 0);
  return allPrintable<BoardPaper>({
    ...head,
    document: 'board',
    sample: isSample,
    filter: {
      leader: filter.leader,
      standing: filter.standing,
      text: filter.text,
      agency: filter.agencyId === null ? null : (known?.name ?? filter.agencyId),
      short: filter.agencyId === null ? null : known?.short || known?.name || filter.agencyId,
    },
    counts: countsOf(rows),
    groups,
    progress,
  });
}

/** @returns `null` for an agency that nobody knows */
export function reminderOf(archive: FoldedArchive, agencyId: AgencyId, head: BoardHead): ReminderPaper | null {
  const { matters, agencies, isSample } = archive;
  const agency = agencies.of(agencyId);
  if (agency === undefined) return null;
  const open = publicOnes(matters.followUps).filter(({ status }) => status !== 'done');
  const { rows } = boardOf(open, {
    filter: { ...NOBODY, agencyId: agency.id },
    sort: 'due',
    limit: Number.POSITIVE_INFINITY,
  });
  const problems = publicOnes(matters.problems).filter((problem) => problem.agency.id === agency.id && !problem.solved);
  return allPrintable<ReminderPaper>({
    ...head,
    document: 'reminder',
    sample: isSample,
    agency: { name: agency.name, short: agency.short, head: agency.head },
    followUps: rows.map((matter) => rowOf(matter, archive, head.today)),
    problems: problems
      .toSorted((a, b) => b.raised - a.raised || (a.since < b.since ? -1 : Number(a.since !== b.since)))
      .map(({ id, text, since, raised, solved, solvedOn, remark, evidence }) => ({
        ...{ id, text, since, raised, solved, solvedOn, remark, evidence },
        agency: agency.name,
      })),
  });
}

/** Each follow-up once, in the order of the paper: its place here is its number, in every group and format. */
export const eachOnce = (groups: readonly BoardGroup[]): BoardPaperRow[] => [
  ...new Map(groups.flatMap(({ rows }) => rows).map((row) => [row.id, row])).values(),
];

/** How many follow-ups stand in any way. */
export const totalOf = (counts: StandingCounts): number =>
  STANDINGS.reduce((sum, standing) => sum + counts[standing], 0);
