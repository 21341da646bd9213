import type { Command } from '#core/commands/apply.ts';
import { otherDay } from '#core/model/rehearsal.ts';
import { type DeskRuntime, looksOn } from '../kernel/runtime.ts';

/**
 * Sends a command that calls an item. If that would begin a meeting on another day than its own, nothing is sent and
 * the operator is asked; the answer then does the rest.
 * @returns whether it was sent and accepted
 */
export async function begin(runtime: DeskRuntime, command: Command): Promise<boolean> {
  const { store, clock, ui, send } = runtime;
  const { meeting, seat, readOnly } = store.current();
  // A read-only desk is told so, and not asked.
  const mayBegin = !readOnly && !looksOn(seat, store.client);
  if (meeting === null || !mayBegin || otherDay(meeting, clock.now()) === null) return send(command);
  ui.update((state) => ({ ...state, dialog: { kind: 'otherDay', command } }));
  return false;
}

/** Opens a copy of the meeting for a rehearsal. @param command is done in it at once */
export async function rehearse({ ask, send, toasts, t }: DeskRuntime, command: Command | null = null): Promise<void> {
  if ((await ask('meeting.rehearse', {})) === null) return;
  toasts.show({ tone: 'info', text: t('rehearsal.begun') });
  if (command !== null) await send(command);
}
