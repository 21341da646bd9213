import { describe, expect, it } from 'vitest';
import { knownAgencies } from '#core/archive/agencies.ts';
import { agencyPage, lastTurnBefore } from '#core/archive/agency-page.ts';
import { type Digest, digestOf } from '#core/archive/digest.ts';
import { mattersOf } from '#core/archive/matters.ts';
import { emptySheet } from '#core/model/sheet.ts';
import { MINUTE } from '#core/time/units.ts';
import { noteOf, openRoom, start } from '../../../support/build-meeting.ts';

const TODAY = '2021-07-01';
const DINKES = 'Dinas Kesehatan';

/** A meeting in which Dinkes presents a figure, and what is said of it. */
function meetingOf(id: string, date: string, achieved: string, minutes: number): Digest {
  const room = openRoom({ date, title: `Rakor ${id}` });
  const itemId = room.item(DINKES).id;
  const target = { id: 't', indicator: 'Cakupan imunisasi', unit: '%', target: '95', achieved, change: '' };
  const sheet = {
    ...emptySheet(),
    targets: [target],
    budget: { ...emptySheet().budget, ceiling: 100, realised: minutes },
  };
  start(room, DINKES);
  room.clock.advance(minutes * MINUTE);
  room.send(noteOf(itemId, `Arahan ${id}`, { kind: 'directive' }));
  room.send({ type: 'turn.finish', callNext: false });
  room.send(noteOf(room.item('Kecamatan Satui').id, 'Untuk Dinkes juga', { concerns: 'dinkes' }));
  room.send(noteOf(room.item('Kecamatan Satui').id, 'Hanya Satui'));
  const digest = digestOf(room.meeting(), 1);
  return {
    ...digest,
    id,
    turns: digest.turns.map((turn) => (turn.itemId === itemId ? { ...turn, sheet } : turn)),
    followUps: [],
  };
}

const first = meetingOf('a', '2021-05-17', '70%', 8);
const second = meetingOf('b', '2021-06-14', '82,5 %', 5);
const renamed = {
  ...second,
  agencies: second.agencies.map((one) => (one.id === 'dinkes' ? { ...one, name: 'Dinas Kesehatan dan KB' } : one)),
};
const pageOf = (digests: readonly Digest[], id = 'dinkes') => {
  const agencies = knownAgencies(digests);
  return agencyPage(digests, agencies, mattersOf(digests, agencies, TODAY), id);
};

describe('the page of an agency', () => {
  const page = pageOf([first, renamed]);

  it('has its turns of all meetings, newest first, under the name that it had then', () => {
    expect(page?.agency).toMatchObject({ name: 'Dinas Kesehatan dan KB', former: [DINKES] });
    expect(page?.turns.map(({ meetingId, spent, agency }) => [meetingId, spent / MINUTE, agency.name])).toEqual([
      ['b', 5, 'Dinas Kesehatan dan KB'],
      ['a', 8, DINKES],
    ]);
    expect(page).toMatchObject({ spent: 13 * MINUTE, attendance: { present: 2, represented: 0, absent: 0 } });
  });
  it('has what was said in its turns, and what concerns it elsewhere', () => {
    expect(page?.notes.map(({ meetingId, text, inTurn }) => [meetingId, text, inTurn])).toEqual([
      ['b', 'Arahan b', true],
      ['b', 'Untuk Dinkes juga', false],
      ['a', 'Arahan a', true],
      ['a', 'Untuk Dinkes juga', false],
    ]);
  });
  it('has its figures over the meetings, the oldest first', () => {
    expect(page?.targets).toMatchObject([
      {
        indicator: 'Cakupan imunisasi',
        points: [
          { date: '2021-05-17', targetNumber: 95, achievedNumber: 70 },
          { date: '2021-06-14', targetNumber: 95, achievedNumber: 82.5 },
        ],
      },
    ]);
    expect(page?.budget.map(({ realised }) => realised)).toEqual([8, 5]);
  });
  it('knows the turn before a meeting; a later meeting is no past of an earlier one that is looked at again', () => {
    const turnBefore = (id: string, date: string) =>
      page === null ? undefined : (lastTurnBefore(page, { id, date })?.meetingId ?? null);
    expect(turnBefore('c', '2021-06-28')).toBe('b');
    expect(turnBefore('c', '2021-06-14')).toBe('b');
    expect(turnBefore('b', '2021-06-14')).toBe('a');
    expect(turnBefore('c', '2021-06-01')).toBe('a');
    expect(turnBefore('a', '2021-05-17')).toBeNull();
  });
  it('is none for an agency that nobody knows', () => expect(pageOf([first], 'nobody')).toBeNull());
});
