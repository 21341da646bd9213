import { newMeetingForm } from './home/new-meeting-card.tsx';
import { dialogOf, type Prepared, screenOf, scriptOnDemand } from './kernel/on-demand.tsx';
import { prepareSheetCheck } from './sheet/sheet-check.ts';

// A start shows the start screen, which is in the first script; everything else comes when there is time.
/** The screens of a meeting, which follow the start screen. */
export const meetingScreens = scriptOnDemand(() => import('./meeting-screens.ts'));
const settings = scriptOnDemand(() => import('./settings-and-data.tsx'));
const board = scriptOnDemand(() => import('./board/board-screen.tsx'));
const often = scriptOnDemand(() => import('./dialogs-often.ts'));
const seldom = scriptOnDemand(() => import('./dialogs-seldom.ts'));

export const MeetingScreen = screenOf(meetingScreens, (script) => script.MeetingScreen);
export const OneScreen = screenOf(meetingScreens, (script) => script.OneScreen);
export const BoardScreen = screenOf(board, (script) => script.BoardScreen);
export const SettingsScreen = screenOf(settings, (script) => script.SettingsAndData);

export const AddItemDialog = dialogOf(often, (script) => script.AddItemDialog);
export const ItemDialog = dialogOf(often, (script) => script.ItemDialog);
export const FollowUpDialog = dialogOf(often, (script) => script.FollowUpDialog);
export const ConcernsDialog = dialogOf(often, (script) => script.ConcernsDialog);
export const MoveNoteDialog = dialogOf(often, (script) => script.MoveNoteDialog);
export const BreakDialog = dialogOf(often, (script) => script.BreakDialog);
export const ConcludeDialog = dialogOf(often, (script) => script.ConcludeDialog);
export const RefitDialog = dialogOf(often, (script) => script.RefitDialog);
export const SwapDialog = dialogOf(often, (script) => script.SwapDialog);
export const ProjectorDialog = dialogOf(often, (script) => script.ProjectorDialog);
export const SlidePagesDialog = dialogOf(often, (script) => script.SlidePagesDialog);
export const SearchDialog = dialogOf(often, (script) => script.SearchDialog);
export const AgencyPageDialog = dialogOf(often, (script) => script.AgencyPageDialog);

export const AgencyDirectoryDialog = dialogOf(seldom, (script) => script.AgencyDirectoryDialog);
export const SlidesDialog = dialogOf(seldom, (script) => script.SlidesDialog);
export const PasteAgenciesDialog = dialogOf(seldom, (script) => script.PasteAgenciesDialog);
export const PasteRundownDialog = dialogOf(seldom, (script) => script.PasteRundownDialog);
export const AttendeeDialog = dialogOf(seldom, (script) => script.AttendeeDialog);
export const RestoreDialog = dialogOf(seldom, (script) => script.RestoreDialog);
export const CopyDialog = dialogOf(seldom, (script) => script.CopyDialog);
export const MinutesDialog = dialogOf(seldom, (script) => script.MinutesDialog);
export const HelpDialog = dialogOf(seldom, (script) => script.HelpDialog);
export const MeetingDetailsDialog = dialogOf(seldom, (script) => script.MeetingDetailsDialog);
export const DayChartDialog = dialogOf(seldom, (script) => script.DayChartDialog);
export const PackDialog = dialogOf(seldom, (script) => script.PackDialog);
export const TakeDialog = dialogOf(seldom, (script) => script.TakeDialog);
export const ContinueDialog = dialogOf(seldom, (script) => script.ContinueDialog);
export const WordingDialog = dialogOf(seldom, (script) => script.WordingDialog);

const sheetCheck: Prepared = {
  prepare: () => prepareSheetCheck().catch((error: unknown) => console.error('ekspose: no schema of the sheet', error)),
};

/** Everything else that may be wanted; what keys reach in the middle of a turn first. */
export const OTHER_SCRIPTS: readonly Prepared[] = [
  often,
  seldom,
  newMeetingForm,
  board,
  // Before the settings, which read zod too: both in one task would hold a key up for 50 ms on an old laptop.
  sheetCheck,
  settings,
];
