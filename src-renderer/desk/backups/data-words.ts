import { formatNumber } from '#core/text/format.ts';
import type { Instant } from '#core/time/units.ts';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { type DeskT, useT } from '../kernel/i18n.ts';
import { useMoment } from '../meeting/use-moment.ts';

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

export interface DataWords {
  readonly t: DeskT;
  /** See `useMoment`. */
  moment(at: Instant): string;
  /** A file's size in kB or MB. */
  size(bytes: number): string;
}

/** The words for when something was written, and its size. */
export function useDataWords(): DataWords {
  const t = useT();
  const locale = useLocale();
  const moment = useMoment();
  return {
    t,
    moment,
    size: (bytes) =>
      bytes < MEGABYTE
        ? t('data.kilobytes', { count: formatNumber(Math.ceil(bytes / KILOBYTE), locale) })
        : t('data.megabytes', { count: formatNumber(Math.round((bytes / MEGABYTE) * 10) / 10, locale) }),
  };
}
