import { expect, it } from 'vitest';
import { AgencyPast, PAST_BUDGETS, PAST_NOTES } from '#core/model/agency-past.ts';
import { NOTHING_CARRIED } from '#core/model/carry.ts';
import { continueMeeting } from '#core/model/continue-meeting.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { pastAfter } from '#core/model/past-after.ts';
import { firstSettings } from '#core/model/settings.ts';
import { countedIds, noteOf, openRoom, type Room, start, THREE_AGENCIES } from '../../../support/build-meeting.ts';

const DINKES = 'Dinas Kesehatan';
const BUDGET = { need: 9, remark: 'HANYA DI LEMBAR' };

/** A turn of Dinkes that was finished; further notes of it come before its end. */
function presented(speak: (room: Room, itemId: string) => void = () => undefined): Meeting {
  const room = openRoom();
  const { id } = room.item(DINKES);
  start(room, DINKES);
  const targets = [{ id: 't1', indicator: 'Imunisasi', unit: '%', target: '95', achieved: '81', change: 'LEMBAR' }];
  room.send({ type: 'sheet.edit', itemId: id, fields: { targets, budget: { ceiling: 10, realised: 4, ...BUDGET } } });
  speak(room, id);
  room.send({ type: 'turn.finish', callNext: false });
  return room.meeting();
}
const next = (earlier: Meeting, date = '2021-05-31'): Meeting =>
  continueMeeting(
    firstSettings(THREE_AGENCIES),
    earlier,
    { title: `Rakor ${date}`, date, carried: NOTHING_CARRIED },
    { at: earlier.createdAt, newId: countedIds(date) },
  );

it('has what was shown in the last turn, its targets and its budget, and nothing else', () => {
  const earlier = presented((room, id) => {
    for (const visibility of ['private', 'internal', 'shown'] as const)
      room.send(noteOf(id, `Catatan ${visibility}`, { visibility, kind: 'directive' }));
  });
  const { past } = next(earlier);
  expect(past).toEqual({
    dinkes: {
      from: { meetingId: earlier.id, title: earlier.title, date: '2021-05-17' },
      notes: [{ id: expect.any(String), author: { role: 'bupati' }, kind: 'directive', text: 'Catatan shown' }],
      targets: [{ id: 't1', indicator: 'Imunisasi', unit: '%', target: '95', achieved: '81' }],
      budgets: [{ date: '2021-05-17', ceiling: 10, realised: 4 }],
    },
  });
  expect(JSON.stringify(past)).not.toMatch(/LEMBAR/);
});

it('stays as it was while the agency does not present, and grows by one budget with every turn', () => {
  const first = presented();
  const second = next(first);
  expect(pastAfter(second)).toEqual(second.past);
  const again = { ...first, date: '2021-06-14', past: second.past };
  expect(pastAfter(again).dinkes?.budgets.map(({ date }) => date)).toEqual(['2021-05-17', '2021-06-14']);
});

it('is a glance back: of many notes and meetings the last ones, as a file may have them', () => {
  let meeting = presented((room, id) => {
    for (let n = 1; n <= PAST_NOTES + 3; n += 1) room.send(noteOf(id, `Catatan ${n}`, { visibility: 'shown' }));
  });
  for (let n = 0; n < PAST_BUDGETS + 3; n += 1) meeting = { ...meeting, past: pastAfter(meeting) };
  const past = AgencyPast.parse(meeting.past.dinkes);
  expect(past.budgets).toHaveLength(PAST_BUDGETS);
  expect(past.notes.map(({ text }) => text)).toEqual(Array.from({ length: PAST_NOTES }, (_, n) => `Catatan ${n + 4}`));
});
