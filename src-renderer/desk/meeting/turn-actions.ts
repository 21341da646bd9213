import type { Command, CommandType } from '#core/commands/apply.ts';
import type { AgendaItem, ItemId } from '#core/model/agenda-item.ts';
import { itemOf, type Meeting } from '#core/model/meeting.ts';
import { spentAt } from '#core/schedule/turn-clock.ts';
import { type Mono, seconds } from '#core/time/units.ts';
import { shownItem } from '#core/views/selected-item.ts';
import { useRuntime } from '../kernel/desk-context.tsx';
import type { DeskRuntime } from '../kernel/runtime.ts';
import { showUndoToast } from '../kernel/toasts/undo-toast.ts';
import { begin } from './begin-meeting.ts';
import { followAfter } from './follow-after.ts';
import { briefName } from './item-name.ts';
import { endedByCall, turnStep } from './turn-step.ts';

export interface TurnActions {
  /** F8: start, pause or resume, depending on the state. */
  startPause(): Promise<void>;
  /**
   * F9: finish and call the next; without an active turn it calls the next. If the settings say so, it also starts that
   * item's clock.
   */
  finishNext(): Promise<void>;
  finishOnly(): Promise<void>;
  addTime(by: number): Promise<void>;
  /** Calls an item at once, in or out of order; an active turn is ended by the same step. */
  call(itemId: ItemId): Promise<void>;
  postpone(itemId?: ItemId): Promise<boolean>;
  skip(itemId?: ItemId): Promise<boolean>;
  bringBack(itemId: ItemId): Promise<void>;
  /**
   * @param next is selected instead, if the item still is when it has been removed; else what is going on
   * @returns whether it was removed
   */
  remove(itemId: ItemId, next?: ItemId | null): Promise<boolean>;
}

/** Within this time after its start a turn is not ended by the key that started it: the key was pressed twice. */
const TWICE = seconds(2);
const isJustStarted = ({ turn }: AgendaItem, now: Mono): boolean =>
  turn.ledger.at(-1)?.what === 'start' && spentAt(turn, now) < TWICE;

/** What the operator does with turns, for buttons and keys alike. */
export function turnActions(runtime: DeskRuntime): TurnActions {
  const { store, ui, send, toasts, t } = runtime;
  const meetingNow = (): Meeting | null => store.current().meeting;
  const shown = (itemId: ItemId | undefined): AgendaItem | null => {
    const meeting = meetingNow();
    if (meeting === null) return null;
    return itemId === undefined ? shownItem(meeting, ui.get().selected) : itemOf(meeting, itemId);
  };

  /** Sends what concerns one item, and offers undo. */
  const withUndo = async (
    itemId: ItemId | undefined,
    type: Extract<CommandType, 'turn.postpone' | 'turn.skip' | 'agenda.remove'>,
    toast: 'postponed' | 'skipped' | 'removed',
  ): Promise<boolean> => {
    const item = shown(itemId);
    const meeting = meetingNow();
    if (item === null || meeting === null) return false;
    const name = briefName(t, meeting, item);
    const command: Command = { type, itemId: item.id };
    if (!(await send(command))) return false;
    showUndoToast(runtime, type, t(`toast.${toast}`, { name }));
    return true;
  };

  const call = async (itemId: ItemId): Promise<void> => {
    const meeting = meetingNow();
    const [ended, called] = meeting === null ? [null, null] : [endedByCall(meeting), itemOf(meeting, itemId)];
    if (meeting === null || ended === null || called === null) {
      await followAfter(runtime, begin(runtime, { type: 'turn.call', itemId }));
      return;
    }
    const [from, to] = [briefName(t, meeting, ended), briefName(t, meeting, called)];
    if (await followAfter(runtime, send({ type: 'turn.call', itemId, finish: true })))
      showUndoToast(runtime, 'turn.call', t('toast.calledInstead', { from, to }));
  };

  /** A second press of a key must not skip an agency. */
  const tellNotStarted = (name: string): void => {
    toasts.show({
      tone: 'info',
      text: t('toast.notStarted', { name }),
      forRoom: true,
      action: {
        label: t('toast.finishStarts'),
        run: () => {
          void runtime.ask('settings.edit', { fields: { finishStarts: true } }).then((answer) => {
            if (answer !== null) toasts.show({ tone: 'success', text: t('toast.finishStartsOn'), forRoom: true });
          });
        },
      },
    });
  };

  return {
    startPause: async () => {
      const meeting = meetingNow();
      if (meeting === null) return;
      const step = turnStep(meeting);
      switch (step.at) {
        case 'before':
        case 'between':
        case 'called':
          await followAfter(runtime, begin(runtime, { type: 'turn.start' }));
          return;
        case 'running':
          await send({ type: 'turn.pause' });
          return;
        case 'paused':
          await send({ type: 'turn.resume' });
          return;
        case 'allDone':
        case 'finished':
          toasts.show({ tone: 'info', text: t(`toast.${step.at}`), forRoom: true });
          return;
        default:
          step satisfies never;
      }
    },
    finishNext: async () => {
      const meeting = meetingNow();
      if (meeting === null) return;
      const step = turnStep(meeting);
      const starts = store.current().settings.finishStarts;
      switch (step.at) {
        case 'running':
        case 'paused': {
          if (starts && isJustStarted(step.item, runtime.clock.mono())) {
            const name = briefName(t, meeting, step.item);
            toasts.show({ tone: 'info', text: t('toast.justStarted', { name }), forRoom: true });
            return;
          }
          await followAfter(runtime, send({ type: 'turn.finish', callNext: true, start: starts }));
          return;
        }
        case 'called':
          if (starts) await followAfter(runtime, send({ type: 'turn.start' }));
          else tellNotStarted(briefName(t, meeting, step.item));
          return;
        case 'before':
        case 'between':
          if (starts) await followAfter(runtime, send({ type: 'turn.start' }));
          else await call(step.next.id);
          return;
        case 'allDone':
        case 'finished':
          toasts.show({ tone: 'info', text: t(`toast.${step.at}`), forRoom: true });
          return;
        default:
          step satisfies never;
      }
    },
    finishOnly: async () => {
      await send({ type: 'turn.finish', callNext: false });
    },
    addTime: async (by) => {
      if (!(await send({ type: 'turn.addTime', by }))) return;
      const text = t(by > 0 ? 'toast.added' : 'toast.taken', { count: Math.abs(by) / 60_000 });
      toasts.show({ tone: 'success', text, forRoom: true });
    },
    call,
    postpone: (itemId) => withUndo(itemId, 'turn.postpone', 'postponed'),
    skip: (itemId) => withUndo(itemId, 'turn.skip', 'skipped'),
    remove: async (itemId, next = null) => {
      if (!(await withUndo(itemId, 'agenda.remove', 'removed'))) return false;
      const selected = next === meetingNow()?.current ? null : next;
      ui.update((state) => (state.selected === itemId ? { ...state, selected } : state));
      return true;
    },
    bringBack: async (itemId) => {
      const item = shown(itemId);
      const meeting = meetingNow();
      if (item === null || meeting === null || !(await send({ type: 'turn.bringBack', itemId }))) return;
      const name = briefName(t, meeting, item);
      toasts.show({ tone: 'success', text: t('toast.broughtBack', { name }) });
    },
  };
}

export const useTurnActions = (): TurnActions => turnActions(useRuntime());
