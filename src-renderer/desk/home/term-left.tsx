import { formatDate } from '#core/text/format.ts';
import { civilDateAt, daysBetween } from '#core/time/zone.ts';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useClock, useDeskValue } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';

/** How many days of the regent's term are left, if its end is given in the settings. */
export function TermLeft() {
  const t = useT();
  const locale = useLocale();
  const clock = useClock();
  const ends = useDeskValue((view) => view.settings.termEnds);
  const zone = useDeskValue((view) => view.settings.defaults.zone);
  if (ends === null) return null;
  const left = daysBetween(civilDateAt(clock.now(), zone), ends);
  const date = formatDate(ends, locale);
  return (
    <p className="d-start-tagline">
      {left < 0 ? t('start.termOver', { date }) : t('start.termLeft', { count: left, date })}
    </p>
  );
}
