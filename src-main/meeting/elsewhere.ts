import { produce } from 'immer';
import { takeLate, takeNews } from '#core/commands/take-news.ts';
import { type CarriedMatters, NOTHING_CARRIED, openUnknownTo } from '#core/model/carry.ts';
import { REGISTER_ID } from '#core/model/entry.ts';
import { knownByName } from '#core/model/known-by-name.ts';
import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import {
  documentsWithNews,
  listsUnknownTo,
  type MatterDocument,
  type News,
  newsOf,
  ownMatters,
} from '#core/model/news.ts';
import { agenciesByEveryId, type Register, sameAgencyIn } from '#core/model/register.ts';
import type { SameAgency } from '#core/model/take-agency.ts';
import type { MeetingSession } from './meeting-session.ts';
import type { MeetingStore } from './meeting-store.ts';

/** What happens to the follow-ups and problems of a meeting in other documents. */
export interface Elsewhere {
  /** Takes what a meeting does not know yet into it. */
  bringNews(session: Pick<MeetingSession, 'meeting' | 'takeNews'>): Promise<void>;
  /**
   * Takes into a meeting that has not begun what the one before it left open after it was made. As it opens, and not later:
   * undo does not reach behind it.
   * @returns what waits: `register` for its names, `meeting` for the one before, which cannot be read now
   */
  bringLate(session: Pick<MeetingSession, 'meeting' | 'takeLate'>): Promise<'register' | 'meeting' | null>;
  /**
   * Takes what waits into a meeting that has just begun: later it would not come at all.
   * @returns whether all of it is there, under the present names
   */
  bringWaiting(session: Pick<MeetingSession, 'meeting' | 'takeLate'>): Promise<boolean>;
  /** Both of a state of a meeting that is not open, a backup say. */
  withNews(meeting: Meeting): Promise<Meeting>;
  /** The last state of a meeting that is not open, with its news; `null` if no file proves it. */
  upToDate(id: MeetingId): Promise<Meeting | null>;
  /** The register as it is now; `null` if there is none yet. */
  register(): Promise<Register | null | 'unreadable'>;
}

const sameIn = (own: Register | null | 'unreadable'): SameAgency =>
  own === null || own === 'unreadable' ? () => false : sameAgencyIn(own);

/** @param register see `Elsewhere.register` */
export function elsewhere(
  store: Pick<MeetingStore, 'own' | 'peek'>,
  register: Elsewhere['register'],
  newId: () => string,
  report: (error: unknown) => void,
): Elsewhere {
  /** One meeting that cannot be read now must not keep the news of others away; it is asked again at the next opening. */
  const readable = (id: MeetingId) =>
    store.peek(id).catch((error: unknown) => {
      report(error);
      return null;
    });
  async function news(meeting: Meeting): Promise<{ readonly news: News; readonly isSame: SameAgency }> {
    const own = await register();
    const isSame = sameIn(own);
    const present = new Map(store.own());
    const read: MatterDocument[] = [];
    if (own !== null && own !== 'unreadable') {
      present.set(REGISTER_ID, ownMatters(own));
      read.push({ ...own, agencies: agenciesByEveryId(own) });
    }
    for (const id of documentsWithNews(meeting, present, isSame)) {
      const found = id === REGISTER_ID ? null : await readable(id);
      if (found !== null) read.push(found.meeting);
    }
    const latest = newsOf(meeting, present, read, isSame);
    const isComplete = own !== 'unreadable';
    return { news: isComplete ? latest : knownByName(meeting.agencies).ofNews(latest), isSame };
  }
  async function heard(meeting: Meeting): Promise<Meeting> {
    const latest = await news(meeting);
    return produce(meeting, (draft) => takeNews(draft, latest.news, newId, latest.isSame));
  }
  /** What the meeting before it leaves open and it does not know; `null` if that cannot be read now. */
  async function unknown(meeting: Meeting): Promise<CarriedMatters | null> {
    const { continues } = meeting;
    const listed = continues === null ? undefined : store.own().get(continues);
    if (continues === null || listed === undefined || !listsUnknownTo(meeting, listed)) return NOTHING_CARRIED;
    const earlier = await readable(continues);
    return earlier === null ? null : openUnknownTo(meeting, await heard(earlier.meeting));
  }
  async function late(meeting: Meeting) {
    const found = meeting.status === 'prepared' ? await unknown(meeting) : NOTHING_CARRIED;
    const open = found ?? NOTHING_CARRIED;
    const own = await register();
    // What waits is asked for again as it is opened the next time, if it has not begun by then, and as it begins.
    const taken = own === 'unreadable' ? knownByName(meeting.agencies).of(open) : open;
    const isAll = taken.followUps.length + taken.problems.length === open.followUps.length + open.problems.length;
    const waits = found === null ? ('meeting' as const) : isAll ? null : ('register' as const);
    return { late: taken, waits, isSame: sameIn(own) };
  }
  async function withNews(meeting: Meeting): Promise<Meeting> {
    const now = await heard(meeting);
    const more = await late(now);
    return produce(now, (draft) => takeLate(draft, more.late, newId, more.isSame));
  }
  return {
    withNews,
    async bringNews(session) {
      const latest = await news(session.meeting());
      session.takeNews(latest.news, latest.isSame);
    },
    async bringLate(session) {
      const more = await late(session.meeting());
      session.takeLate(more.late, more.isSame);
      return more.waits;
    },
    async bringWaiting(session) {
      const open = await unknown(session.meeting());
      const own = await register();
      if (open !== null) session.takeLate(open, sameIn(own));
      return open !== null && own !== 'unreadable';
    },
    async upToDate(id) {
      const found = await store.peek(id);
      return found === null ? null : withNews(found.meeting);
    },
    register,
  };
}
