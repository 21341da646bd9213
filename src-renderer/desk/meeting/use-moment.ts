import { formatDate, formatTime } from '#core/text/format.ts';
import type { Instant } from '#core/time/units.ts';
import { civilDateAt, type Zone } from '#core/time/zone.ts';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useDeskValue } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';

/** Puts date and time of day into words, in the zone of the open meeting, else that of the settings. */
export function useMoment(): (at: Instant) => string {
  const t = useT();
  const locale = useLocale();
  const zone: Zone = useDeskValue((view) => view.meeting?.zone ?? view.settings.defaults.zone);
  return (at) =>
    t('data.moment', { date: formatDate(civilDateAt(at, zone), locale), time: formatTime(at, zone, locale), zone });
}
