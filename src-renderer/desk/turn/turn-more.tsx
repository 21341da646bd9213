import { memo } from 'react';
import type { ItemId } from '#core/model/agenda-item.ts';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { Menu, type MenuEntry } from '#renderer/kit/menu.tsx';
import { useDialog, useReadOnly } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { capOf } from '../kernel/keys/keymap.ts';
import { usePacingActions } from '../meeting/pacing-actions.ts';

/** "Cukup", when the leader says so. */
export const ConcludeButton = memo(function ConcludeButton() {
  const t = useT();
  const isDisabled = useReadOnly();
  const actions = usePacingActions();
  return (
    <Button isDisabled={isDisabled} keys={capOf('conclude')} onPress={() => void actions.conclude()}>
      {t('pacing.enough')}
    </Button>
  );
});

/** What paces the day beyond this turn. */
export const TurnMore = memo(function TurnMore({ itemId, hasStarted }: { itemId: ItemId; hasStarted: boolean }) {
  const t = useT();
  const readOnly = useReadOnly();
  const { open } = useDialog();
  const entries: MenuEntry[] = [
    ...(hasStarted
      ? []
      : [
          {
            id: 'swap',
            label: t('pacing.swap.entry'),
            icon: 'swap' as const,
            isDisabled: readOnly,
            run: () => open({ kind: 'swap', itemId }),
          },
        ]),
    {
      id: 'refit',
      label: t('pacing.adjust'),
      icon: 'refit',
      keys: capOf('refit'),
      isDisabled: readOnly,
      run: () => open({ kind: 'refit' }),
    },
    {
      id: 'chart',
      label: t('pacing.chart.title'),
      icon: 'dayChart',
      keys: capOf('dayChart'),
      run: () => open({ kind: 'dayChart' }),
    },
  ];
  return (
    <Menu label={t('pacing.more')} trigger={<IconButton icon="more" label={t('pacing.more')} />} entries={entries} />
  );
});
