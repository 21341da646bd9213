import { periodBetween } from '#core/time/civil-period.ts';
import type { Instant } from '#core/time/units.ts';
import { civilDateAt } from '#core/time/zone.ts';
import type { HoldView } from '#core/views/projector.ts';
import type { Text } from '#renderer/kit/i18n-projector.ts';

/**
 * What is left of the regent's term as of now: "Sisa masa jabatan: 3 tahun 6 bulan", days only in its last month.
 * @returns empty if it is not to be shown, or has passed
 */
export function termLeft({ termEnds, zone }: Pick<HoldView, 'termEnds' | 'zone'>, now: Instant, t: Text): string {
  const left = termEnds === null ? null : periodBetween(civilDateAt(now, zone), termEnds);
  if (left === null) return '';
  const { years, months, days } = left;
  if (years + months + days === 0) return t('termLeft.lastDay');
  const parts = [
    years === 0 ? '' : t('termLeft.years', { count: years }),
    months === 0 ? '' : t('termLeft.months', { count: months }),
    years + months > 0 ? '' : t('termLeft.days', { count: days }),
  ];
  return t('termLeft.left', { period: parts.filter((part) => part !== '').join(' ') });
}
