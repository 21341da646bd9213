import { CalendarDate, parseDate as parseIsoDate } from '@internationalized/date';
import { type ClipboardEvent, type KeyboardEvent, useContext, useEffect, useRef, useState } from 'react';
import {
  DateField as AriaDateField,
  DateFieldStateContext,
  DateInput,
  DateSegment,
  type DateValue,
} from 'react-aria-components';
import { formatLongDate } from '#core/text/format.ts';
import { type CivilDate, isCivilDate } from '#core/time/zone.ts';
import { IconButton } from './button.tsx';
import { fullYear, isDay, isWholeYear, parseDate } from './date-text.ts';
import { type FieldFrame, FieldHelp, FieldLabel, fieldClass, isWrong } from './field-parts.tsx';
import { KeptTextsContext } from './kept-texts.ts';
import { useLocale } from './use-locale.ts';
import { useWords } from './use-words.ts';

export interface DateFieldProps extends Omit<FieldFrame, 'description'> {
  readonly value: CivilDate | null;
  /** Changes when something else gives the value, a button beside it: also when that is the value it had. */
  readonly given?: number | undefined;
  /** Called with every complete date, and with `null` when the field is emptied, unless it is required. */
  onChange(value: CivilDate | null): void;
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}

const dateOf = (value: CivilDate | null): CalendarDate | null => (value === null ? null : parseIsoDate(value));
const civil = ({ year, month, day }: DateValue): CivilDate => new CalendarDate(year, month, day).toString();

/**
 * A calendar date in parts, the day first in both languages: digits go on to the next part, arrows change it, and
 * typing replaces its value. A complete date may be pasted as people write it. It is repeated in words, with the
 * system's calendar beside it. A date that is incomplete, or that no calendar has, is not reported; the field says so when it is
 * left, and keeps it, until a value comes from elsewhere.
 */
export function DateField(props: DateFieldProps) {
  const { label, hideLabel, error, className, value, given, onChange, isRequired, isDisabled, autoFocus } = props;
  const t = useWords();
  const locale = useLocale();
  const picker = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(() => dateOf(value));
  const [known, setKnown] = useState(value);
  const [knownGiven, setKnownGiven] = useState(given);
  /** How often what stood in the parts was replaced. */
  const [replaced, setReplaced] = useState(0);
  const [left, setLeft] = useState(true);
  const [fault, setFault] = useState<DateFault | null>(null);
  if (value !== known || given !== knownGiven) {
    setKnown(value);
    setKnownGiven(given);
    setTyped(dateOf(value));
    // The parts keep what is no date whatever the value is.
    if (fault !== null) setReplaced(replaced + 1);
  }
  const take = (date: DateValue | null): void => {
    setTyped(date === null ? null : new CalendarDate(date.year, date.month, date.day));
    const next = date === null ? null : civil(date);
    if (next === null ? isRequired === true : !isCivilDate(next) || !isWholeYear(next)) return;
    setKnown(next);
    onChange(next);
  };
  const wrong =
    fault !== null || (typed !== null && !isWholeYear(civil(typed))) || (typed === null && isRequired === true);
  return (
    <div className={`k-date ${className ?? ''}`.trim()}>
      <AriaDateField
        key={replaced}
        className={fieldClass(undefined)}
        value={typed}
        onChange={take}
        isInvalid={isWrong(error) || (wrong && left)}
        validationBehavior="aria"
        granularity="day"
        shouldForceLeadingZeros
        isRequired={isRequired ?? false}
        {...(isDisabled === undefined ? {} : { isDisabled })}
        {...(autoFocus === undefined ? {} : { autoFocus })}
        // Whoever is sent back to it is told why.
        onFocus={() => setLeft(wrong)}
        onBlur={() => {
          setLeft(true);
          if (typed !== null && fault === null) take(typed.set({ year: fullYear(typed.year) }));
        }}
      >
        <FieldLabel label={label} hideLabel={hideLabel} isRequired={isRequired} />
        <Segments
          name={label}
          isWrong={wrong}
          isNew={replaced === 0}
          onFault={setFault}
          onPaste={take}
          onEnter={() => setLeft(true)}
        />
        <FieldHelp
          description={wrong || typed === null ? t('dateHint') : formatLongDate(civil(typed), locale)}
          error={wrong && left ? t(fault === 'impossible' ? 'noSuchDate' : 'notADate') : error}
        />
      </AriaDateField>
      <IconButton
        className="k-date-button"
        size="small"
        icon="calendar"
        label={t('openCalendar')}
        excludeFromTabOrder
        onPress={() => picker.current?.showPicker()}
        {...(isDisabled === undefined ? {} : { isDisabled })}
      />
      <input
        ref={picker}
        className="k-date-picker"
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={value ?? ''}
        onChange={(event) => {
          if (isCivilDate(event.target.value)) take(parseIsoDate(event.target.value));
        }}
      />
    </div>
  );
}

interface SegmentsProps {
  readonly name: string;
  readonly isWrong: boolean;
  /** False for parts that replace others: what was kept of those is gone. */
  readonly isNew: boolean;
  onFault(fault: DateFault | null): void;
  onPaste(date: DateValue): void;
  onEnter(): void;
}

/** Why what stands in the parts is no date. */
type DateFault = 'incomplete' | 'impossible';

type Part = 'day' | 'month' | 'year';
const PARTS: readonly Part[] = ['day', 'month', 'year'];

/** Keeps the parts of an incomplete date, and restores kept ones to the field: once, since no field of a date stays for another form. */
function useKeptParts(name: string, isWrong: boolean, isNew: boolean): void {
  const state = useContext(DateFieldStateContext);
  const kept = useContext(KeptTextsContext);
  const [wanted] = useState(() => (isNew ? kept.get(name) : null));
  const isRestored = useRef(wanted === null);
  const steps = useRef(0);
  const now = PARTS.map((part) => {
    const segment = state?.segments.find(({ type }) => type === part);
    return segment === undefined || segment.isPlaceholder ? null : (segment.value ?? null);
  });
  const text = JSON.stringify(now);
  // The state takes one part per render. One that it corrects (31 February) is not requested again and again.
  useEffect(() => {
    if (isRestored.current || state === null || wanted === null) return;
    const values = JSON.parse(wanted) as (number | null)[];
    const index = PARTS.findIndex((_part, n) => (values[n] ?? null) !== now[n]);
    const part = PARTS[index];
    const value = values[index] ?? null;
    steps.current += 1;
    if (part === undefined || steps.current > 2 * PARTS.length) isRestored.current = true;
    else if (value === null) state.clearSegment(part);
    else state.setSegment(part, value);
  });
  useEffect(() => {
    if (!isRestored.current) return;
    if (isWrong) kept.put(name, text);
    else kept.drop(name);
  }, [isWrong, kept, name, text]);
}

/** The parts of the date. Only here is it known which of them are filled. */
function Segments({ name, isWrong: wrong, isNew, onFault, onPaste, onEnter }: SegmentsProps) {
  const state = useContext(DateFieldStateContext);
  const parts = state?.segments.filter(({ isEditable }) => isEditable) ?? [];
  useKeptParts(name, wrong, isNew);
  const missing = parts.filter(({ isPlaceholder }) => isPlaceholder).length;
  const [day = 0, month = 0, year = 0] = PARTS.map((part) => parts.find(({ type }) => type === part)?.value ?? 0);
  const fault =
    missing > 0 ? (missing < parts.length ? 'incomplete' : null) : isDay(year, month, day) ? null : 'impossible';
  useEffect(() => onFault(fault), [fault, onFault]);
  // It would make 28 February of 31 February when the field is left, without a word.
  if (state !== null && fault === 'impossible') state.confirmPlaceholder = () => undefined;
  const paste = (event: ClipboardEvent): void => {
    event.preventDefault();
    const date = parseDate(event.clipboardData.getData('text'), new Date().getFullYear());
    if (date !== null) onPaste(parseIsoDate(date));
  };
  // A part is not a box in which Enter would submit the form by itself.
  const send = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    onEnter();
    if (!event.ctrlKey) event.currentTarget.closest('form')?.requestSubmit();
  };
  return (
    <div onPaste={paste} onKeyDownCapture={send} {...(wrong ? { 'data-unreadable': true } : {})}>
      <DateInput className="k-input k-date-parts">
        {(segment) => <DateSegment segment={segment} className="k-date-part" />}
      </DateInput>
    </div>
  );
}
