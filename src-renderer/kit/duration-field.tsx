import { useTranslation } from 'react-i18next';
import { durationText, parseDuration } from '#core/time/clock-text.ts';
import { type Duration, duration } from '#core/time/units.ts';
import { ParsedField, type ParsedFieldProps } from './parsed-field.tsx';

type Given = Omit<ParsedFieldProps<Duration>, 'parse' | 'format' | 'unreadable' | 'step'>;
const MINUTE = 60_000;

/** A length of time in minutes: "12", "12:30". Up and down arrow change it by a minute. `null` when empty. */
export function DurationField(props: Given) {
  const { t } = useTranslation('forms');
  return (
    <ParsedField
      {...props}
      className={`k-short ${props.className ?? ''}`.trim()}
      parse={parseDuration}
      format={durationText}
      unreadable={t('kit.notADuration')}
      step={(value, by) => duration(Math.max(0, (value ?? 0) + by * MINUTE))}
    />
  );
}
