import { itemOf, orderedItems } from '#core/model/meeting.ts';
import { formatTime } from '#core/text/format.ts';
import { useLocale } from '../../kit/use-locale.ts';
import { useMeeting } from '../app/desk-context.tsx';
import { useT } from '../app/i18n.ts';
import { useItemNames } from './item-name.ts';
import { useDeskTimetable } from './use-timetable.ts';

/** A warning when the item on the floor runs into the one behind it that has a fixed time (ishoma), else `null`. */
export function useBreakWarning(): string | null {
  const t = useT();
  const locale = useLocale();
  const names = useItemNames();
  const meeting = useMeeting();
  const { rows } = useDeskTimetable();
  const current = itemOf(meeting, meeting.current);
  const next = orderedItems(meeting).find((item) => item.id !== current?.id && rows.has(item.id));
  const row = next === undefined ? undefined : rows.get(next.id);
  if (current === null || next === undefined || row === undefined || next.fixedStart === null) return null;
  if (row.lateBy < 60_000) return null;
  const planned = next.fixedStart.replace(':', locale === 'id' ? '.' : ':');
  return t('turn.intoBreak', {
    name: names.brief(meeting, next),
    planned,
    time: formatTime(row.start, meeting.zone, locale),
  });
}
