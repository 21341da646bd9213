import type { AgendaItem } from '#core/model/agenda-item.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { useMeetingValue } from '../kernel/desk-context.tsx';
import { type DeskT, useT } from '../kernel/i18n.ts';
import { briefName } from './item-name.ts';
import { endedByCall } from './turn-step.ts';

/** The label for calling an item now; during a turn it says whose turn that ends. */
export function callLabel(
  t: DeskT,
  ended: AgendaItem | null,
  meeting: Pick<Meeting, 'agencies'>,
  item: AgendaItem,
): string {
  if (ended === null) return t('turn.call');
  return t('turn.callInstead', { from: briefName(t, meeting, ended), to: briefName(t, meeting, item) });
}

/** The same inside React. */
export function useCallLabel(item: AgendaItem): string {
  const t = useT();
  const ended = useMeetingValue(endedByCall);
  const agencies = useMeetingValue((meeting) => meeting.agencies);
  return callLabel(t, ended, { agencies }, item);
}
