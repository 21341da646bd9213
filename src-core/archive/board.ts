import type { AgencyId } from '../model/agency.ts';
import { STANDINGS, type Standing } from '../model/follow-up-now.ts';
import { ROLES, type Role } from '../model/roles.ts';
import { byText, groupedBy } from './documents.ts';
import type { FollowUpMatter } from './matters.ts';
import { hasWords } from './words.ts';

/** Which follow-ups the board shows; `null` and an empty text leave nobody out. */
export interface BoardFilter {
  readonly agencyId: AgencyId | null;
  readonly leader: Role | null;
  readonly standing: Standing | null;
  /** Words of it, its plan, its remark or its agencies, in any order. */
  readonly text: string;
}

export const BOARD_SORTS = ['due', 'agency', 'leader', 'standing'] as const;
export type BoardSort = (typeof BOARD_SORTS)[number];

/** How many follow-ups stand in which way. */
export type StandingCounts = Readonly<Record<Standing, number>>;

export interface AgencyCounts {
  readonly id: AgencyId;
  readonly name: string;
  readonly short: string;
  readonly counts: StandingCounts;
}
export interface LeaderCounts {
  /** `null`: no leader is named. */
  readonly leader: Role | null;
  readonly counts: StandingCounts;
}

/** The follow-ups of an archive, chosen and in order. */
export interface Board {
  readonly rows: readonly FollowUpMatter[];
  /** How many fit the filter; `rows` may be fewer. */
  readonly total: number;
  /** Of all that fit the filter but its standing, so that each standing can be chosen. */
  readonly counts: StandingCounts;
  /** Of everything in the archive, whatever the filter: for the charts. */
  readonly byAgency: readonly AgencyCounts[];
  readonly byLeader: readonly LeaderCounts[];
}

const NO_COUNTS: StandingCounts = { late: 0, attention: 0, onTrack: 0, done: 0 };

function countsOf(matters: readonly FollowUpMatter[]): StandingCounts {
  const counts = { ...NO_COUNTS };
  for (const { standing } of matters) counts[standing] += 1;
  return counts;
}

const searched = ({ what, plan, remark, evidence, agencies }: FollowUpMatter): string =>
  [what, plan, remark, evidence, ...agencies.flatMap(({ name, short }) => [name, short])].join(' ');

function fits(filter: Omit<BoardFilter, 'standing'>): (matter: FollowUpMatter) => boolean {
  const inText = hasWords(filter.text);
  return (matter) =>
    (filter.agencyId === null || matter.agencies.some(({ id }) => id === filter.agencyId)) &&
    (filter.leader === null || matter.leader === filter.leader) &&
    (filter.text.trim() === '' || inText(searched(matter)));
}

const rankOf = (standing: Standing): number => STANDINGS.indexOf(standing);
const rankOfLeader = (leader: Role | null): number => (leader === null ? ROLES.length : ROLES.indexOf(leader));
/** Without a due date last. */
const byDue = (a: FollowUpMatter, b: FollowUpMatter): number => byText(a.due ?? '9999', b.due ?? '9999');

/** Late ones first, wherever they are: among all, or among those of an agency or a leader. Equal ones in a stable order. */
function compare(sort: BoardSort): (a: FollowUpMatter, b: FollowUpMatter) => number {
  const urgency = (a: FollowUpMatter, b: FollowUpMatter): number =>
    rankOf(a.standing) - rankOf(b.standing) || byDue(a, b) || byText(a.cite.date, b.cite.date) || byText(a.id, b.id);
  const late = (a: FollowUpMatter, b: FollowUpMatter): number =>
    Number(b.standing === 'late') - Number(a.standing === 'late') ||
    Number(a.standing === 'done') - Number(b.standing === 'done');
  switch (sort) {
    case 'due':
      return (a, b) => late(a, b) || byDue(a, b) || urgency(a, b);
    case 'agency':
      return (a, b) => byText(a.agencies[0]?.name ?? '\uffff', b.agencies[0]?.name ?? '\uffff') || urgency(a, b);
    case 'leader':
      return (a, b) => rankOfLeader(a.leader) - rankOfLeader(b.leader) || urgency(a, b);
    case 'standing':
      return urgency;
    default:
      return sort satisfies never;
  }
}

/**
 * The board.
 * @param limit most rows
 * @param agencyId of the filter: as `KnownAgency.id`
 */
export function boardOf(
  followUps: readonly FollowUpMatter[],
  { filter, sort, limit }: { readonly filter: BoardFilter; readonly sort: BoardSort; readonly limit: number },
): Board {
  const some = followUps.filter(fits(filter));
  const rows = filter.standing === null ? some : some.filter(({ standing }) => standing === filter.standing);
  rows.sort(compare(sort));
  const shares = followUps.flatMap((matter) => matter.agencies.map((agency) => ({ agency, matter })));
  const ofLeader = groupedBy(followUps, ({ leader }) => leader);
  return {
    rows: rows.slice(0, limit),
    total: rows.length,
    counts: countsOf(some),
    byAgency: [...groupedBy(shares, ({ agency }) => agency.id).values()]
      .flatMap((ofIt) =>
        ofIt.slice(0, 1).map(({ agency }) => ({ ...agency, counts: countsOf(ofIt.map(({ matter }) => matter)) })),
      )
      .sort((a, b) => byText(a.name, b.name) || byText(a.id, b.id)),
    byLeader: [...ofLeader]
      .map(([leader, matters]) => ({ leader, counts: countsOf(matters) }))
      .sort((a, b) => rankOfLeader(a.leader) - rankOfLeader(b.leader)),
  };
}
