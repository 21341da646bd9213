import { produce } from 'immer';
import { applyCommand, type Command } from '#core/commands/apply.ts';
import { takeNews } from '#core/commands/take-news.ts';
import { openMatters } from '#core/model/carry.ts';
import { continueMeeting } from '#core/model/continue-meeting.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { documentsWithNews, newsOf, type OwnMatters, ownMatters } from '#core/model/news.ts';
import { firstSettings } from '#core/model/settings.ts';
import type { SameAgency } from '#core/model/take-agency.ts';
import { contextOf, countedIds, noteOf, openRoom, steppedClock, THREE_AGENCIES } from './build-meeting.ts';

export const clock = steppedClock();
const newId = countedIds('e');
/** A meeting after these commands. */
export const after = (meeting: Meeting, ...commands: Command[]): Meeting => {
  clock.advance(1000);
  return commands.reduce((now, command) => applyCommand(now, command, contextOf(clock, newId)).meeting, meeting);
};
/** The meeting that continues it. */
export const next = (earlier: Meeting): Meeting =>
  continueMeeting(
    firstSettings(THREE_AGENCIES),
    earlier,
    { title: 'Rakor berikut', date: '2021-05-31', carried: openMatters(earlier) },
    { at: clock.at(), newId },
  );
/** As the application does, with everything that is in the archive. */
export function opened(meeting: Meeting, others: readonly Meeting[], isSame?: SameAgency): Meeting {
  const present = new Map<string, OwnMatters>(others.map((one) => [one.id, ownMatters(one)]));
  const wanted = documentsWithNews(meeting, present, isSame);
  const news = newsOf(
    meeting,
    present,
    others.filter(({ id }) => wanted.includes(id)),
    isSame,
  );
  return produce(meeting, (draft) => takeNews(draft, news, newId, isSame));
}

/** A meeting with an open follow-up and an open problem, and the one after it. */
export function twoMeetings() {
  const room = openRoom();
  const { id: itemId } = room.item('Dinas Kesehatan');
  room.send(noteOf(itemId, 'Dokter kurang', { kind: 'problem' }));
  const noteId = room.lastNote().id;
  room.send({ type: 'problem.keep', noteId, itemId: null, text: null });
  room.send({ type: 'followUp.add', noteId, itemId: null, what: 'Jalan', pics: ['pupr'], due: null, status: 'open' });
  const first = room.meeting();
  const [followUpId = ''] = first.followUps.order;
  const [problemId = ''] = first.problems.order;
  return { first, second: next(first), noteId, followUpId, problemId };
}
