import agencyDirectory from './desk/agency-directory.json' with { type: 'json' };
import agencyPage from './desk/agency-page.json' with { type: 'json' };
import agenda from './desk/agenda.json' with { type: 'json' };
import attendance from './desk/attendance.json' with { type: 'json' };
import backups from './desk/backups.json' with { type: 'json' };
import board from './desk/board.json' with { type: 'json' };
import exports from './desk/exports.json' with { type: 'json' };
import followUps from './desk/follow-ups.json' with { type: 'json' };
import help from './desk/help.json' with { type: 'json' };
import home from './desk/home.json' with { type: 'json' };
import kernel from './desk/kernel.json' with { type: 'json' };
import lists from './desk/lists.json' with { type: 'json' };
import meeting from './desk/meeting.json' with { type: 'json' };
import meetingDetails from './desk/meeting-details.json' with { type: 'json' };
import moving from './desk/moving.json' with { type: 'json' };
import notes from './desk/notes.json' with { type: 'json' };
import oneScreen from './desk/one-screen.json' with { type: 'json' };
import pacing from './desk/pacing.json' with { type: 'json' };
import problems from './desk/problems.json' with { type: 'json' };
import projector from './desk/projector.json' with { type: 'json' };
import rehearsal from './desk/rehearsal.json' with { type: 'json' };
import search from './desk/search.json' with { type: 'json' };
import secondDesk from './desk/second-desk.json' with { type: 'json' };
import series from './desk/series.json' with { type: 'json' };
import settings from './desk/settings.json' with { type: 'json' };
import sheet from './desk/sheet.json' with { type: 'json' };
import shell from './desk/shell.json' with { type: 'json' };
import slides from './desk/slides.json' with { type: 'json' };
import turn from './desk/turn.json' with { type: 'json' };
import wording from './desk/wording.json' with { type: 'json' };

/** The desk's words, one file a feature. */
export default {
  ...agenda,
  ...agencyDirectory,
  ...agencyPage,
  ...board,
  ...problems,
  ...series,
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
  ...moving,
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
  ...slides,
  ...turn,
  ...wording,
};
