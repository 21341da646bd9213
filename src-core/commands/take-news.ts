import { current, type Draft as Mutable } from 'immer';
import type { Agency, AgencyId } from '../model/agency.ts';
import { type CarriedMatters, placedEntry, placeMatters } from '../model/carry.ts';
import { type Cited, citedAuthor } from '../model/cited.ts';
import type { FollowUp } from '../model/follow-up.ts';
import type { News } from '../model/news.ts';
import { isSameAuthor } from '../model/note.ts';
import { getOwn } from '../model/own-properties.ts';
import { agencyTaker, type SameAgency } from '../model/take-agency.ts';
import type { MeetingDraft } from './definition.ts';

function takerInto(meeting: MeetingDraft, newId: () => string, isSame?: SameAgency): (agency: Agency) => AgencyId {
  const add = (agency: Agency): void => {
    meeting.agencies[agency.id] = agency;
  };
  return agencyTaker(current(meeting.agencies), add, newId, isSame);
}

function cite(followUp: Mutable<FollowUp>, cited: Cited, take: (agency: Agency) => AgencyId): void {
  const author = citedAuthor(cited, take);
  const before = followUp.author;
  // Taken in once: an agency may be known here under another name.
  if (author === null || before === null || !isSameAuthor(author, before)) followUp.author = author;
  if (cited.kind !== undefined) followUp.kind = cited.kind;
}

/** Takes what happened elsewhere into a meeting. Not a command: the application does it, and nobody undoes it. */
export function takeNews(meeting: MeetingDraft, news: News, newId: () => string, isSame?: SameAgency): void {
  const take = takerInto(meeting, newId, isSame);
  for (const id of news.gone) delete meeting.entries[id];
  for (const found of news.entries) meeting.entries[found.value.id] = placedEntry(found, take);
  for (const [id, { cited, ...readers }] of Object.entries(news.marks)) {
    const followUp = getOwn(meeting.followUps.items, id);
    const record = followUp ?? getOwn(meeting.problems.items, id);
    if (record !== undefined) Object.assign(record, readers);
    if (followUp !== undefined && cited !== undefined) cite(followUp, cited, take);
  }
  Object.assign(meeting.past, news.past);
}

/** Takes what the meeting before it left open since into a prepared meeting, behind what it has; not a command either. */
export function takeLate(meeting: MeetingDraft, late: CarriedMatters, newId: () => string, isSame?: SameAgency): void {
  const { followUps, problems, entries } = placeMatters(late, takerInto(meeting, newId, isSame));
  meeting.followUps.order.push(...followUps.order);
  meeting.problems.order.push(...problems.order);
  Object.assign(meeting.followUps.items, followUps.items);
  Object.assign(meeting.problems.items, problems.items);
  Object.assign(meeting.entries, entries);
}
