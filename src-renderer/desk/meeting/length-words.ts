import type { Duration } from '#core/time/units.ts';
import { MINUTE } from '#core/time/units.ts';
import type { DeskT } from '../kernel/i18n.ts';

/** "17 menit", "4 jam 22 menit"; rounded up, so that a shortage is never understated. */
export function lengthWords(t: DeskT, length: Duration): string {
  const total = Math.ceil(length / MINUTE);
  return total < 60
    ? t('kit:minutes', { count: total })
    : t('pacing.length.hours', { hours: Math.floor(total / 60), minutes: total % 60 });
}
