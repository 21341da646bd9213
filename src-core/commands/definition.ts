import type { Draft as Mutable } from 'immer';
import type { z } from 'zod';
import type { Kop } from '../model/kop.ts';
import type { Meeting } from '../model/meeting.ts';
import type { Instant, Mono } from '../time/units.ts';

/** What a command may know besides the meeting; passed in, so that the rules stay pure. */
export interface CommandContext {
  readonly at: Instant;
  readonly mono: Mono;
  /** A new identifier, unique in the meeting. */
  newId(): string;
  /** When something was said of a follow-up or a problem last, in any document; absent or `null` if nothing was. */
  lastHeard?(subjectId: string): Instant | null;
  /** Whether another document lists a follow-up or a problem of this one; absent if the context cannot know. */
  isCarried?(subjectId: string): boolean;
  /** The size of a stored file of slides, bytes; `null` if there is none. Absent if the context cannot know. */
  slidesBytes?(hash: string): number | null;
  /** The letterhead of the settings as it is now; absent if there is none. */
  readonly kop?: Kop;
}

export type MeetingDraft = Mutable<Meeting>;

export interface CommandDefinition<S extends z.ZodType> {
  readonly payload: S;
  /** Changes the draft, or throws `Refused` (the draft is then discarded). */
  apply(meeting: MeetingDraft, payload: z.output<S>, context: CommandContext): void;
}

/** Ties a payload's schema to its rule, so that the rule's parameter has the schema's type. */
export const define = <S extends z.ZodType>(
  payload: S,
  apply: CommandDefinition<S>['apply'],
): CommandDefinition<S> => ({ payload, apply });
