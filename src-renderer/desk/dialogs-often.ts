// The dialogs that a turn may need, loaded as one.

export { AgencyPageDialog } from './agency-page/agency-page-dialog.tsx';
export { AddItemDialog } from './agenda/add-item-dialog.tsx';
export { ItemDialog } from './agenda/item-dialog.tsx';
export { FollowUpDialog } from './follow-ups/follow-up-dialog.tsx';
export { ConcernsDialog } from './notes/concerns-dialog.tsx';
export { MoveNoteDialog } from './notes/move-note-dialog.tsx';
export { BreakDialog } from './pacing/break-dialog.tsx';
export { ConcludeDialog } from './pacing/conclude-dialog.tsx';
export { RefitDialog } from './pacing/refit-dialog.tsx';
export { SwapDialog } from './pacing/swap-dialog.tsx';
export { ProjectorDialog } from './projector/projector-dialog.tsx';
export { SearchDialog } from './search/search-dialog.tsx';
export { SlidePagesDialog } from './slides/slide-pages-dialog.tsx';
