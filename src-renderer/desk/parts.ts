import type { DeskView } from '#core/views/desk.ts';
import { NewMeetingCard } from './home/new-meeting-card.tsx';
import { dialogOnDemand, type OnDemand, screenOnDemand } from './kernel/on-demand.tsx';
import { prepareSheetCheck } from './sheet/sheet-check.ts';

// A start shows the start screen, which is in the first script; everything else comes when there is time.
const meeting = () => import('./meeting-screens.ts');
const settings = () => import('./settings-and-data.tsx');
const board = () => import('./board/board-screen.tsx');
const often = () => import('./dialogs-often.ts');
const seldom = () => import('./dialogs-seldom.ts');

export const MeetingScreen = screenOnDemand(async () => (await meeting()).MeetingScreen);
export const OneScreen = screenOnDemand(async () => (await meeting()).OneScreen);
export const BoardScreen = screenOnDemand(async () => (await board()).BoardScreen);
export const SettingsScreen = screenOnDemand(async () => (await settings()).SettingsAndData);

export const AddItemDialog = dialogOnDemand(async () => (await often()).AddItemDialog);
export const ItemDialog = dialogOnDemand(async () => (await often()).ItemDialog);
export const FollowUpDialog = dialogOnDemand(async () => (await often()).FollowUpDialog);
export const ConcernsDialog = dialogOnDemand(async () => (await often()).ConcernsDialog);
export const MoveNoteDialog = dialogOnDemand(async () => (await often()).MoveNoteDialog);
export const BreakDialog = dialogOnDemand(async () => (await often()).BreakDialog);
export const ConcludeDialog = dialogOnDemand(async () => (await often()).ConcludeDialog);
export const RefitDialog = dialogOnDemand(async () => (await often()).RefitDialog);
export const SwapDialog = dialogOnDemand(async () => (await often()).SwapDialog);
export const ProjectorDialog = dialogOnDemand(async () => (await often()).ProjectorDialog);
export const SlidePagesDialog = dialogOnDemand(async () => (await often()).SlidePagesDialog);
export const SearchDialog = dialogOnDemand(async () => (await often()).SearchDialog);

export const AgencyPageDialog = dialogOnDemand(async () => (await often()).AgencyPageDialog);

export const AgencyDirectoryDialog = dialogOnDemand(async () => (await seldom()).AgencyDirectoryDialog);
export const SlidesDialog = dialogOnDemand(async () => (await seldom()).SlidesDialog);
export const PasteAgenciesDialog = dialogOnDemand(async () => (await seldom()).PasteAgenciesDialog);
export const PasteRundownDialog = dialogOnDemand(async () => (await seldom()).PasteRundownDialog);
export const AttendeeDialog = dialogOnDemand(async () => (await seldom()).AttendeeDialog);
export const RestoreDialog = dialogOnDemand(async () => (await seldom()).RestoreDialog);
export const CopyDialog = dialogOnDemand(async () => (await seldom()).CopyDialog);
export const MinutesDialog = dialogOnDemand(async () => (await seldom()).MinutesDialog);
export const HelpDialog = dialogOnDemand(async () => (await seldom()).HelpDialog);
export const MeetingDetailsDialog = dialogOnDemand(async () => (await seldom()).MeetingDetailsDialog);
export const DayChartDialog = dialogOnDemand(async () => (await seldom()).DayChartDialog);
export const PackDialog = dialogOnDemand(async () => (await seldom()).PackDialog);
export const TakeDialog = dialogOnDemand(async () => (await seldom()).TakeDialog);
export const ContinueDialog = dialogOnDemand(async () => (await seldom()).ContinueDialog);
export const WordingDialog = dialogOnDemand(async () => (await seldom()).WordingDialog);

type Part = Pick<OnDemand<never>, 'prepare'>;

/** The first screen of a window; `null` for the start screen, which is there. @param oneScreen whether the desk's window is the projector */
export const firstScreen = (view: DeskView, oneScreen: boolean): Part | null =>
  view.meeting === null ? null : oneScreen ? OneScreen : MeetingScreen;

const sheetCheck: Part = {
  prepare: () => prepareSheetCheck().catch((error: unknown) => console.error('ekspose: no schema of the sheet', error)),
};

/** The screens of a meeting, which follow the start screen. */
export const MEETING_SCREENS: readonly Part[] = [MeetingScreen, OneScreen];

/** Everything else that may be wanted, by the script that it is in; what keys reach in the middle of a turn first. */
export const OTHER_PARTS: readonly (readonly Part[])[] = [
  [
    AddItemDialog,
    ItemDialog,
    FollowUpDialog,
    ConcernsDialog,
    MoveNoteDialog,
    BreakDialog,
    ConcludeDialog,
    RefitDialog,
    SwapDialog,
    ProjectorDialog,
    SearchDialog,
    SlidePagesDialog,
    AgencyPageDialog,
  ],
  [
    AgencyDirectoryDialog,
    SlidesDialog,
    PasteAgenciesDialog,
    PasteRundownDialog,
    AttendeeDialog,
    RestoreDialog,
    CopyDialog,
    MinutesDialog,
    HelpDialog,
    MeetingDetailsDialog,
    DayChartDialog,
    PackDialog,
    TakeDialog,
    ContinueDialog,
    WordingDialog,
  ],
  [NewMeetingCard],
  [BoardScreen],
  // Before the settings, which read zod too: both in one task would hold a key up for 50 ms on an old laptop.
  [sheetCheck],
  [SettingsScreen],
];
