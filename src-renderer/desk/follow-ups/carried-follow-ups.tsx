import { itemOf } from '#core/model/meeting.ts';
import { followUpsNow } from '#core/model/meeting-matters.ts';
import { EmptyState } from '#renderer/kit/empty-state.tsx';
import { useMeetingValue } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { FollowUpCard } from './follow-up-card.tsx';
import { useToday } from './use-today.ts';

/** The presenting agency's open follow-ups from earlier meetings, shown when it presents again. */
export function CarriedFollowUps({ itemId }: { itemId: string }) {
  const t = useT();
  const today = useToday();
  const agencyId = useMeetingValue((meeting) => itemOf(meeting, itemId)?.agencyId ?? null);
  const followUps = useMeetingValue(followUpsNow);
  const carried = followUps.filter(
    ({ origin, pics }) => origin !== null && agencyId !== null && pics.includes(agencyId),
  );
  if (carried.length === 0) {
    return (
      <EmptyState title={t('followUps.noneCarried')} icon="followUps">
        {t('followUps.noneCarriedText')}
      </EmptyState>
    );
  }
  return (
    <ul className="d-follow-up-list">
      {carried.map((followUp) => (
        <FollowUpCard key={followUp.id} followUp={followUp} today={today} />
      ))}
    </ul>
  );
}
