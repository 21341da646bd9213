import { useMemo } from 'react';
import type { AgencyRow } from '#core/model/agency.ts';
import { newMeeting } from '#core/model/new-meeting.ts';
import { pastEndOf } from '#core/pacing/warnings.ts';
import { layDay } from '#core/schedule/day-plan.ts';
import { formatTime } from '#core/text/format.ts';
import { type CivilDate, instantOf } from '#core/time/zone.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Icon } from '#renderer/kit/icons.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useClock, useDeskValue } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';

export interface DayEndProps {
  readonly date: CivilDate;
  /** A pasted list; empty means the user's own. */
  readonly agencies: readonly AgencyRow[];
  /** Creates the meeting and opens the dialog for a shorter day. */
  onRefit(): void;
}

/** When a meeting with these agencies would end; shown as a warning if that is too late. */
export function DayEnd({ date, agencies, onRefit }: DayEndProps) {
  const t = useT();
  const locale = useLocale();
  const clock = useClock();
  const settings = useDeskValue((view) => view.settings);
  const { finish, past } = useMemo(() => {
    let last = 0;
    const newId = (): string => {
      last += 1;
      return `n${last}`;
    };
    const at = clock.now();
    const meeting = newMeeting(settings, { title: '-', date, agencies }, { at, newId });
    const end = layDay(meeting, date, instantOf(date, meeting.startAt, meeting.zone), at).finish;
    return { finish: end, past: pastEndOf(meeting, end, date) };
  }, [settings, date, agencies, clock]);
  const { zone } = settings.defaults;
  const time = (moment: typeof finish): string => formatTime(moment, zone, locale);
  if (past === null) return <p className="k-hint">{t('start.endsAt', { time: time(finish) })}</p>;
  const planned = time(past.at);
  return (
    <div className="d-start-late" role="status">
      <Icon name="warning" size={16} />
      <span className="k-grow">
        {t(past.isWished ? 'start.endsLate' : 'start.endsAfterHours', { time: time(finish), planned })}
      </span>
      <Button size="small" onPress={onRefit}>
        {t('start.createAndAdjust')}
      </Button>
    </div>
  );
}
