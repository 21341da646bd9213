import type { CommandType } from '#core/commands/apply.ts';
import type { DeskRuntime } from '../runtime.ts';
import { isForRoom } from './toast-store.ts';

/** Reports what was done and offers to take it back. Older offers are removed: they would take back something else. */
export function offerUndo({ toasts, t }: DeskRuntime, text: string, undo: () => void, forRoom = false): void {
  for (const toast of toasts.get()) if (toast.undoes === true) toasts.dismiss(toast.id);
  toasts.show({ tone: 'info', text, undoes: true, forRoom, action: { label: t('domain:undo'), run: undo } });
}

/** @returns whether a command of this kind is the last step of the meeting that is open now, asked later */
function lastHere({ store }: DeskRuntime): (type: CommandType) => boolean {
  const id = store.current().meeting?.id;
  // Another meeting may have been opened since, whose last step is one of the same kind.
  return (type) => store.current().undo?.type === type && store.current().meeting?.id === id;
}

/** The same for a command of the meeting: it checks that it was the last step before it acts. */
export function showUndoToast(runtime: DeskRuntime, type: CommandType, text: string): void {
  const { toasts, t, ask } = runtime;
  const isLast = lastHere(runtime);
  const undo = (): void => {
    if (isLast(type)) void ask('history.undo', {});
    else toasts.show({ tone: 'info', text: t('toast.undoGone'), forRoom: true });
  };
  offerUndo(runtime, text, undo, isForRoom(type));
}

/** The same for what was said of follow-ups, in the meeting, the register, or some in either: one press takes all of it back. */
export function showEntriesUndoToast(
  runtime: DeskRuntime,
  text: string,
  written: { readonly meeting: boolean; readonly register: boolean },
): void {
  const { toasts, store, t, ask } = runtime;
  const isLastHere = lastHere(runtime);
  offerUndo(runtime, text, async () => {
    const isLast =
      (!written.meeting || isLastHere('entry.add')) &&
      (!written.register || store.current().register.undo === 'entry.add');
    if (!isLast) {
      toasts.show({ tone: 'info', text: t('toast.undoGone') });
      return;
    }
    if (written.register) await ask('register.undo', {});
    if (written.meeting) await ask('history.undo', {});
  });
}
