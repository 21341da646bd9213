import type { ItemId } from '#core/model/agenda-item.ts';
import { itemOf } from '#core/model/meeting.ts';
import { ConfirmDialog } from '#renderer/kit/confirm-dialog.tsx';
import { useMeeting } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { useItemNames } from '../meeting/item-name.ts';
import { usePacingActions } from '../meeting/pacing-actions.ts';

/** "Cukup" for a turn with hardly any time left: asks whether to end it now. */
export function ConcludeDialog({ itemId, onClose }: { itemId: ItemId; onClose(): void }) {
  const t = useT();
  const names = useItemNames();
  const actions = usePacingActions();
  const meeting = useMeeting();
  const item = itemOf(meeting, itemId);
  if (item === null) return null;
  return (
    <ConfirmDialog
      title={t('pacing.conclude.title')}
      isOpen
      confirmLabel={t('pacing.conclude.yes')}
      onCancel={onClose}
      onConfirm={() => {
        onClose();
        void actions.finish(0);
      }}
    >
      <p>{t('pacing.conclude.what', { name: names.full(meeting, item) })}</p>
    </ConfirmDialog>
  );
}
