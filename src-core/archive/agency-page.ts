import type { Agency, AgencyId } from '../model/agency.ts';
import type { Presenter } from '../model/agenda-item.ts';
import type { Meeting, MeetingId } from '../model/meeting.ts';
import { EVERY_AGENCY } from '../model/note.ts';
import type { Sheet } from '../model/sheet.ts';
import { figureOf } from '../text/format.ts';
import type { CivilDate } from '../time/zone.ts';
import type { KnownAgencies, KnownAgency } from './agencies.ts';
import { ATTENDANCE, type Attendance, type Digest, type DigestNote, type DigestTurn } from './digest.ts';
import { byText, groupedBy } from './documents.ts';
import type { FollowUpMatter, Matters, ProblemMatter } from './matters.ts';
import { folded } from './words.ts';

/** The meeting in which something is. */
export interface InMeeting {
  readonly meetingId: MeetingId;
  readonly meetingTitle: string;
  readonly date: CivilDate;
  readonly meetingStatus: Meeting['status'];
}

/** A turn of the agency in a meeting; `spent` is how long it presented. */
export interface AgencyTurn
  extends InMeeting,
    Pick<DigestTurn, 'itemId' | 'status' | 'startedAt' | 'finishedAt' | 'spent' | 'planned' | 'attendance' | 'sheet'> {
  readonly presenter: Presenter;
  /** As the agency was called then, and its head. */
  readonly agency: Agency;
}

/** A note said in its turn, or that concerns it. */
export interface AgencyNote extends InMeeting, DigestNote {
  /** False for a note that was said in another turn. */
  readonly inTurn: boolean;
  /** The short name of the agency that said it; `null` for a leader. */
  readonly byAgency: string | null;
}

/** One value of a target in a meeting; the numbers are `null` where the text has none. */
export interface TargetPoint extends Pick<InMeeting, 'meetingId' | 'date'> {
  readonly target: string;
  readonly achieved: string;
  readonly targetNumber: number | null;
  readonly achievedNumber: number | null;
}
/** The same indicator over the meetings, the oldest first. */
export interface TargetSeries {
  readonly indicator: string;
  readonly unit: string;
  readonly points: readonly TargetPoint[];
}

/** The budget that the agency reported in a meeting, rupiah. */
export interface BudgetPoint extends Pick<InMeeting, 'meetingId' | 'date'>, Omit<Sheet['budget'], 'remark'> {}

/** Everything of one agency over the years. */
export interface AgencyPage {
  readonly agency: KnownAgency;
  /** Newest first, as are the notes. */
  readonly turns: readonly AgencyTurn[];
  readonly notes: readonly AgencyNote[];
  /** Late ones first, finished ones last, the newest of those first. */
  readonly followUps: readonly FollowUpMatter[];
  /** Open ones first, those raised most often before the others. */
  readonly problems: readonly ProblemMatter[];
  /** Those reported last come first. */
  readonly targets: readonly TargetSeries[];
  /** The oldest first. */
  readonly budget: readonly BudgetPoint[];
  /** Of the turns of which it is known. */
  readonly attendance: Readonly<Record<Attendance, number>>;
  /** Presented in all, ms. */
  readonly spent: number;
}

const newestFirst = (a: InMeeting, b: InMeeting): number => byText(b.date, a.date) || byText(b.meetingId, a.meetingId);

function targetsOf(turns: readonly AgencyTurn[]): TargetSeries[] {
  const rows = turns.flatMap(({ meetingId, date, sheet }) =>
    (sheet?.targets ?? []).map((row) => ({ ...row, meetingId, date })),
  );
  const same = groupedBy(
    rows.filter(({ indicator }) => indicator.trim() !== ''),
    ({ indicator, unit }) => `${folded(indicator).trim()}\n${folded(unit).trim()}`,
  );
  // The turns are newest first, and so are the rows of each.
  return [...same.values()].flatMap((ofIt) =>
    ofIt.slice(0, 1).map(({ indicator, unit }) => ({
      indicator,
      unit,
      points: ofIt.toReversed().map(({ meetingId, date, target, achieved }) => ({
        ...{ meetingId, date, target, achieved },
        targetNumber: figureOf(target),
        achievedNumber: figureOf(achieved),
      })),
    })),
  );
}

const budgetOf = (turns: readonly AgencyTurn[]): BudgetPoint[] =>
  turns
    .flatMap(({ meetingId, date, sheet }): BudgetPoint[] => {
      if (sheet === null) return [];
      const { ceiling, realised, need } = sheet.budget;
      return ceiling === null && realised === null && need === null
        ? []
        : [{ meetingId, date, ceiling, realised, need }];
    })
    .toReversed();

/** The turn of the agency before that of a meeting; `null` if there is none. Later meetings are no past of an earlier one. */
export const lastTurnBefore = (
  { turns }: Pick<AgencyPage, 'turns'>,
  { id, date }: Pick<Meeting, 'id' | 'date'>,
): AgencyTurn | null =>
  turns.find((turn) => turn.meetingId !== id && turn.startedAt !== null && turn.date <= date) ?? null;

const URGENCY: Readonly<Record<FollowUpMatter['standing'], number>> = { late: 0, attention: 1, onTrack: 2, done: 3 };

/** Whether a note that was said in another turn concerns one of these identifiers. */
const concernsOne = (note: DigestNote, ids: ReadonlySet<AgencyId>): boolean => {
  if (note.concerns === null || note.concerns === EVERY_AGENCY) return false;
  return (typeof note.concerns === 'string' ? [note.concerns] : note.concerns).some((id) => ids.has(id));
};

/**
 * The page of an agency.
 * @param agencyId any identifier under which a document knows it
 * @returns `null` if no document knows it
 */
export function agencyPage(
  digests: readonly Digest[],
  agencies: KnownAgencies,
  { followUps, problems }: Pick<Matters, 'followUps' | 'problems'>,
  agencyId: AgencyId,
): AgencyPage | null {
  const agency = agencies.of(agencyId);
  if (agency === undefined) return null;
  const ids = new Set(agency.ids);
  const turns: AgencyTurn[] = [];
  const notes: AgencyNote[] = [];
  for (const digest of digests) {
    const place = { meetingId: digest.id, meetingTitle: digest.title, date: digest.date, meetingStatus: digest.status };
    const own = new Set<string>();
    for (const turn of digest.turns) {
      if (turn.agencyId === null || !ids.has(turn.agencyId)) continue;
      own.add(turn.itemId);
      const { itemId, status, startedAt, finishedAt, spent, planned, attendance, sheet, presenter } = turn;
      const then = digest.agencies.find(({ id }) => id === turn.agencyId) ?? agency;
      turns.push({
        ...place,
        ...{ itemId, status, startedAt, finishedAt, spent, planned, attendance, sheet, presenter, agency: then },
      });
    }
    for (const note of digest.notes) {
      const inTurn = own.has(note.itemId);
      if (!inTurn && !concernsOne(note, ids)) continue;
      const author = note.author.kind === 'agency' ? agencies.of(note.author.agencyId) : undefined;
      const byAgency = note.author.kind === 'agency' ? author?.short || author?.name || note.author.agencyId : null;
      notes.push({ ...note, ...place, inTurn, byAgency });
    }
  }
  turns.sort(newestFirst);
  notes.sort((a, b) => newestFirst(a, b) || b.at - a.at || byText(a.id, b.id));
  const known = turns.flatMap(({ attendance }) => attendance ?? []);
  return {
    agency,
    turns,
    notes,
    followUps: followUps
      .filter((matter) => matter.agencies.some(({ id }) => id === agency.id))
      .sort(
        (a, b) =>
          URGENCY[a.standing] - URGENCY[b.standing] ||
          (a.standing === 'done' ? byText(b.doneOn ?? '', a.doneOn ?? '') : byText(a.due ?? '9999', b.due ?? '9999')) ||
          byText(a.id, b.id),
      ),
    problems: problems
      .filter((matter) => matter.agency.id === agency.id)
      .sort(
        (a, b) =>
          Number(a.solved) - Number(b.solved) ||
          b.raised - a.raised ||
          byText(b.raisedOn, a.raisedOn) ||
          byText(a.id, b.id),
      ),
    targets: targetsOf(turns),
    budget: budgetOf(turns),
    attendance: Object.fromEntries(
      ATTENDANCE.map((kind) => [kind, known.filter((one) => one === kind).length]),
    ) as Record<Attendance, number>,
    spent: turns.reduce((sum, { spent }) => sum + spent, 0),
  };
}
