import './pacing.css';
import { useId, useRef, useState } from 'react';
import { proposeRefit, type Refit, type RefitOptions } from '#core/pacing/refit.ts';
import { formatTime } from '#core/text/format.ts';
import { durationText } from '#core/time/clock-text.ts';
import type { CivilDate } from '#core/time/zone.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Checkbox } from '#renderer/kit/checkbox.tsx';
import { clockTimeText } from '#renderer/kit/clock-time.ts';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { DurationField } from '#renderer/kit/duration-field.tsx';
import { EmptyState } from '#renderer/kit/empty-state.tsx';
import { focusFirstInvalid } from '#renderer/kit/first-invalid.ts';
import { Notice } from '#renderer/kit/notice.tsx';
import { saveByKey } from '#renderer/kit/save-by-key.ts';
import { Segmented } from '#renderer/kit/segmented.tsx';
import { TimeField } from '#renderer/kit/time-field.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useClock, useMeeting } from '../kernel/desk-context.tsx';
import { useFormGuard } from '../kernel/forms/use-form-guard.tsx';
import { useFormState } from '../kernel/forms/use-form-state.ts';
import { type DeskT, useT } from '../kernel/i18n.ts';
import { useNow } from '../kernel/use-now.ts';
import { lengthWords } from '../meeting/length-words.ts';
import { usePacingActions } from '../meeting/pacing-actions.ts';
import { useDeskTimetable } from '../meeting/passing-time.tsx';
import { firstChoice, nextBreak, type RefitChoice, wishOf } from './refit-options.ts';
import { RefitTable } from './refit-table.tsx';

const LEAST_FLOOR = 60_000;

/** The result of the proposal, in a sentence. */
function Outcome({ result, wish }: { result: Refit; wish: RefitOptions }) {
  const t = useT();
  const locale = useLocale();
  const { zone } = useMeeting();
  const time = (at: Refit['target']): string => formatTime(at, zone, locale);
  const told = { before: time(result.finishBefore), after: time(result.finishAfter), target: time(result.target) };
  if (result.short > 0) {
    return (
      <Notice tone="warning">
        {t('pacing.outcome.short', {
          ...told,
          length: lengthWords(t, result.short),
          floor: durationText(wish.minimum),
        })}
      </Notice>
    );
  }
  return (
    <Notice tone="success">
      {t(wish.until.kind === 'break' ? 'pacing.outcome.break' : 'pacing.outcome.fits', told)}
    </Notice>
  );
}

interface ChoiceProps {
  readonly choice: RefitChoice;
  readonly day: CivilDate;
  onChange(fields: Partial<RefitChoice>): void;
}

function ChoiceFields({ choice, day, onChange }: ChoiceProps) {
  const now = useNow();
  const t = useT();
  const locale = useLocale();
  const meeting = useMeeting();
  const brk = nextBreak(meeting, day, now);
  const options: { id: RefitChoice['until']; label: string }[] = [
    ...(meeting.endAt === null
      ? []
      : [{ id: 'end' as const, label: t('pacing.until.end', { time: clockTimeText(meeting.endAt, locale) }) }]),
    ...(brk === null
      ? []
      : [{ id: 'break' as const, label: t('pacing.until.break', { time: clockTimeText(brk.at, locale) }) }]),
    { id: 'time', label: t('pacing.until.time') },
  ];
  return (
    <>
      <div className="d-adjust-fields">
        <Segmented
          label={t('pacing.until.label')}
          options={options}
          value={choice.until}
          onChange={(until) => onChange({ until })}
        />
        {choice.until === 'time' && (
          <TimeField label={t('fields:timeOfDay')} value={choice.time} onChange={(time) => onChange({ time })} />
        )}
        <DurationField
          label={t('pacing.floor')}
          value={choice.minimum}
          error={choice.minimum < LEAST_FLOOR ? t('pacing.floorTooLow') : null}
          onChange={(minimum) => minimum !== null && onChange({ minimum })}
        />
      </div>
      <div className="k-row d-adjust-ticks">
        <Checkbox isSelected={choice.includeOwn} onChange={(includeOwn) => onChange({ includeOwn })}>
          {t('pacing.includeOwn')}
        </Checkbox>
        <Checkbox isSelected={choice.stretch} onChange={(stretch) => onChange({ stretch })}>
          {t('pacing.stretch')}
        </Checkbox>
      </div>
    </>
  );
}

const changesWords = (t: DeskT, result: Refit | null): string =>
  result === null || result.changes.length === 0
    ? t('pacing.apply')
    : t('pacing.applyCount', { count: result.changes.length });

/** "Sesuaikan sisa waktu": shows how the turns to come would change before it is done, by one command. */
export function RefitDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const clock = useClock();
  const meeting = useMeeting();
  const actions = usePacingActions();
  const { finish, day } = useDeskTimetable();
  const now = useNow();
  const [initial] = useState(() => firstChoice(meeting, finish));
  const [choice, setChoice] = useFormState(initial, 'refit');
  const isDirty = JSON.stringify(choice) !== JSON.stringify(initial);
  const { close, question, save, isBusy } = useFormGuard(isDirty, t('pacing.adjust'), onClose);
  const chosen =
    choice.until === 'break' && nextBreak(meeting, day, now) === null ? { ...choice, until: 'time' as const } : choice;
  const wish = chosen.minimum < LEAST_FLOOR ? null : wishOf(meeting, chosen, day, now);
  const result = wish === null ? null : proposeRefit(meeting, wish, clock.now(), clock.mono());
  const apply = async (): Promise<void> => {
    if (result === null || result.changes.length === 0 || focusFirstInvalid(form.current)) return;
    await save(() => actions.refit(result.changes));
  };
  return (
    <Dialog
      title={t('pacing.adjust')}
      isOpen
      onClose={close}
      size="large"
      className="d-adjust"
      footer={
        <>
          <Button onPress={close}>{t('kit:cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            keys="Ctrl Enter"
            isDisabled={result === null || result.changes.length === 0}
            isPending={isBusy}
          >
            {changesWords(t, result)}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        ref={form}
        className="d-adjust-form"
        onKeyDownCapture={saveByKey(() => void apply())}
        onSubmit={(event) => {
          event.preventDefault();
          void apply();
        }}
      >
        <ChoiceFields choice={chosen} day={day} onChange={(fields) => setChoice({ ...chosen, ...fields })} />
        {result !== null && wish !== null && result.rows.length > 0 && <Outcome result={result} wish={wish} />}
        {result !== null && result.rows.length > 0 && <RefitTable meeting={meeting} rows={result.rows} />}
        {result?.rows.length === 0 && (
          <EmptyState title={t('pacing.noTurns', { term: meeting.term })}>{t('pacing.noTurnsWhat')}</EmptyState>
        )}
      </form>
      {question}
    </Dialog>
  );
}
