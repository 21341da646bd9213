import { dayWarnings } from '#core/pacing/warnings.ts';
import { formatTime } from '#core/text/format.ts';
import { later } from '#core/time/units.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Icon } from '#renderer/kit/icons.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useDialog, useMeetingParts, useReadOnly } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { capOf } from '../kernel/keys/keymap.ts';
import { useItemNames } from '../meeting/item-name.ts';
import { lengthWords } from '../meeting/length-words.ts';
import { useDeskTimetable } from '../meeting/passing-time.tsx';

/** What the day would run into: the lunch break, or its end; with a button to refit the rest. */
export function DayWarningList() {
  const t = useT();
  const locale = useLocale();
  const names = useItemNames();
  const { rows, finish, day } = useDeskTimetable();
  const meeting = useMeetingParts((now) => [now.endAt, now.agencies]);
  const readOnly = useReadOnly();
  const { open } = useDialog();
  const { intoBreak, pastEnd } = dayWarnings(meeting, rows, finish, day);
  if (intoBreak === null && pastEnd === null) return null;
  const time = (at: Parameters<typeof formatTime>[0]): string => formatTime(at, meeting.zone, locale);
  return (
    <div className="d-warning">
      <Icon name="warning" size={16} />
      <span className="d-warning-words">
        {intoBreak !== null && (
          <span>
            {t(`turn.intoBreak.${intoBreak.by}`, {
              name: names.brief(meeting, intoBreak.item),
              planned: (intoBreak.item.fixedStart ?? '').replace(':', locale === 'id' ? '.' : ':'),
              time: time(intoBreak.start),
            })}
          </span>
        )}
        {pastEnd !== null && (
          <span>
            {pastEnd.isWished
              ? t('pacing.pastEnd', { planned: time(pastEnd.at), length: lengthWords(t, pastEnd.over) })
              : t('pacing.pastUsualEnd', { finish: time(later(pastEnd.at, pastEnd.over)) })}
          </span>
        )}
      </span>
      <Button size="small" isDisabled={readOnly} keys={capOf('refit')} onPress={() => open({ kind: 'refit' })}>
        {t('pacing.adjust')}
      </Button>
    </div>
  );
}
