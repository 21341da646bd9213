import { spentAt } from '#core/schedule/turn-clock.ts';
import { formatTimer } from '#core/text/format.ts';
import { ConfirmDialog } from '#renderer/kit/confirm-dialog.tsx';
import { useAsk, useClock, useMeeting } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';
import { useItemNames } from '../meeting/item-name.ts';
import { turnStep } from '../meeting/turn-step.ts';

/** Closes the open meeting; in the middle of a turn it asks first, and says what will happen to the turn. */
export function closeMeeting({ store, ui, ask }: Pick<DeskRuntime, 'store' | 'ui' | 'ask'>): void {
  const { meeting } = store.current();
  const at = meeting === null ? null : turnStep(meeting).at;
  if (at === 'called' || at === 'running' || at === 'paused') {
    ui.update((state) => ({ ...state, dialog: { kind: 'closeMeeting' } }));
  } else void ask('meeting.close', {});
}

export function CloseMeetingDialog({ onClose }: { onClose(): void }) {
  const meeting = useMeeting();
  const step = turnStep(meeting);
  const live = step.at === 'called' || step.at === 'running' || step.at === 'paused' ? step : null;
  return live === null ? null : <Question step={live} onClose={onClose} />;
}

type Live = Extract<ReturnType<typeof turnStep>, { at: 'called' | 'running' | 'paused' }>;

function Question({ step: { at, item }, onClose }: { step: Live; onClose(): void }) {
  const t = useT();
  const ask = useAsk();
  const names = useItemNames();
  const meeting = useMeeting();
  const spent = spentAt(item.turn, useClock().mono());
  return (
    <ConfirmDialog
      title={t('closing.title')}
      isOpen
      confirmLabel={t('closing.yes')}
      cancelLabel={t('closing.no')}
      onConfirm={() => {
        onClose();
        void ask('meeting.close', {});
      }}
      onCancel={onClose}
    >
      <p>{t(`closing.${at}`, { name: names.brief(meeting, item), time: formatTimer(spent) })}</p>
    </ConfirmDialog>
  );
}
