/** What may happen on a computer with many meetings; what happens often stands here more than once. */
export const DEEDS = [
  'begin',
  'addAgency',
  'order',
  'order',
  'keep',
  'report',
  'report',
  'report',
  'extend',
  'solve',
  'recur',
  'delete',
  'continue',
  'continue',
  'continue',
  'finish',
  'reopen',
  'say',
  'say',
  'undo',
  'undo',
  'unsay',
  'cut',
  'keepDiscarded',
  'hand',
  'withdraw',
  'thereAndBack',
  'restore',
  'restore',
  'backUp',
  'importTwin',
  'otherPc',
  'merge',
  'clockBack',
] as const;
export type Action = (typeof DEEDS)[number];

/** `a` chooses the meeting, `b` what of it. */
export interface Step {
  readonly action: Action;
  readonly a: number;
  readonly b: number;
}

const course = (...steps: readonly (readonly [Action, number, number])[]): readonly Step[] =>
  steps.map(([action, a, b]) => ({ action, a, b }));

/** Courses in which something was wrong once. */
export const FOUND: readonly (readonly Step[])[] = [
  // What was said between meetings and taken back came again with a closed meeting that was handed over.
  course(['order', 0, 0], ['say', 0, 0], ['finish', 0, 0], ['unsay', 0, 0], ['hand', 0, 0]),
  // What was undone in a meeting came again when it was handed over after another one that had a copy of it.
  course(['order', 0, 1], ['continue', 0, 0], ['report', 1, 0], ['hand', 0, 0], ['undo', 0, 0], ['hand', 0, 0]),
  // What was undone in a meeting came again when another one that had a copy of it was handed over after it.
  course(
    ['keep', 0, 0],
    ['solve', 0, 0],
    ['continue', 0, 0],
    ['finish', 1, 0],
    ['undo', 0, 0],
    ['hand', 0, 0],
    ['hand', 0, 0],
  ),
  // After a power cut undo put back a list without what the meeting had taken in since from the one before it.
  course(
    ['order', 0, 1],
    ['continue', 0, 0],
    ['order', 1, 1],
    ['delete', 1, 1],
    ['order', 0, 1],
    ['cut', 1, 0],
    ['undo', 1, 0],
  ),
  // Undo took away an agency that the meeting before had given something.
  course(
    ['order', 0, 1],
    ['continue', 0, 0],
    ['addAgency', 1, 0],
    ['addAgency', 0, 0],
    ['order', 0, 3],
    ['undo', 1, 0],
  ),
  // A meeting was restored without what was withdrawn with its second one, deleted after it.
  course(
    ['order', 0, 1],
    ['backUp', 0, 0],
    ['importTwin', 0, 0],
    ['withdraw', 0, 0],
    ['withdraw', 0, 0],
    ['restore', 0, 0],
  ),
  // A backup that was imported beside its meeting said again what was undone in that.
  course(['order', 0, 1], ['report', 0, 2], ['backUp', 0, 0], ['undo', 0, 0], ['importTwin', 0, 0]),
  // The copy of what was undone in a meeting that was handed over since does not count: the register stands for that.
  course(['order', 0, 1], ['continue', 0, 0], ['report', 0, 2], ['solve', 1, 0], ['undo', 0, 0], ['hand', 0, 0]),
  // A backup was newer than what another computer brought of its meeting, which had been deleted here.
  course(
    ['order', 0, 0],
    ['otherPc', 0, 0],
    ['report', 0, 0],
    ['backUp', 0, 0],
    ['keepDiscarded', 0, 0],
    ['merge', 0, 0],
    ['importTwin', 0, 0],
  ),
];
