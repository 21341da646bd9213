import { type Duration, minutes } from '#core/time/units.ts';
import { DurationField } from '#renderer/kit/duration-field.tsx';
import { OneStepForm } from '../kernel/forms/one-step-form.tsx';
import { useFormGuard } from '../kernel/forms/use-form-guard.tsx';
import { useFormState } from '../kernel/forms/use-form-state.ts';
import { useT } from '../kernel/i18n.ts';
import { usePacingActions } from '../meeting/pacing-actions.ts';

const USUAL = minutes(10);

/** A break now, of any length: one number, one key. */
export function BreakDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const actions = usePacingActions();
  const [length, setLength] = useFormState<Duration | null>(USUAL, 'length');
  const { close, question, save } = useFormGuard(length !== USUAL, t('pacing.break.title'), onClose);
  const begin = async (): Promise<void> => {
    if (length === null) return;
    await save(() => actions.takeBreak(length));
  };
  return (
    <OneStepForm
      title={t('pacing.break.title')}
      size="small"
      close={close}
      question={question}
      runLabel={t('pacing.break.begin')}
      isReady={length !== null && length >= minutes(1)}
      run={begin}
    >
      <DurationField label={t('addItem.planned')} value={length} onChange={setLength} autoFocus />
      <p className="k-hint">{t('pacing.break.what')}</p>
    </OneStepForm>
  );
}
