import type { DeskRuntime } from '../kernel/runtime.ts';

/**
 * Shows what is going on as soon as a step was accepted, unless another item was selected before the answer came.
 * @returns whether it was accepted
 */
export async function followAfter({ ui }: Pick<DeskRuntime, 'ui'>, sent: Promise<boolean>): Promise<boolean> {
  const { selected } = ui.get();
  const isAccepted = await sent;
  if (isAccepted) ui.update((state) => (state.selected === selected ? { ...state, selected: null } : state));
  return isAccepted;
}
