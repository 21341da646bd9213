import { itemOf } from '#core/model/meeting.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { useItemNames } from '../agenda/item-name.ts';
import { useMeeting } from '../app/desk-context.tsx';
import { useT } from '../app/i18n.ts';
import { useSteeringActions } from './steering-actions.ts';

/** "Cukup" for a turn with hardly any time left: whether to end it now. */
export function ConcludeDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const names = useItemNames();
  const actions = useSteeringActions();
  const meeting = useMeeting();
  const item = itemOf(meeting, meeting.current);
  if (item === null) return null;
  return (
    <ConfirmDialog
      title={t('steering.conclude.title')}
      isOpen
      confirmLabel={t('steering.conclude.yes')}
      onCancel={onClose}
      onConfirm={() => {
        onClose();
        void actions.finish(0);
      }}
    >
      <p>{t('steering.conclude.what', { name: names.full(meeting, item) })}</p>
    </ConfirmDialog>
  );
}
