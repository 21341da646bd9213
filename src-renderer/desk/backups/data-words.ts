import { formatDate, formatNumber, formatTime } from '#core/text/format.ts';
import type { Instant } from '#core/time/units.ts';
import { civilDateAt, type Zone } from '#core/time/zone.ts';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useDeskValue } from '../kernel/desk-context.tsx';
import { type DeskT, useT } from '../kernel/i18n.ts';

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

export interface DataWords {
  readonly t: DeskT;
  /** Date and time of day, in the zone of the open meeting, else that of the settings. */
  moment(at: Instant): string;
  time(at: Instant): string;
  /** A file's size in kB or MB. */
  size(bytes: number): string;
}

/** The words for when something was written, and its size. */
export function useDataWords(): DataWords {
  const t = useT();
  const locale = useLocale();
  const zone: Zone = useDeskValue((view) => view.meeting?.zone ?? view.settings.defaults.zone);
  const time = (at: Instant): string => formatTime(at, zone, locale);
  return {
    t,
    time,
    moment: (at) => t('data.moment', { date: formatDate(civilDateAt(at, zone), locale), time: time(at), zone }),
    size: (bytes) =>
      bytes < MEGABYTE
        ? t('data.kilobytes', { count: formatNumber(Math.ceil(bytes / KILOBYTE), locale) })
        : t('data.megabytes', { count: formatNumber(Math.round((bytes / MEGABYTE) * 10) / 10, locale) }),
  };
}
