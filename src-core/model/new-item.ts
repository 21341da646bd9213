import { type AgendaItem, emptyPresenter, emptyTurn, type ItemKind } from './agenda-item.ts';
import { emptySheet } from './sheet.ts';

/** A new agenda item with empty fields. */
export function newItem(id: string, kind: ItemKind, agencyId: string | null): AgendaItem {
  return {
    id,
    kind,
    agencyId,
    title: '',
    inCharge: '',
    presenter: emptyPresenter(),
    limits: null,
    adjusted: null,
    planned: null,
    fixedStart: null,
    status: 'waiting',
    turn: emptyTurn(),
    sheet: emptySheet(),
    slides: null,
    noteIds: [],
  };
}
