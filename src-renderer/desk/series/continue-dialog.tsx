import { useState } from 'react';
import { TITLE_MAX } from '#core/model/lengths.ts';
import { civilDateAt } from '#core/time/zone.ts';
import { DateField } from '#renderer/kit/date-field.tsx';
import { shiftDate } from '#renderer/kit/date-text.ts';
import { Notice } from '#renderer/kit/notice.tsx';
import { TextField } from '#renderer/kit/text-field.tsx';
import { useClock, useDeskValue, useRuntime } from '../kernel/desk-context.tsx';
import { OneStepForm } from '../kernel/forms/one-step-form.tsx';
import { useFormGuard } from '../kernel/forms/use-form-guard.tsx';
import { useFormState } from '../kernel/forms/use-form-state.ts';
import { useT } from '../kernel/i18n.ts';

/** Days between two rakor, as they are usually held. */
const USUAL_DISTANCE = 14;

/** The next meeting after one: only its title and date are asked, everything else comes along. */
export function ContinueDialog({ meetingId, title, date, onClose }: ContinueDialogProps) {
  const t = useT();
  const { request, ui } = useRuntime();
  const clock = useClock();
  const zone = useDeskValue((view) => view.settings.defaults.zone);
  const [proposed] = useState(() => {
    const today = civilDateAt(clock.now(), zone);
    const next = shiftDate(date, USUAL_DISTANCE);
    return { title, date: next < today ? today : next };
  });
  const [draft, setDraft] = useFormState(proposed, 'continue');
  const isDirty = draft.title !== proposed.title || draft.date !== proposed.date;
  const dialogTitle = t('series.title');
  const { close, question, save, refusal } = useFormGuard(isDirty, dialogTitle, onClose);
  const words = draft.title.trim();
  const run = async (): Promise<void> => {
    if (await save(() => request('meeting.continue', { meetingId, title: words, date: draft.date })))
      ui.update((state) => ({ ...state, screen: 'meeting' }));
  };
  return (
    <OneStepForm
      title={dialogTitle}
      close={close}
      question={question}
      runLabel={t('start.create')}
      isReady={words !== '' && words.length <= TITLE_MAX}
      run={run}
    >
      {refusal !== null && <Notice tone="error">{t(`errors:${refusal.code}`, refusal.params)}</Notice>}
      <p>{t('series.what', { title })}</p>
      <TextField
        label={t('details.title')}
        value={draft.title}
        onChange={(next) => setDraft((before) => ({ ...before, title: next }))}
        isRequired
        autoFocus
        error={words === '' || words.length > TITLE_MAX ? t('errors:titleEmpty') : null}
      />
      <DateField
        label={t('details.date')}
        value={draft.date}
        onChange={(next) => next !== null && setDraft((before) => ({ ...before, date: next }))}
        isRequired
      />
    </OneStepForm>
  );
}

export interface ContinueDialogProps {
  readonly meetingId: string;
  readonly title: string;
  readonly date: string;
  onClose(): void;
}
