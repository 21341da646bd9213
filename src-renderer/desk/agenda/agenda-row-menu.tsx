import type { AgendaItem } from '#core/model/agenda-item.ts';
import { isPending } from '#core/model/agenda-item.ts';
import { IconButton } from '#renderer/kit/button.tsx';
import { Menu, type MenuEntry } from '#renderer/kit/menu.tsx';
import { useDialog, useRuntime } from '../kernel/desk-context.tsx';
import { type DeskT, useT } from '../kernel/i18n.ts';
import { capOf } from '../kernel/keys/keymap.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';
import type { DeskDialog } from '../kernel/ui-store.ts';
import { callLabel } from '../meeting/call-label.ts';
import { turnActions } from '../meeting/turn-actions.ts';
import { endedByCall } from '../meeting/turn-step.ts';

export interface RowMenuProps {
  readonly item: AgendaItem;
  readonly name: string;
  readonly isCurrent: boolean;
  readonly readOnly: boolean;
}

/** What can be done with one item, as far as its state allows. */
export function AgendaRowMenu({ item, name, isCurrent, readOnly }: RowMenuProps) {
  const t = useT();
  const runtime = useRuntime();
  const { open } = useDialog();
  return (
    <Menu
      label={t('agenda.actionsOf', { name })}
      trigger={
        <IconButton
          icon="more"
          size="small"
          isDisabled={readOnly}
          excludeFromTabOrder
          className="d-row-more"
          label={t('agenda.actionsOf', { name })}
        />
      }
      entries={() => entriesOf(runtime, t, item, isCurrent, open)}
    />
  );
}

function entriesOf(
  runtime: DeskRuntime,
  t: DeskT,
  item: AgendaItem,
  isCurrent: boolean,
  open: (dialog: DeskDialog) => void,
): MenuEntry[] {
  const actions = turnActions(runtime);
  const { meeting } = runtime.store.current();
  if (meeting === null) return [];
  const entry = (id: string, label: string, run: () => void, more: Partial<MenuEntry> = {}): MenuEntry => ({
    id,
    label,
    run,
    ...more,
  });
  return [
    ...(isPending(item)
      ? [
          entry('call', callLabel(t, endedByCall(meeting), meeting, item), () => void actions.call(item.id), {
            icon: 'call',
            keys: capOf('callShown'),
          }),
        ]
      : []),
    ...(item.status === 'done' || item.status === 'skipped' || item.status === 'postponed'
      ? [
          entry('back', t('domain:bringBack'), () => void actions.bringBack(item.id), {
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
      ? [entry('swap', t('pacing.swap.entry'), () => open({ kind: 'swap', itemId: item.id }), { icon: 'swap' })]
      : []),
    entry('slides', t('slides.menu'), () => open({ kind: 'slides', itemId: item.id, files: [] }), { icon: 'slides' }),
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
}
