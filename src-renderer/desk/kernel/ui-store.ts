import type { Command } from '#core/commands/apply.ts';
import type { DocumentFormat, DocumentKind } from '#core/minutes/documents.ts';
import type { AgencyId } from '#core/model/agency.ts';
import type { ItemId } from '#core/model/agenda-item.ts';
import type { MeetingId } from '#core/model/meeting.ts';
import type { NoteId } from '#core/model/note.ts';
import type { CivilDate } from '#core/time/zone.ts';
import { type ValueStore, valueStore } from './value-store.ts';

export const TURN_TABS = ['sheet', 'carried', 'followUps', 'attendance', 'history'] as const;
export type TurnTab = (typeof TURN_TABS)[number];

/** The document and its format, and the agency of a sheet. */
export interface PaperChoice {
  readonly document: DocumentKind;
  readonly format: DocumentFormat;
  readonly agencyId: string | null;
}

/** The file in the way of an export, and what that export wrote. */
export interface FoundFile {
  readonly path: string;
  readonly what: 'one' | 'all';
  readonly paper: PaperChoice;
}

/** The one open dialog. */
export type DeskDialog =
  | { readonly kind: 'item'; readonly itemId: ItemId }
  | { readonly kind: 'addItem' }
  | { readonly kind: 'pasteAgencies' }
  | { readonly kind: 'pasteRundown' }
  | { readonly kind: 'followUp'; readonly noteId: NoteId | null; readonly followUpId: string | null }
  /** `attendeeId`: `null` for a new attendee. */
  | { readonly kind: 'attendee'; readonly attendeeId: string | null }
  /** Asks before a meeting is closed in the middle of a turn. */
  | { readonly kind: 'closeMeeting' }
  | { readonly kind: 'moveNote'; readonly noteId: NoteId }
  /** Whom a note concerns. */
  | { readonly kind: 'concerns'; readonly noteId: NoteId }
  /** `exists`: an export that was not awaited here found a file, and the question about it is asked. */
  | { readonly kind: 'minutes'; readonly exists?: FoundFile }
  /** `itemId`: scrolled to the rows of this item. */
  | { readonly kind: 'wording'; readonly itemId?: ItemId }
  /** A text that could not be put on the clipboard, to be copied by hand. */
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'details' }
  /** The backups of a meeting, to restore one. */
  | { readonly kind: 'restore'; readonly meetingId: MeetingId; readonly title: string }
  /** Packs everything for another computer; takes in what another one packed. */
  | { readonly kind: 'packAll' }
  | { readonly kind: 'takeIn'; readonly file: File }
  | { readonly kind: 'search' }
  | { readonly kind: 'help' }
  /** announcing: it was opened to type an announcement. */
  | { readonly kind: 'arrangeProjector'; readonly announcing: boolean }
  | { readonly kind: 'refit' }
  | { readonly kind: 'dayChart' }
  /** Everything of one agency over the years. */
  | { readonly kind: 'agencyPage'; readonly agencyId: AgencyId }
  /** Every agency of all meetings. */
  | { readonly kind: 'agencyDirectory' }
  /** Creates the meeting that follows this one. */
  | {
      readonly kind: 'continueMeeting';
      readonly meetingId: MeetingId;
      readonly title: string;
      readonly date: CivilDate;
    }
  /** Asks whether to end the item's turn, of which hardly any time is left. */
  | { readonly kind: 'conclude'; readonly itemId: ItemId }
  /** The meeting is of another day; `command` would begin it. */
  | { readonly kind: 'otherDay'; readonly command: Command }
  | { readonly kind: 'breakNow' }
  | { readonly kind: 'swap'; readonly itemId: ItemId }
  /** Attaches slides: to this item, or to whichever the files' names say (`null`). */
  | { readonly kind: 'slides'; readonly itemId: ItemId | null; readonly files: readonly File[] }
  /** All pages of the item's slides, to choose which is shown. */
  | { readonly kind: 'slidePages'; readonly itemId: ItemId };

/** The dialogs that are drawn on every screen (`EverywhereDialogs`). All others are drawn on the meeting's alone. */
const EVERYWHERE = [
  'agencyDirectory',
  'agencyPage',
  'continueMeeting',
  'copy',
  'help',
  'packAll',
  'restore',
  'search',
  'takeIn',
] as const satisfies readonly DeskDialog['kind'][];
export type EverywhereDialog = Extract<DeskDialog, { readonly kind: (typeof EVERYWHERE)[number] }>;

/** Whether a dialog is drawn whatever screen is up. */
export const standsEverywhere = (dialog: DeskDialog): dialog is EverywhereDialog =>
  EVERYWHERE.some((kind) => kind === dialog.kind);

/** The dialogs that the room may see: what a key of its window asks, without a word of the meeting. */
const FOR_ROOM: readonly DeskDialog['kind'][] = ['otherDay'];

export const DESK_SCREENS = ['meeting', 'settings', 'board'] as const;
export type DeskScreen = (typeof DESK_SCREENS)[number];

/** The desk's present screen state; not stored, and not part of the meeting. */
export interface Ui {
  /** `meeting`: the start screen while none is open. */
  readonly screen: DeskScreen;
  /** Whether the desk's window is the projector, in a room with one display. */
  readonly oneScreen: boolean;
  /** The selected item; `null` follows the active one. */
  readonly selected: ItemId | null;
  readonly tab: TurnTab;
  readonly dialog: DeskDialog | null;
  /** Dialogs that were opened while the room looked on, or wait for an open one: the first opens when the desk has none. */
  readonly held: readonly DeskDialog[];
  /** Whether another agency is being chosen as the author of a note. */
  readonly pickingAuthor: boolean;
  /** Notes that are being edited. */
  readonly editing: readonly NoteId[];
  /** How often closed words were put back, by the key of their draft or the text of their dialog: what is open reads them then. */
  readonly givenBack: Readonly<Record<string, number>>;
  /** A note that is to take the focus as soon as it is on the screen. */
  readonly wantedNote: NoteId | null;
  /** Set while what comes back with the item is to take the focus as soon as it is drawn, if this still says so then. */
  readonly wantsCarried: (() => boolean) | null;
  /** What was exported last, or is chosen in the export dialog: one key exports it again. */
  readonly paper: PaperChoice;
  /** The file or folder that was exported last. */
  readonly exported: string | null;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  Array.isArray(value) || (value !== null && typeof value === 'object' && value.constructor === Object);

/** By value, except files: those are the same only as themselves. */
const isSame = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) ||
  (isPlain(a) &&
    isPlain(b) &&
    Object.keys(a).length === Object.keys(b).length &&
    Object.entries(a).every(([key, value]) => key in b && isSame(value, b[key])));

/** The state in which a dialog that is opened while it is open is still that one, as whoever closes it knows it. */
const withDialogKept = (before: Ui, next: Ui): Ui =>
  isSame(before.dialog, next.dialog) ? { ...next, dialog: before.dialog } : next;

/** The state in which its dialog is seen: a new one of the meeting goes to the meeting, an open one ends where one leaves it. */
function withDialogSeen(before: Ui, next: Ui): Ui {
  if (next.screen === 'meeting' || next.dialog === null || standsEverywhere(next.dialog)) return next;
  return next.dialog === before.dialog ? { ...next, dialog: null } : { ...next, screen: 'meeting' };
}

/** Whether the desk's window is what the room looks at. @param isOpen whether a meeting is open */
export const roomLooks = ({ oneScreen, screen }: Ui, isOpen: boolean): boolean =>
  oneScreen && screen === 'meeting' && isOpen;

/** The state in which a dialog waits behind those that wait already; one that asks the same is asked once. */
export const withHeld = (state: Ui, dialog: DeskDialog): Ui =>
  state.held.some((one) => isSame(one, dialog)) ? state : { ...state, held: [...state.held, dialog] };

/** The state in which the room sees no dialog that is not for it: an answer may open one long after it was asked for. */
function withDialogHeld(before: Ui, next: Ui, isOpen: boolean): Ui {
  const { dialog } = next;
  if (!roomLooks(next, isOpen)) {
    const [first, ...held] = next.held;
    return dialog === null && first !== undefined && next.screen === 'meeting'
      ? { ...next, dialog: first, held }
      : next;
  }
  if (dialog === null || FOR_ROOM.includes(dialog.kind)) return next;
  // One that was open before the room looked on has had its time.
  return dialog === before.dialog ? { ...next, dialog: null } : withHeld({ ...next, dialog: null }, dialog);
}

/**
 * Holds the desk's screen state. Whoever opens a dialog need not know which screen is up, nor who looks at it.
 * @param isOpen whether a meeting is open
 */
export function uiStore(isOpen: () => boolean): ValueStore<Ui> {
  const store = valueStore<Ui>({
    screen: 'meeting',
    oneScreen: false,
    selected: null,
    tab: 'sheet',
    dialog: null,
    held: [],
    pickingAuthor: false,
    editing: [],
    givenBack: {},
    wantedNote: null,
    wantsCarried: null,
    paper: { document: 'minutes', format: 'pdf', agencyId: null },
    exported: null,
  });
  const set = (next: Ui): void => {
    const before = store.get();
    store.set(withDialogHeld(before, withDialogSeen(before, withDialogKept(before, next)), isOpen()));
  };
  return { ...store, set, update: (change) => set(change(store.get())) };
}

/** The state after closed words were put back. @param key of their draft, or the text of their dialog */
export const withGivenBack = ({ givenBack, ...state }: Ui, key: string): Ui => ({
  ...state,
  givenBack: { ...givenBack, [key]: (givenBack[key] ?? 0) + 1 },
});

/** Closes a dialog, and not another that was opened before an answer came for it. */
export const closeDialog = (ui: ValueStore<Ui>, dialog: DeskDialog | null): void =>
  ui.update((state) => (state.dialog === dialog ? { ...state, dialog: null } : state));
