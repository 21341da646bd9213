import type { Command, CommandType } from '#core/commands/apply.ts';

/** Fields that hold an identifier or a choice, never what somebody typed. */
const NOT_TYPED =
  /^(?:type|key|id|kind|visibility|role|status|due|into|before|layout|zone|date|concerns|choice|chair|term)$|Ids?$|At$/;

function typedIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(typedIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => (NOT_TYPED.test(name) ? [] : typedIn(field)));
}

/** What somebody typed that a command carries, for a reader: one line for each field; empty for a mere press of a key. */
export const wordsOf = (command: Command): string => typedIn(command).join('\n');

/** Commands that come to the same however often they are sent. */
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
  'leader.edit',
]);

/** Whether it may be sent again when its answer never came; anything else might be done twice, or far too late. */
export const mayRepeat = (command: Command): boolean =>
  REPEATABLE.has(command.type) && (command.type !== 'note.add' || command.id !== undefined);

/** Whether the window keeps it until it is saved: what carries words, and what gives words up. */
export const isKept = (command: Command): boolean =>
  command.type === 'draft.drop' || command.type === 'sheet.edit' || wordsOf(command) !== '';
