import { MINUTE } from '../time/units.ts';
import { type AgendaItem, emptyTurn, hasRunningTurn, type LedgerEntry, type Turn } from './agenda-item.ts';
import type { Meeting } from './meeting.ts';

/** What was recorded of a turn since it began. A start before that was by mistake. */
function sinceBegun({ ledger, startedAt }: Turn): LedgerEntry[] {
  const began = ledger.findIndex(({ what, at }) => what === 'start' && at === startedAt);
  return ledger.slice(Math.max(0, began));
}

/** What no turn has that was started by mistake: somebody ended it, or the power did. Restarting sets its time back to 0. */
const PROOFS: ReadonlySet<LedgerEntry['what']> = new Set(['finish', 'outage', 'restart']);

/**
 * Whether an item took place, as every paper says it. One that was started but never finished, for less than a minute and
 * without a note, was started by mistake (docs/domain/meetings.md#turns).
 */
export const hasPresented = (item: Pick<AgendaItem, 'status' | 'turn' | 'noteIds'>): boolean =>
  item.turn.startedAt !== null &&
  (item.status === 'done' ||
    hasRunningTurn(item) ||
    item.turn.spent >= MINUTE ||
    item.noteIds.length > 0 ||
    sinceBegun(item.turn).some(({ what }) => PROOFS.has(what)));

/** The turn of an item as every paper says it: empty, but for its plan, if the item did not take place. */
export const toldTurn = (item: AgendaItem): Turn =>
  hasPresented(item) ? { ...item.turn, ledger: sinceBegun(item.turn) } : { ...emptyTurn(), plan: item.turn.plan };

/** The items that took place, in the order in which they really began. */
export const presentedItems = ({ presented, agenda }: Pick<Meeting, 'presented' | 'agenda'>): AgendaItem[] =>
  presented.flatMap((id) => agenda.items[id] ?? []).filter(hasPresented);
