import { durationParts, durationText, parseDuration } from '#core/time/clock-text.ts';
import { type Duration, duration, MINUTE } from '#core/time/units.ts';
import { ParsedField, type ParsedFieldProps } from './parsed-field.tsx';
import { useWords } from './use-words.ts';

type Given = Omit<ParsedFieldProps<Duration>, 'parse' | 'format' | 'unreadable' | 'step' | 'readBack'>;

/** "10 menit 30 detik": a length of time as it is said. */
function useDurationWords(): (ms: Duration) => string {
  const t = useWords();
  return (ms) => {
    const { hours, minutes, seconds } = durationParts(ms);
    const parts = [
      ...(hours === 0 ? [] : [t('hours', { count: hours })]),
      ...(minutes === 0 && (hours !== 0 || seconds !== 0) ? [] : [t('minutes', { count: minutes })]),
      ...(seconds === 0 ? [] : [t('seconds', { count: seconds })]),
    ];
    return parts.join(' ');
  };
}

/**
 * A length of time: "12" minutes, "10.30", "1 jam 15 menit". Says how it was understood. The arrows change it by a
 * minute. `null` if empty.
 */
export function DurationField(props: Given) {
  const t = useWords();
  const readBack = useDurationWords();
  return (
    <ParsedField
      {...props}
      className={`k-short ${props.className ?? ''}`.trim()}
      parse={parseDuration}
      format={durationText}
      readBack={readBack}
      unreadable={t('notADuration')}
      step={(value, by) => duration(Math.max(0, (value ?? 0) + by * MINUTE))}
    />
  );
}
