import { formatDate } from '#core/text/format.ts';
import type { Instant } from '#core/time/units.ts';
import { civilDateAt, daysBetween } from '#core/time/zone.ts';
import type { ProjectedFollowUp, ProjectedProblem } from '#core/views/projected-matters.ts';
import type { MattersView } from '#core/views/projector.ts';
import type { Text } from '#renderer/kit/i18n-projector.ts';

/** How a row stands, each in a colour, a shape and words of its own. */
export type RowState = 'late' | 'open' | 'inProgress' | 'done' | 'problem' | 'solved';

/** A follow-up or a problem as the screen says it. */
export interface MatterRow {
  readonly id: string;
  readonly state: RowState;
  /** "Terlambat 14 hari". */
  readonly status: string;
  /** "tenggat 3 Mei 2021", "berulang 3 kali". */
  readonly facts: readonly string[];
  readonly text: string;
}

/** Without a due date after all others. */
const dueOf = ({ due }: ProjectedFollowUp): string => due ?? '9999';

const byDue = (a: ProjectedFollowUp, b: ProjectedFollowUp): number =>
  dueOf(a) === dueOf(b) ? 0 : dueOf(a) < dueOf(b) ? -1 : 1;

const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/**
 * The rows of a screen: late ones first, then what is open and the problems, then what is finished.
 * @param now decides what is late
 */
export function matterRows({ followUps, problems, zone, locale }: MattersView, now: Instant, t: Text): MatterRow[] {
  const today = civilDateAt(now, zone);
  const open = followUps.filter(({ status }) => status !== 'done').toSorted(byDue);
  const ofFollowUp = ({ id, what, due, status, doneOn }: ProjectedFollowUp): MatterRow => {
    const isLate = status !== 'done' && due !== null && due < today;
    const state = t(`domain:followUpStatus.${status}`);
    const until = due === null ? [] : [t('matters.due', { date: formatDate(due, locale) })];
    if (status === 'done') {
      const done = doneOn === null ? state : t('matters.doneOn', { date: formatDate(doneOn, locale) });
      return { id, state: 'done', status: done, facts: [], text: what };
    }
    if (!isLate) return { id, state: status, status: state, facts: until, text: what };
    const late = t('matters.late', { count: daysBetween(due, today) });
    return { id, state: 'late', status: late, facts: [...until, state], text: what };
  };
  const ofProblem = ({ id, text, since, raised, solved }: ProjectedProblem): MatterRow => ({
    id,
    state: solved ? 'solved' : 'problem',
    status: t(solved ? 'matters.solved' : 'matters.problem'),
    facts: [
      ...(raised > 1 ? [t('matters.raised', { count: raised })] : []),
      t('matters.since', { date: formatDate(since, locale) }),
    ],
    text,
  });
  const often = problems.filter(({ solved }) => !solved).toSorted((a, b) => b.raised - a.raised);
  return [
    ...open.map(ofFollowUp),
    ...often.map(ofProblem),
    ...followUps.filter(({ status }) => status === 'done').map(ofFollowUp),
    ...problems.filter(({ solved }) => solved).map(ofProblem),
  ].map((row) => ({ ...row, status: upperFirst(row.status) }));
}
