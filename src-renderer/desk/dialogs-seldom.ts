// The dialogs of before and after a meeting, loaded as one.
export { AgencyDirectoryDialog } from './agency-directory/agency-directory-dialog.tsx';
export { PasteAgenciesDialog } from './agenda/paste-agencies-dialog.tsx';
export { PasteRundownDialog } from './agenda/paste-rundown-dialog.tsx';
export { AttendeeDialog } from './attendance/attendee-dialog.tsx';
export { RestoreDialog } from './backups/restore-dialog.tsx';
export { CopyDialog } from './exports/copy-dialog.tsx';
export { MinutesDialog } from './exports/export-dialog.tsx';
export { HelpDialog } from './help/help-dialog.tsx';
export { MeetingDetailsDialog } from './meeting-details/meeting-details-dialog.tsx';
export { PackDialog } from './moving/pack-dialog.tsx';
export { TakeDialog } from './moving/take-dialog.tsx';
export { DayChartDialog } from './pacing/day-chart-dialog.tsx';
export { ContinueDialog } from './series/continue-dialog.tsx';
export { SlidesDialog } from './slides/slides-dialog.tsx';
export { WordingDialog } from './wording/wording-dialog.tsx';
