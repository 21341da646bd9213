import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '#core/commands/apply.ts';
import { brokenRules } from '#core/commands/broken-rules.ts';
import { recoverRunningTurn } from '#core/commands/turn.ts';
import { ledgerOf } from '#core/minutes/ledger.ts';
import { sessionsOf } from '#core/minutes/sessions.ts';
import { Meeting } from '#core/model/meeting.ts';
import { chartDays, dayChart } from '#core/pacing/day-chart.ts';
import { formatTime } from '#core/text/format.ts';
import { type Instant, minutes } from '#core/time/units.ts';
import { civilDateAt, instantOf } from '#core/time/zone.ts';
import { contextOf, countedIds, openRoom, start } from '../../../support/build-meeting.ts';

const DINKES = 'Dinas Kesehatan';
const shown = (at: Instant | null): string =>
  at === null ? '–' : `${civilDateAt(at, 'WITA').slice(-2)} ${formatTime(at, 'WITA', 'id')}`;

/** Dinkes presents from 08.30 to 08.37, when the power fails; the meeting is opened again the next morning at 05.07. */
function overNight(until = instantOf('2021-05-18', '05:07', 'WITA')) {
  const room = openRoom();
  start(room, DINKES);
  room.clock.advance(minutes(7));
  let meeting: Meeting = produce(room.meeting(), (draft) => recoverRunningTurn(draft, minutes(7), room.clock.at()));
  room.clock.advance(until - room.clock.at());
  const newId = countedIds('later');
  const send = (message: unknown) => {
    const applied = applyCommand(meeting, message, contextOf(room.clock, newId));
    meeting = applied.meeting;
    return applied;
  };
  return { room, send, meeting: () => meeting, itemId: room.item(DINKES).id };
}

const itemIn = (meeting: Meeting, itemId: string) => {
  const item = meeting.agenda.items[itemId];
  if (item === undefined) throw new Error('the item is gone');
  return item;
};
const sessionsIn = (meeting: Meeting, itemId: string): string[] =>
  sessionsOf(itemIn(meeting, itemId).turn).map(({ from, to }) => `${shown(from)} – ${shown(to)}`);
const piecesIn = (meeting: Meeting, itemId: string): string[] =>
  chartDays(meeting).flatMap((day) =>
    (dayChart(meeting, day).rows.find(({ id }) => id === itemId)?.stretches ?? []).map(
      ({ kind, from, to }) => `${day.slice(-2)}: ${kind} ${shown(from)} – ${shown(to)}`,
    ),
  );
const lineOf = (meeting: Meeting, itemId: string) => ledgerOf(meeting).rows.find(({ id }) => id === itemId);

describe('a turn over which the power failed', () => {
  it('ended when the application last ran, however late that is said', () => {
    const { send, meeting, itemId } = overNight();
    send({ type: 'outage.answer', choice: 'finish' });
    expect(sessionsIn(meeting(), itemId)).toEqual(['17 08.30 – 17 08.37']);
    expect(shown(itemIn(meeting(), itemId).turn.finishedAt)).toBe('17 08.37');
    expect(itemIn(meeting(), itemId).turn.ledger.at(-1)).toMatchObject({ what: 'finish', by: minutes(20 * 60 + 30) });
    expect(lineOf(meeting(), itemId)).toMatchObject({ spent: minutes(7), pauses: 0, paused: 0 });
    expect(shown(lineOf(meeting(), itemId)?.end ?? null)).toBe('17 08.37');
    expect(piecesIn(meeting(), itemId)).toEqual(['17: spoke 17 08.30 – 17 08.37']);
  });

  it.each(['continue', 'restart'] as const)('goes on in a session and a day of its own (%s)', (choice) => {
    const { room, send, meeting, itemId } = overNight();
    const before = meeting();
    const { inverse } = send({ type: 'outage.answer', choice });
    expect(inverse.some(({ path }) => path[0] === 'plans')).toBe(true);
    expect(before.plans).toHaveLength(1);
    room.clock.advance(minutes(3));
    send({ type: 'turn.finish', callNext: false });
    expect(sessionsIn(meeting(), itemId)).toEqual(['17 08.30 – 17 08.37', '18 05.07 – 18 05.10']);
    expect(lineOf(meeting(), itemId)).toMatchObject({ pauses: 0, paused: 0 });
    expect(piecesIn(meeting(), itemId)).toEqual(['17: spoke 17 08.30 – 17 08.37', '18: spoke 18 05.07 – 18 05.10']);
    const planned = meeting().plans[1];
    const length = choice === 'continue' ? minutes(5) : minutes(12);
    expect(planned?.items[itemId]).toEqual({ start: instantOf('2021-05-18', '05:07', 'WITA'), length });
    expect(shown(planned?.items[room.item('opening').id]?.start ?? null)).toBe(
      choice === 'continue' ? '18 05.14' : '18 05.21',
    );
    expect(brokenRules(meeting())).toEqual([]);
  });

  it('goes on in the same session when the power is soon back, and ended all the same when it last ran', () => {
    const back = instantOf('2021-05-17', '08:40', 'WITA');
    const { room, send, meeting, itemId } = overNight(back);
    send({ type: 'outage.answer', choice: 'continue' });
    room.clock.advance(minutes(3));
    send({ type: 'turn.finish', callNext: false });
    expect(sessionsIn(meeting(), itemId)).toEqual(['17 08.30 – 17 08.43']);
    expect(lineOf(meeting(), itemId)).toMatchObject({ spent: minutes(10), pauses: 1, paused: minutes(3) });

    const ended = overNight(back);
    ended.send({ type: 'outage.answer', choice: 'finish' });
    expect(sessionsIn(ended.meeting(), ended.itemId)).toEqual(['17 08.30 – 17 08.37']);
  });

  it('is printed so too where an older file ended it with the answer', () => {
    const { send, meeting, itemId } = overNight();
    send({ type: 'outage.answer', choice: 'finish' });
    const old = Meeting.parse(JSON.parse(JSON.stringify(meeting())));
    const { turn } = itemIn(old, itemId);
    const answered = instantOf('2021-05-18', '05:07', 'WITA');
    turn.finishedAt = answered;
    turn.ledger = turn.ledger.map((entry) => (entry.what === 'finish' ? { ...entry, at: answered, by: 0 } : entry));
    expect(sessionsIn(old, itemId)).toEqual(['17 08.30 – 17 08.37']);
    expect(shown(lineOf(old, itemId)?.end ?? null)).toBe('17 08.37');
  });
});

describe('a turn that was paused', () => {
  const paused = (length: number) => {
    const room = openRoom();
    start(room, DINKES);
    room.clock.advance(minutes(7));
    room.send({ type: 'turn.pause' });
    room.clock.advance(length);
    return { room, itemId: room.item(DINKES).id };
  };

  it('is one session with a pause in it', () => {
    const { room, itemId } = paused(minutes(30));
    room.send({ type: 'turn.resume' });
    room.clock.advance(minutes(3));
    room.send({ type: 'turn.finish', callNext: false });
    expect(sessionsIn(room.meeting(), itemId)).toEqual(['17 08.30 – 17 09.10']);
    expect(lineOf(room.meeting(), itemId)).toMatchObject({ pauses: 1, paused: minutes(30) });
    expect(chartDays(room.meeting())).toHaveLength(1);
  });

  it('was broken off if the pause is a night', () => {
    const { room, itemId } = paused(minutes(23 * 60));
    room.send({ type: 'turn.resume' });
    room.clock.advance(minutes(3));
    room.send({ type: 'turn.finish', callNext: false });
    expect(sessionsIn(room.meeting(), itemId)).toEqual(['17 08.30 – 17 08.37', '18 07.37 – 18 07.40']);
    expect(lineOf(room.meeting(), itemId)).toMatchObject({ pauses: 0, paused: 0 });
    expect(piecesIn(room.meeting(), itemId)).toEqual([
      '17: spoke 17 08.30 – 17 08.37',
      '18: spoke 18 07.37 – 18 07.40',
    ]);
  });

  it('ended before a night over which it was paused, if nothing followed', () => {
    const { room, itemId } = paused(minutes(23 * 60));
    room.send({ type: 'turn.finish', callNext: false });
    expect(sessionsIn(room.meeting(), itemId)).toEqual(['17 08.30 – 17 08.37']);
    expect(shown(lineOf(room.meeting(), itemId)?.end ?? null)).toBe('17 08.37');
    expect(piecesIn(room.meeting(), itemId)).toEqual(['17: spoke 17 08.30 – 17 08.37']);
    const { turn } = room.item(DINKES);
    expect(shown(turn.finishedAt)).toBe('17 08.37');
    expect(turn.ledger.at(-1)).toMatchObject({ what: 'finish', spent: minutes(7), by: minutes(23 * 60) });
    expect(brokenRules(room.meeting())).toEqual([]);
  });

  it('ended so in whole milliseconds, though clocks read fractions of them', () => {
    const { room } = paused(minutes(23 * 60) + 0.4);
    room.send({ type: 'turn.finish', callNext: false });
    expect(room.item(DINKES).turn.ledger.at(-1)).toMatchObject({ what: 'finish', by: minutes(23 * 60) });
  });

  it('leaves what follows such a night to the new day', () => {
    const { room } = paused(minutes(23 * 60));
    room.send({ type: 'turn.finish', callNext: true });
    const next = itemIn(room.meeting(), room.meeting().current ?? '');
    expect(next.turn.ledger).toMatchObject([{ what: 'call', at: room.clock.at(), by: 0 }]);
    expect(room.meeting().plans.map(({ day }) => day)).toEqual(['2021-05-17', '2021-05-18']);
  });

  it('ends when that is said after a pause', () => {
    const { room } = paused(minutes(30));
    room.send({ type: 'turn.finish', callNext: false });
    expect(shown(room.item(DINKES).turn.finishedAt)).toBe('17 09.07');
  });
});
