import type { FollowUpStatus } from '#core/model/follow-up.ts';
import { useRuntime } from '../kernel/desk-context.tsx';
import type { DeskRuntime } from '../kernel/runtime.ts';

export interface BoardActions {
  /** Says of each of these that it has this status now, in the open meeting or between meetings. */
  setStatus(ids: readonly string[], status: FollowUpStatus): Promise<boolean>;
}

function boardActions({ ask, toasts, t }: DeskRuntime): BoardActions {
  return {
    async setStatus(ids, status) {
      let count = 0;
      for (const subjectId of ids) {
        const answer = await ask('matter.entry', { subjectId, by: null, fields: { status } });
        // The refusal was reported; what was entered before it stays.
        if (answer === null) break;
        count += 1;
      }
      if (count > 0) {
        toasts.show({
          tone: 'success',
          text: t('board.entered', { count, status: t(`domain:followUpStatus.${status}`) }),
        });
      }
      return count === ids.length;
    },
  };
}

export const useBoardActions = (): BoardActions => boardActions(useRuntime());
