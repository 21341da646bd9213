import { enablePatches, type Patch, produceWithPatches, setUseStrictIteration } from 'immer';
import { z } from 'zod';
import type { Meeting, MeetingId } from '../model/meeting.ts';
import { Refused } from '../refusals/refusals.ts';
import { agendaCommands } from './agenda.ts';
import type { CommandContext, CommandDefinition, MeetingDraft } from './definition.ts';
import { followUpCommands } from './follow-ups.ts';
import { meetingCommands } from './meeting.ts';
import { isUndoable } from './not-undone.ts';
import { noteCommands } from './notes.ts';
import { pacingCommands } from './pacing.ts';
import { problemCommands } from './problems.ts';
import { screenCommands } from './screen.ts';
import { slidesCommands } from './slides.ts';
import { turnCommands } from './turn.ts';
import { wordingCommands } from './wording.ts';

enablePatches();
// A meeting has no symbols and no hidden properties; looking for them doubles the cost of a change to many notes.
setUseStrictIteration(false);

export const COMMANDS = {
  ...turnCommands,
  ...pacingCommands,
  ...agendaCommands,
  ...noteCommands,
  ...wordingCommands,
  ...followUpCommands,
  ...problemCommands,
  ...meetingCommands,
  ...screenCommands,
  ...slidesCommands,
};

export type CommandType = keyof typeof COMMANDS;
export type PayloadOf<T extends CommandType> = z.input<(typeof COMMANDS)[T]['payload']>;
/**
 * A command as a window sends it. `meetingId` names its meeting, so that words typed for one and sent late do not reach
 * another.
 */
export type Command = {
  [T in CommandType]: { readonly type: T; readonly meetingId?: MeetingId } & (PayloadOf<T> extends Record<string, never>
    ? unknown
    : PayloadOf<T>);
}[CommandType];

export const COMMAND_TYPES = Object.keys(COMMANDS) as CommandType[];
const Envelope = z.looseObject({ type: z.string(), meetingId: z.string().optional() });

export interface Applied {
  readonly meeting: Meeting;
  readonly patches: readonly Patch[];
  /** Applied to `meeting`, gives back what it was. */
  readonly inverse: readonly Patch[];
  readonly type: CommandType;
  readonly undoable: boolean;
}

const isCommandType = (type: string): type is CommandType => Object.hasOwn(COMMANDS, type);

/**
 * Checks a message against the commands' schemas and applies it.
 * @param message anything, as it came from a window
 * @throws Refused `badMessage` if it is not a command, `meetingChanging` if it is for another meeting, or the command's
 * own refusal. The meeting is then unchanged.
 */
export function applyCommand(meeting: Meeting, message: unknown, context: CommandContext): Applied {
  const envelope = Envelope.safeParse(message);
  if (!envelope.success || !isCommandType(envelope.data.type)) throw new Refused('badMessage');
  const { type, meetingId, ...rest } = envelope.data;
  if (meetingId !== undefined && meetingId !== meeting.id) throw new Refused('meetingChanging');
  // The registry ties each payload schema to its rule; TypeScript cannot follow that through a lookup by key.
  const definition = COMMANDS[type as CommandType] as unknown as CommandDefinition<z.ZodType>;
  const payload = definition.payload.safeParse(rest);
  if (!payload.success) throw refusalOf(type, rest, payload.error);
  const [next, patches, inverse] = produceWithPatches(meeting, (draft: MeetingDraft) => {
    definition.apply(draft, payload.data, context);
  });
  return { meeting: next, patches, inverse, type: type as CommandType, undoable: isUndoable(type) };
}

/** A field that a user can fill in wrongly has a message of its own; anything else is a message that no window sends. */
function refusalOf(type: string, message: Record<string, unknown>, error: z.ZodError): Refused {
  const fields = error.issues.flatMap((issue) => issue.path.map(String));
  if (fields.includes('limits')) return new Refused('limitsUnsound');
  if (fields.includes('title')) return new Refused('titleEmpty');
  const tooLong = error.issues.find((issue) => issue.code === 'too_big' && issue.origin === 'string');
  if (tooLong !== undefined && 'maximum' in tooLong) {
    const max = Number(tooLong.maximum);
    const { text } = message;
    return (type === 'note.add' || type === 'wording.edit') && typeof text === 'string'
      ? new Refused('noteTooLong', { length: text.length, max })
      : new Refused('textTooLong', { max });
  }
  return new Refused('badMessage');
}
