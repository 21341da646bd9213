import type { FollowUpStatus } from '#core/model/follow-up.ts';
import { useRuntime } from '../kernel/desk-context.tsx';
import type { DeskRuntime } from '../kernel/runtime.ts';
import { offerUndo } from '../kernel/toasts/undo-toast.ts';

export interface BoardActions {
  /** Says of each of these that it has this status now, in the open meeting or between meetings. */
  setStatus(ids: readonly string[], status: FollowUpStatus): Promise<boolean>;
}

function boardActions(runtime: DeskRuntime): BoardActions {
  const { ask, toasts, t } = runtime;
  return {
    async setStatus(ids, status) {
      const answer = await ask('matter.entry', { subjectIds: [...ids], by: null, fields: { status } });
      // The refusal was reported.
      if (answer === null) return false;
      const text = t('board.entered', { count: ids.length, status: t(`domain:followUpStatus.${status}`) });
      // One step of the register takes all of them back; the open meeting has a step for each.
      const undo = answer.inMeeting.length === 0 ? 'register.undo' : ids.length === 1 ? 'history.undo' : null;
      if (undo === null) toasts.show({ tone: 'success', text });
      else offerUndo(runtime, text, () => void ask(undo, {}));
      return true;
    },
  };
}

export const useBoardActions = (): BoardActions => boardActions(useRuntime());
