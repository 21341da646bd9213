import type { Draft as Mutable } from 'immer';
import { z } from 'zod';
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

/** Why a command was not carried out. Each code is a sentence in `locales/<lang>/errors.json`. */
export const REFUSALS = [
  'badMessage',
  'notAllowed',
  'noMeeting',
  'meetingChanging',
  'quitting',
  'otherDesk',
  'unknownItem',
  'unknownNote',
  'unknownAgency',
  'unknownFollowUp',
  'unknownAttendee',
  'turnRunning',
  'noTurn',
  'turnNotCalled',
  'turnNotRunning',
  'turnNotPaused',
  'itemNotWaiting',
  'itemDone',
  'itemIsCurrent',
  'nothingToBringBack',
  'nothingToCut',
  'notAdjustable',
  'outageOpen',
  'meetingFinished',
  'limitsUnsound',
  'noteEmpty',
  'noteChanged',
  'noteTooLong',
  'noteNotShown',
  'notePrivate',
  'noteStillPrivate',
  'noteMerged',
  'noteNotMerged',
  'mergeDifferent',
  'moveDifferent',
  'titleEmpty',
  'announcementEmpty',
  'textTooLong',
  'agencyNameEmpty',
  'agencyNameTooLong',
  'agencyExists',
  'agencyInUse',
  'noAgencies',
  'agendaStarted',
  'rehearsalTooLate',
  'nothingToUndo',
  'nothingToRedo',
  'meetingUnreadable',
  'meetingFromFuture',
  'meetingPresent',
  'readOnly',
  'saveFailed',
  'diskFull',
  'diskDenied',
  'diskGone',
  'diskBusy',
  'backupFailed',
  'backupUnreadable',
  'backupFromFuture',
  'unknownBackup',
  'exportFailed',
  'exportExists',
  'exportBusy',
  'exportFull',
  'exportDenied',
  'exportGone',
  'exportUnderWay',
  'exportNothing',
  'noBrowser',
  'cannotShow',
  'emblemUnsound',
  'internal',
] as const;
export const RefusalCode = z.enum(REFUSALS);
export type RefusalCode = z.infer<typeof RefusalCode>;

/** A refused command: nothing was changed. `params` fill the placeholders of the sentence. */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly params: Record<string, string | number>;
  /** @param cause what the system said, for the log */
  constructor(code: RefusalCode, params: Record<string, string | number> = {}, cause?: unknown) {
    super(code, cause === undefined ? {} : { cause });
    this.name = 'Refused';
    this.code = code;
    this.params = params;
  }
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
