import { parseClockTime } from '#core/time/clock-text.ts';
import type { ClockTime } from '#core/time/zone.ts';
import { clockTimeText, shiftClockTime } from './clock-time.ts';
import { ParsedField, type ParsedFieldProps } from './parsed-field.tsx';
import { useLocale } from './use-locale.ts';
import { useWords } from './use-words.ts';

type Given = Omit<ParsedFieldProps<ClockTime>, 'parse' | 'format' | 'unreadable' | 'step' | 'inputMode'>;

/** A time of day, HH.mm. The arrows change it by five minutes. `null` if empty. */
export function TimeField(props: Given) {
  const t = useWords();
  const locale = useLocale();
  return (
    <ParsedField
      {...props}
      className={`k-short ${props.className ?? ''}`.trim()}
      parse={parseClockTime}
      format={(time) => clockTimeText(time, locale)}
      unreadable={t('notATime')}
      step={(value, by) => (value === null ? null : shiftClockTime(value, by * 5))}
    />
  );
}
