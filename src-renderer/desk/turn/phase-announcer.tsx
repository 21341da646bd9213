import { memo } from 'react';
import type { AgendaItem } from '#core/model/agenda-item.ts';
import { itemOf } from '#core/model/meeting.ts';
import { clockLimitsOf } from '#core/schedule/plan-of.ts';
import { useMeetingValue } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { useItemNames } from '../meeting/item-name.ts';
import { useFaceValue } from '../meeting/passing-time.tsx';
import { clockTone, clockWord } from './clock-words.ts';

function Phase({ item }: { item: AgendaItem }) {
  const t = useT();
  const names = useItemNames();
  const agencies = useMeetingValue((meeting) => meeting.agencies);
  const house = useMeetingValue((meeting) => meeting.limits);
  const limits = clockLimitsOf({ limits: house }, item);
  const tone = useFaceValue(item.turn, limits, (face) => clockTone(item, face));
  const meaning = useFaceValue(item.turn, limits, (face) => face.meaning);
  return <>{`${names.brief({ agencies }, item)}: ${clockWord(t, tone, { meaning })}`}</>;
}

/** Tells a screen reader when a turn is called, begins, should conclude, is over. The seconds are not read out. */
export const PhaseAnnouncer = memo(function PhaseAnnouncer() {
  const item = useMeetingValue((meeting) => itemOf(meeting, meeting.current));
  return (
    <div className="d-hidden" role="status">
      {item !== null && <Phase item={item} />}
    </div>
  );
});
