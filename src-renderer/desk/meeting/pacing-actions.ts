import type { ItemId } from '#core/model/agenda-item.ts';
import { itemOf, limitsOf } from '#core/model/meeting.ts';
import type { RefitRow } from '#core/pacing/refit.ts';
import { effectiveLimits, spentAt } from '#core/schedule/turn-clock.ts';
import type { Duration } from '#core/time/units.ts';
import { MINUTE } from '#core/time/units.ts';
import { useRuntime } from '../kernel/desk-context.tsx';
import type { DeskRuntime } from '../kernel/runtime.ts';
import { showUndoToast } from '../kernel/toasts/undo-toast.ts';
import { begin } from './begin-meeting.ts';
import { followAfter } from './follow-after.ts';
import { briefName } from './item-name.ts';

export interface PacingActions {
  /** "Cukup": leaves a minute of the active turn; if it has no more than that, asks whether to end it. */
  conclude(): Promise<void>;
  /**
   * Begins a break of this length at once.
   * @returns whether it has begun
   */
  takeBreak(planned: Duration): Promise<boolean>;
  /** Ends the active turn, as of `ago` ms ago, and calls the next. */
  finish(ago: number): Promise<void>;
  /** Starts the called item, as of `ago` ms ago. */
  start(ago: number): Promise<void>;
  /** @returns whether they were exchanged */
  swap(itemId: ItemId, withId: ItemId): Promise<boolean>;
  /** @returns whether the limits were accepted */
  refit(changes: readonly { readonly itemId: ItemId; readonly limits: RefitRow['after'] }[]): Promise<boolean>;
}

/** Actions that pace the day, for buttons and keys alike. Each is one command, and offers undo. */
export function pacingActions(runtime: DeskRuntime): PacingActions {
  const { store, ui, send, toasts, clock, t } = runtime;
  return {
    conclude: async () => {
      const { meeting } = store.current();
      const item = meeting === null ? null : itemOf(meeting, meeting.current);
      if (meeting === null || item === null || (item.status !== 'running' && item.status !== 'paused')) {
        toasts.show({ tone: 'info', text: t('pacing.nobody') });
        return;
      }
      const { hard } = effectiveLimits(limitsOf(meeting, item), item.turn.added);
      if (hard !== null && hard - spentAt(item.turn, clock.mono()) <= MINUTE) {
        ui.update((state) => ({ ...state, dialog: { kind: 'conclude', itemId: item.id } }));
        return;
      }
      if (!(await send({ type: 'turn.conclude', within: MINUTE }))) return;
      showUndoToast(runtime, 'turn.conclude', t('pacing.concluded', { name: briefName(t, meeting, item) }));
    },
    takeBreak: async (planned) => {
      if (!(await followAfter(runtime, send({ type: 'turn.break', planned })))) return false;
      showUndoToast(runtime, 'turn.break', t('pacing.break.begun', { count: planned / MINUTE }));
      return true;
    },
    finish: async (ago) => {
      await followAfter(runtime, send({ type: 'turn.finish', callNext: true, ago }));
    },
    start: async (ago) => {
      await followAfter(runtime, begin(runtime, { type: 'turn.start', ago }));
    },
    swap: async (itemId, withId) => {
      const { meeting } = store.current();
      if (!(await followAfter(runtime, send({ type: 'turn.swap', itemId, withId })))) return false;
      const [one, other] = [itemId, withId].map((id) => {
        const item = meeting === null ? null : itemOf(meeting, id);
        return meeting === null || item === null ? '' : briefName(t, meeting, item);
      });
      showUndoToast(runtime, 'turn.swap', t('pacing.swapped', { one, other }));
      return true;
    },
    refit: async (changes) => {
      if (!(await send({ type: 'agenda.adjust', items: changes.map((change) => ({ ...change })) }))) return false;
      showUndoToast(runtime, 'agenda.adjust', t('pacing.adjusted', { count: changes.length }));
      return true;
    },
  };
}

export const usePacingActions = (): PacingActions => pacingActions(useRuntime());
