import type { BackupRow } from '#core/model/backup.ts';
import type { MeetingId } from '#core/model/meeting.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';

/**
 * Replaces a meeting by a backup and opens it.
 * @returns false if it was refused (already reported in a toast)
 */
export async function restore(runtime: DeskRuntime, meetingId: MeetingId, row: BackupRow): Promise<boolean> {
  const { ask, composer, store, ui } = runtime;
  const wasOpen = store.current().meeting?.id === meetingId;
  const answer = await ask('backup.restore', { meetingId, place: row.place, name: row.name });
  if (answer === null) return false;
  ui.update((state) => ({ ...state, screen: 'meeting' }));
  // Another meeting has begun with its own words already, and somebody may be typing in it.
  if (!wasOpen) return true;
  // The text in the note box belongs to the state before, and is in its backup; the box shows what was restored.
  composer.load(null);
  composer.load(store.current().meeting);
  ui.update((state) => ({ ...state, selected: null, editing: [] }));
  return true;
}
