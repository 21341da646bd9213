import type { ItemId } from '#core/model/agenda-item.ts';
import type { NoteId } from '#core/model/note.ts';
import { type ValueStore, valueStore } from './value-store.ts';

export const TURN_TABS = ['sheet', 'carried', 'followUps', 'attendance', 'history'] as const;
export type TurnTab = (typeof TURN_TABS)[number];

/** The one dialog that is open. */
export type DeskDialog =
  | { readonly kind: 'item'; readonly itemId: ItemId }
  | { readonly kind: 'addItem' }
  | { readonly kind: 'pasteAgencies' }
  | { readonly kind: 'followUp'; readonly noteId: NoteId | null; readonly followUpId: string | null }
  | { readonly kind: 'moveNote'; readonly noteId: NoteId }
  | { readonly kind: 'minutes' }
  | { readonly kind: 'details' }
  | { readonly kind: 'restore' }
  | { readonly kind: 'search' }
  | { readonly kind: 'help' }
  | { readonly kind: 'adjust' }
  | { readonly kind: 'dayChart' }
  | { readonly kind: 'conclude' }
  | { readonly kind: 'swap'; readonly itemId: ItemId };

/** What the desk shows at the moment; nothing of it is stored, nothing of it is the meeting's. */
export interface Ui {
  readonly screen: 'meeting' | 'settings';
  /** The item looked at in the middle; `null` follows the one on the floor. */
  readonly viewed: ItemId | null;
  readonly tab: TurnTab;
  readonly dialog: DeskDialog | null;
  /** Whether another agency is being chosen as the author of a note. */
  readonly pickingAuthor: boolean;
  /** Notes that are open for changing. */
  readonly editing: readonly NoteId[];
}

export const uiStore = (): ValueStore<Ui> =>
  valueStore<Ui>({ screen: 'meeting', viewed: null, tab: 'sheet', dialog: null, pickingAuthor: false, editing: [] });
