import { isSameKop } from '#core/model/kop.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { useDeskValue, useMeetingValue, useReadOnly, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { showUndoToast } from '../kernel/toasts/undo-toast.ts';

/** Says that a closed meeting prints its own letterhead if that of the settings has changed, and offers to replace it. */
export function KeptKop() {
  const t = useT();
  const runtime = useRuntime();
  const readOnly = useReadOnly();
  const kept = useMeetingValue((meeting) => meeting.kop);
  const settings = useDeskValue((view) => view.settings);
  if (kept === null || isSameKop(kept, settings)) return null;
  const renew = async (): Promise<void> => {
    if (await runtime.send({ type: 'meeting.renewKop' })) {
      showUndoToast(runtime, 'meeting.renewKop', t('details.kopRenewed'));
    }
  };
  const { office, government } = kept.letterhead;
  return (
    <Notice
      tone="info"
      action={
        <Button size="small" isDisabled={readOnly} onPress={() => void renew()}>
          {t('details.renewKop')}
        </Button>
      }
    >
      {t('details.keptKop', { name: office || government || t('details.kopOfEmblem') })}
    </Notice>
  );
}
