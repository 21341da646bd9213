import type { Patch } from 'immer';
import type { DeskView } from '#core/views/desk.ts';
import { mayBeSeen } from '#core/views/projector.ts';

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The parts of the desk's view besides the meeting, in the order in which they are compared. */
const AROUND = [
  'settings',
  'meetings',
  'saved',
  'undo',
  'redo',
  'readOnly',
  'lastBackup',
  'exporting',
  'host',
  'notices',
] as const;

/**
 * The patches that turn one desk view into the next. The meeting's own come from the command that changed it, so that a
 * change costs what it changes and not what the meeting holds.
 * @param meetingPatches the change to the open meeting; `null` when another meeting (or none) is open now
 */
export function deskPatches(before: DeskView, after: DeskView, meetingPatches: readonly Patch[] | null): Patch[] {
  const patches: Patch[] = [];
  if (meetingPatches === null) {
    if (before.meeting !== after.meeting) patches.push({ op: 'replace', path: ['meeting'], value: after.meeting });
  } else {
    for (const patch of meetingPatches) patches.push({ ...patch, path: ['meeting', ...patch.path] });
  }
  for (const key of AROUND) {
    if (!isSame(before[key], after[key])) patches.push({ op: 'replace', path: [key], value: after[key] });
  }
  return patches;
}

/** Whether the same change can make the room's view another one. Its arguments are those of `deskPatches`. */
export function roomMayDiffer(before: DeskView, after: DeskView, meetingPatches: readonly Patch[] | null): boolean {
  const { meeting } = after;
  if (before.settings !== after.settings || meetingPatches === null || meeting === null) return true;
  return meetingPatches.some(({ path }) => mayBeSeen(meeting, path));
}
