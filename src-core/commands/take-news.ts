import { current } from 'immer';
import { placedEntry } from '../model/carry.ts';
import type { News } from '../model/news.ts';
import { getOwn } from '../model/own-properties.ts';
import { agencyTaker, type SameAgency } from '../model/take-agency.ts';
import type { MeetingDraft } from './definition.ts';

/** Takes what happened elsewhere into a meeting. Not a command: the application does it, and nobody undoes it. */
export function takeNews(meeting: MeetingDraft, news: News, newId: () => string, isSame?: SameAgency): void {
  const add = (agency: MeetingDraft['agencies'][string]): void => {
    meeting.agencies[agency.id] = agency;
  };
  const take = agencyTaker(current(meeting.agencies), add, newId, isSame);
  for (const id of news.gone) delete meeting.entries[id];
  for (const found of news.entries) meeting.entries[found.value.id] = placedEntry(found, take);
  for (const [id, marks] of Object.entries(news.marks)) {
    const record = getOwn(meeting.followUps.items, id) ?? getOwn(meeting.problems.items, id);
    if (record !== undefined) Object.assign(record, marks);
  }
  Object.assign(meeting.past, news.past);
}
