import type { Command, CommandType } from '#core/commands/apply.ts';

/**
 * Fields that contain an identifier, a choice, a time or a date, or what a note was before: never text that was typed here. A
 * test compares them with the schemas of all commands.
 */
const NOT_TYPED =
  /^(?:type|key|ids?|hash|kind|visibility|role|acting|status|due|into|before|base|layout|zone|date|fixedStart|concerns|whom|choice|chair|answer|by|pics|verifiedBy)$|Ids?$|At$/;

/** The typed texts in a command, or in a form. */
export function typedIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(typedIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => (NOT_TYPED.test(name) ? [] : typedIn(field)));
}

/** The typed text in a command, for a reader: one line per field; empty if there is none. */
export const wordsOf = (command: Command): string => typedIn(command).join('\n');

/** Commands with the same result however often they are sent. */
const REPEATABLE: ReadonlySet<CommandType> = new Set<CommandType>([
  'draft.set',
  'draft.drop',
  'note.add',
  'note.edit',
  'wording.edit',
  'sheet.edit',
  'meeting.edit',
  'item.edit',
  'agency.edit',
  'attendance.edit',
  'followUp.edit',
  'entry.add',
  'problem.solve',
  'problem.edit',
  'leader.edit',
]);

/** Whether it may be sent again if its answer never came; any other might be done twice, or far too late. */
export const mayRepeat = (command: Command): boolean =>
  REPEATABLE.has(command.type) && (command.type !== 'note.add' || command.id !== undefined);

/** Whether the window keeps it until it is saved: commands with typed text, and those that discard it. */
export const isKept = (command: Command): boolean =>
  command.type === 'draft.drop' || command.type === 'sheet.edit' || wordsOf(command) !== '';
