import type { Command } from '#core/commands/apply.ts';
import { otherDay } from '#core/model/rehearsal.ts';
import { type DeskRuntime, looksOn } from '../kernel/runtime.ts';

/**
 * Sends what puts an item on the floor. A meeting that would begin with it on another day than its own is asked about
 * first: nothing is sent then, and the question does what is answered.
 * @returns whether it was sent and accepted
 */
export async function begin(runtime: DeskRuntime, command: Command): Promise<boolean> {
  const { store, clock, ui, send } = runtime;
  const { meeting, seat, readOnly } = store.current();
  // Who may only look on is told so, and not asked.
  const mayBegin = !readOnly && !looksOn(seat, store.client);
  if (meeting === null || !mayBegin || otherDay(meeting, clock.now()) === null) return send(command);
  ui.update((state) => ({ ...state, dialog: { kind: 'otherDay', command } }));
  return false;
}

/** Opens a copy of the meeting to be rehearsed in. @param command what is done in it at once */
export async function rehearse({ ask, send, toasts, t }: DeskRuntime, command: Command | null = null): Promise<void> {
  if ((await ask('meeting.rehearse', {})) === null) return;
  toasts.show({ tone: 'info', text: t('rehearsal.begun') });
  if (command !== null) await send(command);
}
