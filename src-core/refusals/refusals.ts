import { z } from 'zod';

/** Why something was not done: a command, a request, a save, an export. Each code is a sentence in `locales/<lang>/errors.json`. */
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
  'unknownProblem',
  'extensionNotLater',
  'problemKept',
  'problemRaised',
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
  'registerUnreadable',
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

/** A refused command: nothing was changed. `params` fill the placeholders of the message. */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly params: Record<string, string | number>;
  /** @param cause the system's error, for the log */
  constructor(code: RefusalCode, params: Record<string, string | number> = {}, cause?: unknown) {
    super(code, cause === undefined ? {} : { cause });
    this.name = 'Refused';
    this.code = code;
    this.params = params;
  }
}
