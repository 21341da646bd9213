import type { Draft as Mutable } from 'immer';
import type { z } from 'zod';
import type { Kop } from '../model/kop.ts';
import type { Meeting } from '../model/meeting.ts';
import type { Instant, Mono } from '../time/units.ts';

/** What a command may know of the world besides the meeting; given in, so that the rules stay pure. */
export interface CommandContext {
  readonly at: Instant;
  readonly mono: Mono;
  /** A new identifier, unique in the meeting. */
  newId(): string;
  /** The user's kop as it is now; absent where nobody has one. */
  readonly kop?: Kop;
}

export type MeetingDraft = Mutable<Meeting>;

export interface CommandDefinition<S extends z.ZodType> {
  readonly payload: S;
  /** Changes the draft, or throws `Refused` (the draft is then dropped). */
  apply(meeting: MeetingDraft, payload: z.output<S>, context: CommandContext): void;
  /**
   * Whether undo takes it back. Typing (`draft.*`) is not undone by it, nor is what the projector shows (`screen.*`).
   */
  readonly undoable: boolean;
}

/** Ties a payload's schema to its rule, so that the rule's parameter has the schema's type. */
export const define = <S extends z.ZodType>(
  payload: S,
  apply: CommandDefinition<S>['apply'],
  undoable = true,
): CommandDefinition<S> => ({ payload, apply, undoable });
