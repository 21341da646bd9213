import { itemOf } from '#core/model/meeting.ts';
import { problemsNow } from '#core/model/meeting-matters.ts';
import { useMeetingValue } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { ProblemCard } from './problem-card.tsx';

/** The problems of the presenting agency that are kept open, and those that this meeting solved. */
export function OpenProblems({ itemId }: { itemId: string }) {
  const t = useT();
  const agencyId = useMeetingValue((meeting) => itemOf(meeting, itemId)?.agencyId ?? null);
  const meetingId = useMeetingValue((meeting) => meeting.id);
  const all = useMeetingValue(problemsNow);
  const solvedHere = ({ entries }: (typeof all)[number]): boolean =>
    entries.some(({ fields, madeIn }) => fields.solved === true && madeIn === meetingId);
  const listed = all.filter((problem) => problem.agencyId === agencyId && (!problem.solved || solvedHere(problem)));
  if (listed.length === 0) return <p className="k-hint">{t('problems.none')}</p>;
  return (
    <ul className="d-problem-list">
      {listed.map((problem) => (
        <ProblemCard key={problem.id} problem={problem} meetingId={meetingId} />
      ))}
    </ul>
  );
}
