import type { Hit, HitPlace } from '#core/archive/search.ts';
import { itemOf } from '#core/model/meeting.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';
import type { TurnTab } from '../kernel/ui-store.ts';
import { briefName } from '../meeting/item-name.ts';
import { turnStep } from '../meeting/turn-step.ts';

type Runtime = Pick<DeskRuntime, 'store' | 'ui' | 'ask' | 'toasts' | 't'>;

/** Whether another meeting may be opened now: in the middle of a turn it is refused, in words. */
function mayLeave({ store, toasts, t }: Runtime): boolean {
  const { meeting } = store.current();
  if (meeting === null) return true;
  const step = turnStep(meeting);
  if (step.at !== 'called' && step.at !== 'running' && step.at !== 'paused') return true;
  toasts.show({ tone: 'info', text: t('search.turnRunning', { name: briefName(t, meeting, step.item) }) });
  return false;
}

/** What a place shows beside the turn. */
const tabOf = ({ followUpId, noteId }: HitPlace): TurnTab | null =>
  followUpId !== null ? 'followUps' : noteId === null ? 'sheet' : null;

/**
 * Goes to what was found: the page of an agency; of everything else its meeting is opened if another one is, its item
 * selected, its note focused. While a turn is running the meeting stays open, and a message says why.
 */
export async function openHit(runtime: Runtime, { kind, ...place }: HitPlace & Pick<Hit, 'kind'>): Promise<void> {
  const { store, ui, ask, toasts, t } = runtime;
  const { meetingId, agencyId } = place;
  if (kind === 'agency' && agencyId !== null) {
    ui.update((state) => ({ ...state, dialog: { kind: 'agencyPage', agencyId } }));
    return;
  }
  if (meetingId === null) {
    toasts.show({ tone: 'info', text: t('search.notHere') });
    return;
  }
  if (store.current().meeting?.id !== meetingId) {
    if (!mayLeave(runtime)) return;
    await ask('meeting.open', { meetingId });
  }
  const { meeting } = store.current();
  // Refused, which was said already.
  if (meeting?.id !== meetingId) return;
  const item = itemOf(meeting, place.itemId);
  const tab = tabOf(place);
  ui.update((state) => ({
    ...state,
    screen: 'meeting',
    ...(item === null ? {} : { selected: item.id === meeting.current ? null : item.id }),
    ...(item === null || tab === null ? {} : { tab }),
    wantedNote: item === null ? null : place.noteId,
  }));
}
