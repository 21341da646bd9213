import agenda from './desk/agenda.json';
import attendance from './desk/attendance.json';
import backups from './desk/backups.json';
import exports from './desk/exports.json';
import followUps from './desk/follow-ups.json';
import help from './desk/help.json';
import home from './desk/home.json';
import kernel from './desk/kernel.json';
import lists from './desk/lists.json';
import meeting from './desk/meeting.json';
import meetingDetails from './desk/meeting-details.json';
import notes from './desk/notes.json';
import oneScreen from './desk/one-screen.json';
import pacing from './desk/pacing.json';
import projector from './desk/projector.json';
import rehearsal from './desk/rehearsal.json';
import search from './desk/search.json';
import secondDesk from './desk/second-desk.json';
import settings from './desk/settings.json';
import sheet from './desk/sheet.json';
import shell from './desk/shell.json';
import turn from './desk/turn.json';
import wording from './desk/wording.json';

/** The desk's words, one file a feature. */
export default {
  ...agenda,
  ...attendance,
  ...backups,
  ...exports,
  ...followUps,
  ...help,
  ...home,
  ...kernel,
  ...lists,
  ...meeting,
  ...meetingDetails,
  ...notes,
  ...oneScreen,
  ...pacing,
  ...projector,
  ...rehearsal,
  ...search,
  ...secondDesk,
  ...settings,
  ...sheet,
  ...shell,
  ...turn,
  ...wording,
};
