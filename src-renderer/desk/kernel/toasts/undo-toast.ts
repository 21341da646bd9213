import type { CommandType } from '#core/commands/apply.ts';
import type { DeskRuntime } from '../runtime.ts';

/**
 * Reports what was done and offers to undo it. An offer that is no longer about the last step would undo something
 * else: older offers are removed, and this one checks before it acts.
 */
export function showUndoToast(runtime: DeskRuntime, type: CommandType, text: string): void {
  const { toasts, store, t, ask } = runtime;
  for (const toast of toasts.get()) if (toast.undoes === true) toasts.dismiss(toast.id);
  toasts.show({
    tone: 'info',
    text,
    undoes: true,
    action: {
      label: t('domain:undo'),
      run: () => {
        if (store.current().undo?.type === type) void ask('history.undo', {});
        else toasts.show({ tone: 'info', text: t('toast.undoGone') });
      },
    },
  });
}
