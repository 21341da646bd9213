import { useState } from 'react';
import type { ItemId } from '#core/model/agenda-item.ts';
import { isPending } from '#core/model/agenda-item.ts';
import { itemOf, orderedItems } from '#core/model/meeting.ts';
import { Button } from '#renderer/kit/button.tsx';
import { ComboBox } from '#renderer/kit/combo-box.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { EmptyState } from '#renderer/kit/empty-state.tsx';
import { useOnce } from '#renderer/kit/use-once.ts';
import { useMeeting } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { useItemNames } from '../meeting/item-name.ts';
import { usePacingActions } from '../meeting/pacing-actions.ts';

/** With whom an absent agency changes places. */
export function SwapDialog({ itemId, onClose }: { itemId: ItemId; onClose(): void }) {
  const t = useT();
  const names = useItemNames();
  const meeting = useMeeting();
  const actions = usePacingActions();
  const [chosen, choose] = useState<string | null>(null);
  const { isBusy, once } = useOnce();
  const item = itemOf(meeting, itemId);
  if (item === null) return null;
  const others = orderedItems(meeting).filter((other) => other.id !== itemId && isPending(other));
  const swap = async (): Promise<void> => {
    if (chosen !== null && (await actions.swap(itemId, chosen))) onClose();
  };
  return (
    <Dialog
      title={t('pacing.swap.title', { name: names.brief(meeting, item) })}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{t('kit:cancel')}</Button>
          <Button variant="primary" isDisabled={chosen === null} isPending={isBusy} onPress={() => void once(swap)}>
            {t('pacing.swap.yes')}
          </Button>
        </>
      }
    >
      {others.length === 0 ? (
        <EmptyState title={t('pacing.swap.none')}>{t('pacing.swap.noneWhat')}</EmptyState>
      ) : (
        <div className="k-form">
          <p>{t(item.status === 'called' ? 'pacing.swap.called' : 'pacing.swap.waiting')}</p>
          <ComboBox
            label={t('pacing.swap.with')}
            options={others.map((other) => ({
              id: other.id,
              label: names.full(meeting, other),
              ...(names.brief(meeting, other) === names.full(meeting, other)
                ? {}
                : { detail: names.brief(meeting, other) }),
            }))}
            value={chosen}
            onChange={choose}
            autoFocus
          />
        </div>
      )}
    </Dialog>
  );
}
