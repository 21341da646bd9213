import './problems.css';
import { memo } from 'react';
import type { Meeting } from '#core/model/meeting.ts';
import { type ProblemNow, timesRaised } from '#core/model/problem-now.ts';
import { formatDate } from '#core/text/format.ts';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useReadOnly } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { useProblemActions } from './problem-actions.ts';

/** Whether it was raised in this meeting already, for the first time or again. */
const isRaisedHere = ({ origin, entries }: ProblemNow, meetingId: Meeting['id']): boolean =>
  origin === null || entries.some(({ fields, madeIn }) => fields.recurred === true && madeIn === meetingId);

/** One problem: since when, how often it was raised, and what the meeting says of it now. */
export const ProblemCard = memo(function ProblemCard({
  problem,
  meetingId,
}: {
  problem: ProblemNow;
  meetingId: Meeting['id'];
}) {
  const t = useT();
  const locale = useLocale();
  const readOnly = useReadOnly();
  const actions = useProblemActions();
  const { id, text, since, solved, solvedOn, remark } = problem;
  const times = timesRaised(problem, meetingId);
  return (
    <li className={`d-problem ${solved ? 'd-problem-solved' : ''}`.trim()} tabIndex={-1}>
      <p className="d-problem-text">{text}</p>
      {remark !== '' && (
        <p className="d-problem-remark">
          <b>{t('fields:remark')}:</b> {remark}
        </p>
      )}
      <div className="d-problem-foot">
        <p className="d-problem-facts">
          {times > 1 && <span className="k-tag k-tag-red">{t('domain:problem.raised', { count: times })}</span>}
          {problem.private && <span className="k-tag">{t('domain:visibility.private')}</span>}
          <span>{t('problems.since', { date: formatDate(since, locale) })}</span>
          {solvedOn !== null && <span>{t('problems.solvedOn', { date: formatDate(solvedOn, locale) })}</span>}
        </p>
        {!readOnly && (
          <span className="d-problem-tools">
            {!isRaisedHere(problem, meetingId) && (
              <Button size="small" icon="recur" onPress={() => void actions.recur(id)}>
                {t('problems.recur')}
              </Button>
            )}
            <Button size="small" icon={solved ? 'undo' : 'solve'} onPress={() => void actions.solve(id, !solved)}>
              {t(solved ? 'problems.reopen' : 'problems.solve')}
            </Button>
            <IconButton
              size="small"
              icon="trash"
              label={t('problems.delete', { what: text.slice(0, 80) })}
              onPress={() => void actions.remove(id)}
            />
          </span>
        )}
      </div>
    </li>
  );
});
