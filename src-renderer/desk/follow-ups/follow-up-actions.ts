import { FOLLOW_UP_STATUS, type FollowUpStatus } from '#core/model/follow-up.ts';
import type { FollowUpNow } from '#core/model/follow-up-now.ts';
import { itemOf } from '#core/model/meeting.ts';
import { followUpNow } from '#core/model/meeting-matters.ts';
import { civilDateAt } from '#core/time/zone.ts';
import { shownItem } from '#core/views/selected-item.ts';
import { shiftDate } from '#renderer/kit/date-text.ts';
import { useRuntime } from '../kernel/desk-context.tsx';
import type { DeskRuntime } from '../kernel/runtime.ts';
import { showUndoToast } from '../kernel/toasts/undo-toast.ts';
import { carriedFor } from '../meeting/carried.ts';

/** Days by which one key extends a due date, unless the agency proposed another date. */
export const USUAL_EXTENSION = 14;

export interface FollowUpActions {
  setStatus(followUpId: string, status: FollowUpStatus): Promise<void>;
  /** Not begun, in progress, done, and from there to the first again. */
  nextStatus(followUpId: string): Promise<void>;
  /** Records what the agency asks for, until the leader has answered. */
  propose(followUpId: string, days: number): Promise<void>;
  /** Grants what was proposed, or so many days. */
  grant(followUpId: string, days?: number): Promise<void>;
  refuse(followUpId: string): Promise<void>;
  edit(followUpId: string): void;
}

/** The date of an extension: the proposed one, else so many days after the due date, or after today if that is over. */
export function extendedTo(
  { due, extension }: Pick<FollowUpNow, 'due' | 'extension'>,
  today: string,
  days: number | undefined,
): string {
  if (days === undefined && extension?.answer === 'proposed') return extension.due;
  return shiftDate(due === null || due < today ? today : due, days ?? USUAL_EXTENSION);
}

/** What can be done with a follow-up, for buttons and keys alike. */
export function followUpActions(runtime: DeskRuntime): FollowUpActions {
  const { store, send, t, ui, clock } = runtime;
  const found = (id: string): { followUp: FollowUpNow; today: string } | null => {
    const { meeting } = store.current();
    const followUp = meeting === null ? undefined : followUpNow(meeting, id);
    return meeting === null || followUp === undefined
      ? null
      : { followUp, today: civilDateAt(clock.now(), meeting.zone) };
  };
  const setStatus = async (followUpId: string, status: FollowUpStatus): Promise<void> => {
    if (await send({ type: 'followUp.edit', followUpId, fields: { status } })) {
      showUndoToast(runtime, 'followUp.edit', t(`followUps.toast.${status}`));
    }
  };
  const extend = async (
    followUpId: string,
    answer: 'proposed' | 'granted' | 'refused',
    days: number | undefined,
  ): Promise<void> => {
    const known = found(followUpId);
    if (known === null) return;
    const due = extendedTo(known.followUp, known.today, days);
    if (await send({ type: 'followUp.extend', followUpId, due, answer })) {
      showUndoToast(runtime, 'followUp.extend', t(`followUps.toast.${answer}`));
    }
  };
  return {
    setStatus,
    async nextStatus(followUpId) {
      const known = found(followUpId);
      if (known === null) return;
      const next = FOLLOW_UP_STATUS[FOLLOW_UP_STATUS.indexOf(known.followUp.status) + 1] ?? FOLLOW_UP_STATUS[0];
      await setStatus(followUpId, next);
    },
    propose: (followUpId, days) => extend(followUpId, 'proposed', days),
    grant: (followUpId, days) => extend(followUpId, 'granted', days),
    refuse: (followUpId) => extend(followUpId, 'refused', undefined),
    edit: (followUpId) => ui.update((state) => ({ ...state, dialog: { kind: 'followUp', noteId: null, followUpId } })),
  };
}

export const useFollowUpActions = (): FollowUpActions => followUpActions(useRuntime());

/**
 * The follow-up that a key means: the focused one, else the first open one that came back with the selected agency.
 * @param focused when the key was pressed
 */
export function meantFollowUp(runtime: DeskRuntime, focused: string | null): string | null {
  if (focused !== null) return focused;
  const { meeting } = runtime.store.current();
  if (meeting === null) return null;
  const item = shownItem(meeting, runtime.ui.get().selected);
  const agencyId = item === null ? null : (itemOf(meeting, item.id)?.agencyId ?? null);
  return carriedFor(meeting, agencyId)[0]?.id ?? null;
}
