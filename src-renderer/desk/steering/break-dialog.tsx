import { useState } from 'react';
import { type Duration, minutes } from '#core/time/units.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { DurationField } from '../../kit/duration-field.tsx';
import { useT } from '../app/i18n.ts';
import { useSteeringActions } from './steering-actions.ts';

/** A break now, of any length: one figure, one key. */
export function BreakDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const actions = useSteeringActions();
  const [length, setLength] = useState<Duration | null>(minutes(10));
  const begin = (): void => {
    if (length === null || length < minutes(1)) return;
    onClose();
    void actions.takeBreak(length);
  };
  return (
    <Dialog
      title={t('steering.break.title')}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
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
    </Dialog>
  );
}
