import type { CommandType } from '#core/commands/apply.ts';
import type { DeskRuntime } from '../runtime.ts';

/** Reports what was done and offers to take it back. Older offers are removed: they would take back something else. */
export function offerUndo({ toasts, t }: DeskRuntime, text: string, undo: () => void): void {
  for (const toast of toasts.get()) if (toast.undoes === true) toasts.dismiss(toast.id);
  toasts.show({ tone: 'info', text, undoes: true, action: { label: t('domain:undo'), run: undo } });
}

/** The same for a command of the meeting: it checks that it was the last step before it acts. */
export function showUndoToast(runtime: DeskRuntime, type: CommandType, text: string): void {
  const { toasts, store, t, ask } = runtime;
  offerUndo(runtime, text, () => {
    if (store.current().undo?.type === type) void ask('history.undo', {});
    else toasts.show({ tone: 'info', text: t('toast.undoGone') });
  });
}

/** The same for what was said of follow-ups, in the meeting, the register, or some in either: one press takes all of it back. */
export function showEntriesUndoToast(
  runtime: DeskRuntime,
  text: string,
  written: { readonly meeting: boolean; readonly register: boolean },
): void {
  const { toasts, store, t, ask } = runtime;
  offerUndo(runtime, text, async () => {
    const { undo, register } = store.current();
    const isLast =
      (!written.meeting || undo?.type === 'entry.add') && (!written.register || register.undo === 'entry.add');
    if (!isLast) {
      toasts.show({ tone: 'info', text: t('toast.undoGone') });
      return;
    }
    if (written.register) await ask('register.undo', {});
    if (written.meeting) await ask('history.undo', {});
  });
}
