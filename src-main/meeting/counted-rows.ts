import { leftOpen } from '#core/archive/left-open.ts';
import { REGISTER_ID } from '#core/model/entry.ts';
import type { MeetingId } from '#core/model/meeting.ts';
import { type OwnMatters, ownMatters } from '#core/model/news.ts';
import type { Register } from '#core/model/register.ts';
import type { MeetingSummary } from '#core/views/desk.ts';
import type { ListedMeeting } from './summary.ts';

/** What the start screen's rows are made of; each part is another value when it has changed. */
interface Parts {
  readonly listed: readonly ListedMeeting[];
  readonly own: ReadonlyMap<MeetingId, OwnMatters>;
  /** `null` if there is none yet, or it cannot be read. */
  readonly register: Register | null;
}

/**
 * The start screen's rows with what each meeting leaves open, counted once for the same parts: the register tells also of
 * what is only saved. For what a rehearsal leaves nobody waits.
 */
export function countedRows(): (parts: Parts) => readonly MeetingSummary[] {
  let known: (Parts & { readonly rows: readonly MeetingSummary[] }) | null = null;
  return ({ listed, own, register }) => {
    if (known?.listed === listed && known.own === own && known.register === register) return known.rows;
    const open = leftOpen(register === null ? own : new Map([...own, [REGISTER_ID, ownMatters(register)]]));
    const rows = listed.map((row) => ({ ...row, openFollowUps: open.get(row.id) ?? 0 }));
    known = { listed, own, register, rows };
    return rows;
  };
}
