import { produce } from 'immer';
import { takeNews } from '#core/commands/take-news.ts';
import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import { documentsWithNews, type MatterDocument, type News, newsOf, ownMatters } from '#core/model/news.ts';
import type { MeetingStore } from './meeting-store.ts';

/** What happens to the follow-ups and problems of a meeting in other documents. */
export interface Elsewhere {
  /** What a meeting does not know yet. */
  news(meeting: Meeting): Promise<News>;
  /** The last state of a meeting that is not open, with its news; `null` if no file proves it. */
  upToDate(id: MeetingId): Promise<Meeting | null>;
}

/** @param register the register's present state; `null` if there is none yet */
export function elsewhere(
  store: Pick<MeetingStore, 'own' | 'peek'>,
  register: () => Promise<MatterDocument | null>,
  newId: () => string,
): Elsewhere {
  async function news(meeting: Meeting): Promise<News> {
    const own = await register();
    const present = new Map(store.own());
    if (own !== null) present.set(own.id, ownMatters(own));
    const ids = documentsWithNews(meeting, present).filter((id) => id !== own?.id);
    const read: MatterDocument[] = own === null ? [] : [own];
    for (const id of ids) {
      const found = await store.peek(id);
      if (found !== null) read.push(found.meeting);
    }
    return newsOf(meeting, present, read);
  }
  return {
    news,
    async upToDate(id) {
      const found = await store.peek(id);
      if (found === null) return null;
      const latest = await news(found.meeting);
      return produce(found.meeting, (draft) => takeNews(draft, latest, newId));
    },
  };
}
