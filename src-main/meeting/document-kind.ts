import { COMMAND_TYPES, type CommandType } from '#core/commands/apply.ts';
import { brokenRules } from '#core/commands/broken-rules.ts';
import { MEETING_SCHEMA, Meeting } from '#core/model/meeting.ts';
import { MEETING_MIGRATIONS, type Migrations } from './migrations.ts';

/** A kind of document that is stored as a snapshot and a journal of its changes: what differs between them. */
export interface DocumentKind<D, T extends string = string> {
  /** Names the snapshot's file, the document in it, and its format. */
  readonly word: 'meeting' | 'register';
  /** The present stored form; a file of a later one is never rewritten. */
  readonly schema: number;
  readonly migrations: Migrations;
  /** The commands that undo may meet. */
  readonly commands: readonly T[];
  /** Checks a value of the present form. */
  parse(
    stored: unknown,
  ): { readonly success: true; readonly data: D } | { readonly success: false; readonly error: Error };
  /** The rules that a document breaks, in words. */
  brokenRules(document: D): readonly string[];
}

export const MEETING: DocumentKind<Meeting, CommandType> = {
  word: 'meeting',
  schema: MEETING_SCHEMA,
  migrations: MEETING_MIGRATIONS,
  commands: COMMAND_TYPES,
  parse: (stored) => Meeting.safeParse(stored),
  brokenRules,
};
