import type { KeyAction } from '../kernel/keys/keymap.ts';

/**
 * Whether a key works while the room looks at the desk's own window. Keys that open a dialog do not: it could contain
 * words that are not for the room, such as a private note or all of the minutes.
 */
export function worksInOneScreen(action: KeyAction): boolean {
  switch (action.do) {
    case 'startPause':
    case 'finishNext':
    case 'addTime':
    case 'postpone':
    case 'skip':
    case 'blank':
    case 'layout':
    case 'turnPage':
    case 'oneScreen':
    case 'liveTyping':
    case 'pin':
    case 'takeOff':
    case 'author':
    case 'kind':
    case 'visibility':
    case 'focusNote':
    case 'undo':
    case 'redo':
      return true;
    case 'callShown':
    case 'conclude':
    case 'refit':
    case 'dayChart':
    case 'projector':
    case 'goToPage':
    case 'arrangeProjector':
    case 'export':
    case 'exportAgain':
    case 'copyPaper':
    case 'wording':
    case 'search':
    case 'help':
    case 'authorAgency':
    case 'followUp':
    case 'keepProblem':
    case 'focusCarried':
    case 'reportFollowUp':
    case 'extendFollowUp':
    case 'refuseExtension':
    case 'agencyPage':
    case 'board':
    case 'focusAgenda':
    case 'focusTurn':
    case 'viewCurrent':
      return false;
    default:
      return action satisfies never;
  }
}
