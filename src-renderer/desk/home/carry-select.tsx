import { formatDate } from '#core/text/format.ts';
import type { MeetingSummary } from '#core/views/desk.ts';
import { Select } from '#renderer/kit/select.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useT } from '../kernel/i18n.ts';
import { carryChoices } from './meeting-choices.ts';

const NONE = 'none:';

export interface CarrySelectProps {
  readonly meetings: readonly MeetingSummary[];
  readonly value: string | null;
  onChange(meetingId: string | null): void;
}

/** From which earlier meeting the open follow-ups are carried; absent while there is none. */
export function CarrySelect({ meetings, value, onChange }: CarrySelectProps) {
  const t = useT();
  const locale = useLocale();
  const choices = carryChoices(meetings);
  if (choices.length === 0) return null;
  return (
    <Select
      label={t('start.carry')}
      options={[
        ...choices.map(({ id, title, date, openFollowUps }) => ({
          id,
          label: t('start.carryOption', { date: formatDate(date, locale), count: openFollowUps }),
          detail: title,
        })),
        { id: NONE, label: t('start.carryNone') },
      ]}
      value={value ?? NONE}
      onChange={(id) => onChange(id === NONE ? null : id)}
    />
  );
}
