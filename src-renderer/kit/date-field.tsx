import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatLongDate } from '#core/text/format.ts';
import { type CivilDate, isCivilDate } from '#core/time/zone.ts';
import { IconButton } from './button.tsx';
import { dateText, parseDate, shiftDate } from './date-text.ts';
import { ParsedField, type ParsedFieldProps } from './parsed-field.tsx';
import { useLocale } from './use-locale.ts';

type Given = Omit<ParsedFieldProps<CivilDate>, 'parse' | 'format' | 'unreadable' | 'step' | 'inputMode' | 'echo'>;

/**
 * A calendar date, typed the day first whatever the language of the system is (the system's own date box would ask for
 * the month first on most office PCs), told back in words, with the system's calendar at hand. `null` when empty.
 */
export function DateField(props: Given) {
  const { t } = useTranslation('forms');
  const locale = useLocale();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className={`k-date ${props.className ?? ''}`.trim()}>
      <ParsedField
        {...props}
        className={undefined}
        parse={(text) => parseDate(text, new Date().getFullYear())}
        format={dateText}
        unreadable={t('kit.notADate')}
        placeholder={t('kit.datePlaceholder')}
        echo={props.value === null ? undefined : formatLongDate(props.value, locale)}
        step={(value, by) => (value === null ? null : shiftDate(value, by))}
      />
      <IconButton
        className="k-date-button"
        size="small"
        icon="calendar"
        label={t('kit.openCalendar')}
        excludeFromTabOrder
        onPress={() => picker.current?.showPicker()}
        {...(props.isDisabled === undefined ? {} : { isDisabled: props.isDisabled })}
      />
      <input
        ref={picker}
        className="k-date-picker"
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={props.value ?? ''}
        onChange={(event) => {
          if (isCivilDate(event.target.value)) props.onChange(event.target.value);
        }}
      />
    </div>
  );
}
