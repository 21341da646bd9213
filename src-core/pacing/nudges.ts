import type { ItemId } from '../model/agenda-item.ts';
import { itemOf, limitsOf, type Meeting } from '../model/meeting.ts';
import { allNotes } from '../model/meeting-notes.ts';
import { effectiveLimits, spentAt } from '../schedule/turn-clock.ts';
import type { Instant, Mono } from '../time/units.ts';
import { MINUTE } from '../time/units.ts';

/** How long an item may be called without its clock being started before the desk asks. */
const CALLED = MINUTE;
/** How far a turn may run over while notes are taken for another agency, and how far in any case. */
const OVER_WHILE_AWAY = 3 * MINUTE;
const OVER_ANYWAY = 10 * MINUTE;

/** What seems to have been forgotten; only a question, nothing happens by itself. `ago`: the suggested answer, ms. */
export type Nudge =
  | { readonly kind: 'start'; readonly itemId: ItemId; readonly since: number; readonly ago: number }
  | { readonly kind: 'finish'; readonly itemId: ItemId; readonly over: number; readonly ago: number };

const wholeMinutes = (ms: number): number => Math.floor(ms / MINUTE) * MINUTE;

/**
 * What the operator seems to have forgotten: starting the clock of the called item, or finishing a turn.
 * @param writingFor the item for which a note is being typed; `null` if none
 */
export function nudgeOf(meeting: Meeting, now: Instant, mono: Mono, writingFor: ItemId | null): Nudge | null {
  const item = itemOf(meeting, meeting.current);
  if (item === null || meeting.outage !== null || meeting.status !== 'open') return null;
  if (item.status === 'called') {
    const called = item.turn.ledger.findLast(({ what }) => what === 'call')?.at;
    const since = called === undefined ? 0 : now - called;
    if (since <= CALLED) return null;
    return { kind: 'start', itemId: item.id, since, ago: Math.max(MINUTE, wholeMinutes(since - MINUTE)) };
  }
  if (item.status !== 'running') return null;
  const { hard } = effectiveLimits(limitsOf(meeting, item), item.turn.added);
  if (hard === null) return null;
  const over = spentAt(item.turn, mono) - hard;
  // Asked with every change of a meeting of a thousand notes: most turns are not over, and their notes tell nothing.
  if (over <= OVER_WHILE_AWAY) return null;
  const elsewhere = allNotes(meeting)
    .filter((note) => note.itemId !== item.id && now - note.at < over)
    .map(({ at }) => at);
  const away = elsewhere.length > 0 || (writingFor !== null && writingFor !== item.id);
  if (over <= (away ? OVER_WHILE_AWAY : OVER_ANYWAY)) return null;
  // Since the first note for another agency, that agency has most likely been speaking.
  const ago = elsewhere.length > 0 ? now - Math.min(...elsewhere) : over;
  return { kind: 'finish', itemId: item.id, over, ago: Math.max(MINUTE, wholeMinutes(ago)) };
}
