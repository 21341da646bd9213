import { useDialog, useRuntime } from './kernel/desk-context.tsx';
import { KeepUnread } from './kernel/forms/keep-unread.tsx';
import { formKey } from './kernel/forms/use-form-state.ts';
import {
  AddItemDialog,
  AgencyDirectoryDialog,
  AgencyPageDialog,
  AttendeeDialog,
  BreakDialog,
  ConcernsDialog,
  ConcludeDialog,
  ContinueDialog,
  CopyDialog,
  DayChartDialog,
  FollowUpDialog,
  HelpDialog,
  ItemDialog,
  MeetingDetailsDialog,
  MinutesDialog,
  MoveNoteDialog,
  PasteAgenciesDialog,
  PasteRundownDialog,
  ProjectorDialog,
  RefitDialog,
  RestoreDialog,
  SearchDialog,
  SlidePagesDialog,
  SlidesDialog,
  SwapDialog,
  WordingDialog,
} from './parts.ts';
import { OtherDayDialog } from './rehearsal/other-day-dialog.tsx';
import { CloseMeetingDialog } from './shell/close-meeting-dialog.tsx';
import { InterruptionDialog } from './turn/interruption-dialog.tsx';

/** The one open dialog, and the question after an interruption, which comes before all others. */
export function Dialogs() {
  const scope = formKey(useRuntime());
  const { dialog, close } = useDialog();
  return (
    <KeepUnread scope={scope}>
      {dialog?.kind === 'item' && <ItemDialog itemId={dialog.itemId} isOpen onClose={close} />}
      {dialog?.kind === 'addItem' && <AddItemDialog onClose={close} />}
      {dialog?.kind === 'pasteAgencies' && <PasteAgenciesDialog onClose={close} />}
      {dialog?.kind === 'pasteRundown' && <PasteRundownDialog onClose={close} />}
      {dialog?.kind === 'followUp' && (
        <FollowUpDialog noteId={dialog.noteId} followUpId={dialog.followUpId} isOpen onClose={close} />
      )}
      {dialog?.kind === 'attendee' && <AttendeeDialog attendeeId={dialog.attendeeId} onClose={close} />}
      {dialog?.kind === 'closeMeeting' && <CloseMeetingDialog onClose={close} />}
      {dialog?.kind === 'moveNote' && <MoveNoteDialog noteId={dialog.noteId} onClose={close} />}
      {dialog?.kind === 'concerns' && <ConcernsDialog noteId={dialog.noteId} onClose={close} />}
      {dialog?.kind === 'minutes' && <MinutesDialog exists={dialog.exists} onClose={close} />}
      {dialog?.kind === 'wording' && <WordingDialog itemId={dialog.itemId ?? null} onClose={close} />}
      {dialog?.kind === 'copy' && <CopyDialog text={dialog.text} onClose={close} />}
      {dialog?.kind === 'details' && <MeetingDetailsDialog isOpen onClose={close} />}
      {dialog?.kind === 'restore' && <RestoreDialog {...dialog} onClose={close} />}
      {dialog?.kind === 'search' && <SearchDialog onClose={close} />}
      {dialog?.kind === 'help' && <HelpDialog onClose={close} />}
      {dialog?.kind === 'refit' && <RefitDialog onClose={close} />}
      {dialog?.kind === 'agencyPage' && <AgencyPageDialog agencyId={dialog.agencyId} onClose={close} />}
      {dialog?.kind === 'agencyDirectory' && <AgencyDirectoryDialog onClose={close} />}
      {dialog?.kind === 'continueMeeting' && <ContinueDialog {...dialog} onClose={close} />}
      {dialog?.kind === 'dayChart' && <DayChartDialog onClose={close} />}
      {dialog?.kind === 'breakNow' && <BreakDialog onClose={close} />}
      {dialog?.kind === 'conclude' && <ConcludeDialog itemId={dialog.itemId} onClose={close} />}
      {dialog?.kind === 'swap' && <SwapDialog itemId={dialog.itemId} onClose={close} />}
      {dialog?.kind === 'slides' && <SlidesDialog itemId={dialog.itemId} files={dialog.files} onClose={close} />}
      {dialog?.kind === 'slidePages' && <SlidePagesDialog itemId={dialog.itemId} onClose={close} />}
      {dialog?.kind === 'arrangeProjector' && <ProjectorDialog announcing={dialog.announcing} onClose={close} />}
      <OtherDayDialog />
      <InterruptionDialog />
    </KeepUnread>
  );
}
