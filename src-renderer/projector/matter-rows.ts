import { inWords } from '#core/text/amount-words.ts';
import { formatDate, formatPercent, inUnit } from '#core/text/format.ts';
import type { Instant } from '#core/time/units.ts';
import { civilDateAt, daysBetween } from '#core/time/zone.ts';
import type { ProjectedFollowUp, ProjectedPast, ProjectedProblem } from '#core/views/projected-matters.ts';
import type { MattersView } from '#core/views/projector.ts';
import type { Text } from '#renderer/kit/i18n-projector.ts';

/** How a row stands, each in a colour, a shape and words of its own. */
export type RowState = 'late' | 'open' | 'inProgress' | 'done' | 'problem' | 'solved' | 'figures' | 'said';

/** A follow-up, a problem, figures or a note of the last turn as the screen says it. */
export interface MatterRow {
  readonly id: string;
  readonly state: RowState;
  /** "Terlambat 14 hari". */
  readonly status: string;
  /** "tenggat 3 Mei 2021", "berulang 3 kali". */
  readonly facts: readonly string[];
  readonly text: string;
  /** Bars beside the text, 1 for a whole one, the oldest meeting first. */
  readonly shares: readonly number[];
}

/** Without a due date after all others. */
const dueOf = ({ due }: ProjectedFollowUp): string => due ?? '9999';

const byDue = (a: ProjectedFollowUp, b: ProjectedFollowUp): number =>
  dueOf(a) === dueOf(b) ? 0 : dueOf(a) < dueOf(b) ? -1 : 1;

const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

type Words = Pick<MattersView, 'locale'> & { readonly t: Text };

/** What was reported in the last turn: the budget with that of the meetings before, and each target. */
function figureRows({ date, targets, budgets }: ProjectedPast, { locale, t }: Words): MatterRow[] {
  const when = [formatDate(date, locale)];
  const last = budgets.at(-1);
  const budget =
    last === undefined
      ? []
      : [
          last.ceiling === null ? '' : t('matters.ceiling', { amount: inWords(last.ceiling, locale) }),
          last.realised === null ? '' : t('matters.realised', { amount: inWords(last.realised, locale) }),
          last.share === null ? '' : formatPercent(last.share, locale),
        ].filter((part) => part !== '');
  const rows = targets.map(
    ({ id, indicator, unit, target, achieved, share }): MatterRow => ({
      id: `target ${id}`,
      state: 'figures',
      status: t('matters.target'),
      facts: when,
      text: t('matters.targetLine', {
        indicator,
        target: inUnit(target, unit) || '–',
        achieved: inUnit(achieved, unit) || '–',
      }),
      shares: share === null ? [] : [share],
    }),
  );
  const shares = budgets.flatMap(({ share }) => share ?? []);
  const facts = last === undefined ? [] : [formatDate(last.date, locale)];
  return budget.length === 0
    ? rows
    : [
        { id: 'budget', state: 'figures', status: t('matters.budget'), facts, text: budget.join(' · '), shares },
        ...rows,
      ];
}

/** What was said in the last turn and shown. */
const noteRows = ({ date, notes }: ProjectedPast, { locale, t }: Words): MatterRow[] =>
  notes.map(({ id, author, kind, text }) => ({
    id: `note ${id}`,
    state: 'said',
    status: 'role' in author ? t(`domain:roleShort.${author.role}`) : author.agency,
    facts: [t(`domain:noteKind.${kind}`), formatDate(date, locale)],
    text,
    shares: [],
  }));

/**
 * The rows of a screen: late ones first, then what is open and the problems, then the last turn, then what is finished.
 * @param now decides what is late
 */
export function matterRows(view: MattersView, now: Instant, t: Text): MatterRow[] {
  const { followUps, problems, past, zone, locale } = view;
  const today = civilDateAt(now, zone);
  const open = followUps.filter(({ status }) => status !== 'done').toSorted(byDue);
  const ofFollowUp = ({ id, what, due, status, doneOn }: ProjectedFollowUp): MatterRow => {
    const shares: number[] = [];
    const isLate = status !== 'done' && due !== null && due < today;
    const state = t(`domain:followUpStatus.${status}`);
    const until = due === null ? [] : [t('matters.due', { date: formatDate(due, locale) })];
    if (status === 'done') {
      const done = doneOn === null ? state : t('matters.doneOn', { date: formatDate(doneOn, locale) });
      return { id, state: 'done', status: done, facts: [], text: what, shares };
    }
    if (!isLate) return { id, state: status, status: state, facts: until, text: what, shares };
    const late = t('matters.late', { count: daysBetween(due, today) });
    return { id, state: 'late', status: late, facts: [...until, state], text: what, shares };
  };
  const ofProblem = ({ id, text, since, raised, solved }: ProjectedProblem): MatterRow => ({
    id,
    state: solved ? 'solved' : 'problem',
    status: t(solved ? 'matters.solved' : 'matters.problem'),
    facts: [
      ...(raised > 1 ? [t('domain:problem.raised', { count: raised })] : []),
      t('matters.since', { date: formatDate(since, locale) }),
    ],
    text,
    shares: [],
  });
  const often = problems.filter(({ solved }) => !solved).toSorted((a, b) => b.raised - a.raised);
  return [
    ...open.map(ofFollowUp),
    ...often.map(ofProblem),
    ...(past === null ? [] : [...figureRows(past, { locale, t }), ...noteRows(past, { locale, t })]),
    ...followUps.filter(({ status }) => status === 'done').map(ofFollowUp),
    ...problems.filter(({ solved }) => solved).map(ofProblem),
  ].map((row) => ({ ...row, status: upperFirst(row.status) }));
}
