import { useState } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { ConfirmDialog } from '#renderer/kit/confirm-dialog.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { useAsk, useMeetingValue, useReadOnly } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';

/** Says permanently that nothing of this is kept, with the way back to the meeting. */
export function RehearsalBar() {
  const t = useT();
  const ask = useAsk();
  const readOnly = useReadOnly();
  const isRehearsal = useMeetingValue((meeting) => meeting.rehearsalOf !== null);
  const [asking, setAsking] = useState(false);
  if (!isRehearsal) return null;
  return (
    <div className="d-banners">
      <Notice
        tone="info"
        action={
          <Button size="small" isDisabled={readOnly} onPress={() => setAsking(true)}>
            {t('rehearsal.end')}
          </Button>
        }
      >
        {t('rehearsal.now')}
      </Notice>
      <ConfirmDialog
        title={t('rehearsal.endTitle')}
        isOpen={asking}
        confirmLabel={t('rehearsal.end')}
        cancelLabel={t('rehearsal.goOn')}
        onConfirm={() => {
          setAsking(false);
          void ask('meeting.endRehearsal', {});
        }}
        onCancel={() => setAsking(false)}
      >
        <p>{t('rehearsal.endWhat')}</p>
      </ConfirmDialog>
    </div>
  );
}
