import type { AgendaItem } from '#core/model/agenda-item.ts';
import { isPending } from '#core/model/agenda-item.ts';
import { IconButton } from '#renderer/kit/button.tsx';
import { Menu, type MenuEntry } from '#renderer/kit/menu.tsx';
import { useDialog, useReadOnly } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { capOf } from '../kernel/keys/keymap.ts';
import { useCallLabel } from '../meeting/call-label.ts';
import { useTurnActions } from '../meeting/turn-actions.ts';

/** What can be done with one item, as far as its state allows. */
export function AgendaRowMenu({ item, name, isCurrent }: { item: AgendaItem; name: string; isCurrent: boolean }) {
  const t = useT();
  const readOnly = useReadOnly();
  const { open } = useDialog();
  const actions = useTurnActions();
  const callLabel = useCallLabel(item);
  const entry = (id: string, label: string, run: () => void, more: Partial<MenuEntry> = {}): MenuEntry => ({
    id,
    label,
    run,
    ...more,
  });
  const entries: MenuEntry[] = [
    ...(isPending(item)
      ? [entry('call', callLabel, () => void actions.call(item.id), { icon: 'call', keys: capOf('callShown') })]
      : []),
    ...(item.status === 'done' || item.status === 'skipped' || item.status === 'postponed'
      ? [
          entry('back', t('turn.bringBack'), () => void actions.bringBack(item.id), {
            icon: 'undo',
            keys: capOf('callShown'),
          }),
        ]
      : []),
    ...(item.status !== 'done' && item.status !== 'skipped'
      ? [
          entry('postpone', t('turn.postpone'), () => void actions.postpone(item.id), {
            icon: 'postpone',
            keys: capOf('postpone'),
          }),
        ]
      : []),
    ...(isPending(item) || item.status === 'called'
      ? [entry('skip', t('turn.skip'), () => void actions.skip(item.id), { icon: 'skip', keys: capOf('skip') })]
      : []),
    ...(isPending(item) || item.status === 'called'
      ? [entry('swap', t('steering.swap.entry'), () => open({ kind: 'swap', itemId: item.id }), { icon: 'swap' })]
      : []),
    entry('edit', t('agenda.edit'), () => open({ kind: 'item', itemId: item.id }), { icon: 'edit', keys: 'Enter' }),
    ...(isCurrent
      ? []
      : [
          entry('remove', t('agenda.remove'), () => void actions.remove(item.id), {
            icon: 'trash',
            keys: 'Del',
            isDanger: true,
          }),
        ]),
  ];
  return (
    <Menu
      label={t('agenda.actionsOf', { name })}
      trigger={
        <IconButton
          icon="more"
          size="small"
          isDisabled={readOnly}
          className="d-row-more"
          label={t('agenda.actionsOf', { name })}
        />
      }
      entries={entries}
    />
  );
}
