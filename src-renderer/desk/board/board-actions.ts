import { useMemo } from 'react';
import type { AgencyId } from '#core/model/agency.ts';
import type { FollowUpStatus } from '#core/model/follow-up.ts';
import { useRuntime } from '../kernel/desk-context.tsx';
import type { DeskRuntime } from '../kernel/runtime.ts';
import { offerUndo } from '../kernel/toasts/undo-toast.ts';

export interface BoardActions {
  /** Says of each of these that it has this status now, in the open meeting or between meetings. */
  setStatus(ids: readonly string[], status: FollowUpStatus): Promise<boolean>;
  openAgency(agencyId: AgencyId): void;
}

function boardActions(runtime: DeskRuntime): BoardActions {
  const { ask, toasts, t, ui } = runtime;
  return {
    async setStatus(ids, status) {
      const answer = await ask('matter.entry', { subjectIds: [...ids], by: null, fields: { status } });
      // The refusal was reported.
      if (answer === null) return false;
      const text = t('board.entered', { count: ids.length, status: t(`domain:followUpStatus.${status}`) });
      const { inMeeting, inRegister } = answer;
      // One step takes back what is in one document; in two of them it is two.
      const undo = inMeeting.length === 0 ? 'register.undo' : inRegister.length === 0 ? 'history.undo' : null;
      if (undo === null) toasts.show({ tone: 'success', text });
      else offerUndo(runtime, text, () => void ask(undo, {}));
      return true;
    },
    openAgency: (agencyId) => ui.update((state) => ({ ...state, dialog: { kind: 'agencyPage', agencyId } })),
  };
}

/** The same for as long as the window is open: rows that are given it are not drawn again for its sake. */
export function useBoardActions(): BoardActions {
  const runtime = useRuntime();
  return useMemo(() => boardActions(runtime), [runtime]);
}
