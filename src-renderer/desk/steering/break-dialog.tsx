import { type Duration, minutes } from '#core/time/units.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { DurationField } from '../../kit/duration-field.tsx';
import { useT } from '../app/i18n.ts';
import { useFormGuard } from '../app/use-form-guard.tsx';
import { useFormState } from '../app/use-form-state.ts';
import { useSteeringActions } from './steering-actions.ts';

const USUAL = minutes(10);

/** A break now, of any length: one figure, one key. */
export function BreakDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const actions = useSteeringActions();
  const [length, setLength] = useFormState<Duration | null>(USUAL, 'length');
  const { close, done, question } = useFormGuard(length !== USUAL, t('steering.break.title'), onClose);
  const begin = (): void => {
    if (length === null || length < minutes(1)) return;
    done();
    void actions.takeBreak(length);
  };
  return (
    <Dialog
      title={t('steering.break.title')}
      isOpen
      onClose={close}
      size="small"
      footer={
        <>
          <Button onPress={close}>{t('cancel')}</Button>
          <Button variant="primary" isDisabled={length === null || length < minutes(1)} onPress={begin}>
            {t('steering.break.begin')}
          </Button>
        </>
      }
    >
      <form
        className="k-form"
        onSubmit={(event) => {
          event.preventDefault();
          begin();
        }}
      >
        <DurationField label={t('addItem.planned')} value={length} onChange={setLength} autoFocus />
        <p className="k-hint">{t('steering.break.what')}</p>
        <button type="submit" className="k-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
      {question}
    </Dialog>
  );
}
