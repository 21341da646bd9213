import type { ReactNode } from 'react';
import { useDialog, useRuntime } from './kernel/desk-context.tsx';
import { KeepUnread } from './kernel/forms/keep-unread.tsx';
import { formKey } from './kernel/forms/kept-forms.ts';
import { type EverywhereDialog, standsEverywhere } from './kernel/ui-store.ts';
import { useStoreValue } from './kernel/value-store.ts';
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
  PackDialog,
  PasteAgenciesDialog,
  PasteRundownDialog,
  ProjectorDialog,
  RefitDialog,
  RestoreDialog,
  SearchDialog,
  SlidePagesDialog,
  SlidesDialog,
  SwapDialog,
  TakeDialog,
  WordingDialog,
} from './parts.ts';
import { OtherDayDialog } from './rehearsal/other-day-dialog.tsx';
import { CloseMeetingDialog } from './shell/close-meeting-dialog.tsx';
import { InterruptionDialog } from './turn/interruption-dialog.tsx';

/** Keeps what cannot be read in the open dialog, and starts over when a form was put back that it is to show. */
function KeptDialog({ children }: { children: ReactNode }) {
  const runtime = useRuntime();
  const { dialog } = useDialog();
  const times = useStoreValue(runtime.ui, ({ givenBack }) => givenBack[JSON.stringify(dialog)] ?? 0);
  return (
    <KeepUnread key={times} scope={formKey(runtime)}>
      {children}
    </KeepUnread>
  );
}

/** The one open dialog, if it is one that is drawn on every screen. */
export function EverywhereDialogs() {
  const { dialog, close } = useDialog();
  if (dialog === null || !standsEverywhere(dialog)) return null;
  return <KeptDialog>{everywhere(dialog, close)}</KeptDialog>;
}

function everywhere(dialog: EverywhereDialog, close: () => void): ReactNode {
  switch (dialog.kind) {
    case 'agencyDirectory':
      return <AgencyDirectoryDialog onClose={close} />;
    case 'agencyPage':
      return <AgencyPageDialog agencyId={dialog.agencyId} onClose={close} />;
    case 'continueMeeting':
      return <ContinueDialog {...dialog} onClose={close} />;
    case 'copy':
      return <CopyDialog text={dialog.text} onClose={close} />;
    case 'help':
      return <HelpDialog onClose={close} />;
    case 'packAll':
      return <PackDialog onClose={close} />;
    case 'restore':
      return <RestoreDialog {...dialog} onClose={close} />;
    case 'search':
      return <SearchDialog onClose={close} />;
    case 'takeIn':
      return <TakeDialog file={dialog.file} onClose={close} />;
    default:
      return dialog satisfies never;
  }
}

/** The one open dialog of the meeting, and the question after an interruption, which comes before all others. */
export function Dialogs() {
  const { dialog, close } = useDialog();
  return (
    <>
      <KeptDialog>
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
        {dialog?.kind === 'details' && <MeetingDetailsDialog isOpen onClose={close} />}
        {dialog?.kind === 'refit' && <RefitDialog onClose={close} />}
        {dialog?.kind === 'dayChart' && <DayChartDialog onClose={close} />}
        {dialog?.kind === 'breakNow' && <BreakDialog onClose={close} />}
        {dialog?.kind === 'conclude' && <ConcludeDialog itemId={dialog.itemId} onClose={close} />}
        {dialog?.kind === 'swap' && <SwapDialog itemId={dialog.itemId} onClose={close} />}
        {dialog?.kind === 'slides' && <SlidesDialog itemId={dialog.itemId} files={dialog.files} onClose={close} />}
        {dialog?.kind === 'slidePages' && <SlidePagesDialog itemId={dialog.itemId} onClose={close} />}
        {dialog?.kind === 'arrangeProjector' && <ProjectorDialog announcing={dialog.announcing} onClose={close} />}
      </KeptDialog>
      <OtherDayDialog />
      <InterruptionDialog />
    </>
  );
}
