import fc from 'fast-check';

/** What a window or a machine may do, and how often. */
const WEIGHTS = {
  note: 9,
  typing: 3,
  undo: 1,
  turn: 1,
  settings: 3,
  say: 2,
  unsay: 1,
  open: 4,
  close: 4,
  create: 1,
  discard: 1,
  restore: 1,
  import: 1,
  backup: 1,
  restoreBackup: 1,
  export: 1,
  stop: 3,
  flush: 1,
  full: 1,
  free: 2,
  wait: 2,
  plug: 1,
  reload: 2,
  lose: 2,
  cut: 2,
} as const;
export type Action = keyof typeof WEIGHTS;
export interface Step {
  readonly action: Action;
  /** Which meeting, page or time the action needs. */
  readonly pick: number;
  /** Turns of the event loop until the next step. */
  readonly pause: number;
}

export const anyStep: fc.Arbitrary<Step> = fc.record({
  action: fc.oneof(
    ...(Object.entries(WEIGHTS) as [Action, number][]).map(([action, weight]) => ({
      weight,
      arbitrary: fc.constant(action),
    })),
  ),
  pick: fc.nat(5),
  pause: fc.oneof(fc.nat(6), fc.nat(60), fc.nat(400)),
});

/** Refusals that an uninvolved page may get; any other is a fault. */
export const EXPECTED: readonly string[] = [
  'noMeeting',
  'meetingChanging',
  'quitting',
  'meetingPresent',
  'meetingUnreadable',
  'unknownItem',
  'turnRunning',
  'itemDone',
  // An undo between two calls of the same item leaves it called.
  'itemNotWaiting',
  'nothingToUndo',
  'nothingToRedo',
  'itemIsCurrent',
  'outageOpen',
  'backupFailed',
  'unknownBackup',
  'diskFull',
  'diskGone',
  'saveFailed',
  'exportFull',
];
