import { useMemo } from 'react';
import type { AgencyId } from '#core/model/agency.ts';
import type { FollowUpStatus } from '#core/model/follow-up.ts';
import { useRuntime } from '../kernel/desk-context.tsx';
import type { DeskRuntime } from '../kernel/runtime.ts';
import { showEntriesUndoToast } from '../kernel/toasts/undo-toast.ts';

export interface BoardActions {
  /** Says of each of these that it has this status now, in the open meeting or between meetings. */
  setStatus(ids: readonly string[], status: FollowUpStatus): Promise<boolean>;
  openAgency(agencyId: AgencyId): void;
}

/** What the board does with follow-ups. */
export function boardActions(runtime: DeskRuntime): BoardActions {
  const { ask, t, ui } = runtime;
  return {
    async setStatus(ids, status) {
      const answer = await ask('matter.entry', { subjectIds: [...ids], by: null, fields: { status } });
      // The refusal was reported.
      if (answer === null) return false;
      const text = t('board.entered', { count: ids.length, status: t(`domain:followUpStatus.${status}`) });
      const { inMeeting, inRegister } = answer;
      showEntriesUndoToast(runtime, text, { meeting: inMeeting.length > 0, register: inRegister.length > 0 });
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
