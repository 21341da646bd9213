import type { BackupRow } from '#core/model/backup.ts';
import type { MeetingId } from '#core/model/meeting.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';

/**
 * Puts a backup in the place of a meeting, which is open then.
 * @returns false when it was refused (already told in a toast)
 */
export async function restore(runtime: DeskRuntime, meetingId: MeetingId, row: BackupRow): Promise<boolean> {
  const { ask, composer, store, ui } = runtime;
  const answer = await ask('backup.restore', { meetingId, place: row.place, name: row.name });
  if (answer === null) return false;
  // What stood in the box belongs to the state before, and is in its backup; the box shows what was restored.
  composer.load(null);
  composer.load(store.current().meeting);
  ui.update((state) => ({ ...state, screen: 'meeting', viewed: null, dialog: null, editing: [] }));
  return true;
}
