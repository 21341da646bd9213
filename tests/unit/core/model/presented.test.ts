import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { digestOf } from '#core/archive/digest.ts';
import { applyCommand, type Command } from '#core/commands/apply.ts';
import { brokenRules } from '#core/commands/broken-rules.ts';
import { recoverRunningTurn } from '#core/commands/turn.ts';
import { agencySheetOf } from '#core/minutes/agency-sheet.ts';
import { ledgerOf } from '#core/minutes/ledger.ts';
import { minutesOf } from '#core/minutes/minutes-of.ts';
import { DEFAULT_OPTIONS } from '#core/model/export-options.ts';
import { itemTitle, type Meeting, orderedItems } from '#core/model/meeting.ts';
import { pastAfter } from '#core/model/past-after.ts';
import { dayChart } from '#core/pacing/day-chart.ts';
import { proposeRefit } from '#core/pacing/refit.ts';
import { minutes, seconds } from '#core/time/units.ts';
import { instantOf } from '#core/time/zone.ts';
import { projectorView } from '#core/views/projector.ts';
import { shownItem } from '#core/views/selected-item.ts';
import { agencyRows } from '../../../support/agency-rows.ts';
import { contextOf, countedIds, noteOf, openRoom, type Room, start } from '../../../support/build-meeting.ts';

const DINKES = 'Dinas Kesehatan';
const PUPR = 'Dinas Pekerjaan Umum dan Penataan Ruang';

/** Dinkes was started for so long and put off; PUPR presented. */
function putOff(length: number): Room {
  const room = openRoom();
  start(room, DINKES);
  room.clock.advance(length);
  room.send({ type: 'turn.postpone', itemId: room.item(DINKES).id });
  start(room, PUPR);
  room.clock.advance(minutes(5));
  room.send({ type: 'turn.finish', callNext: false });
  return room;
}
const skip = (room: Room): unknown => room.send({ type: 'turn.skip', itemId: room.item(DINKES).id });

/** What each paper says of Dinkes. */
function told(room: Room) {
  const meeting: Meeting = room.meeting();
  const { id } = room.item(DINKES);
  const { turns, items, notPresented, programme } = minutesOf(meeting, DEFAULT_OPTIONS);
  const ledger = ledgerOf(meeting).rows.find((row) => row.id === id);
  const digest = digestOf(meeting, 1).turns.find(({ itemId }) => itemId === id);
  return {
    count: turns.presented,
    listed: items.some((item) => item.id === id),
    why: notPresented.find((item) => item.id === id)?.why,
    turns: programme[0]?.turns,
    sheet: agencySheetOf(meeting, 'dinkes', DEFAULT_OPTIONS)?.turns[0]?.time?.sessions.length ?? 0,
    ledger: ledger && [ledger.start !== null, ledger.spent],
    digest: digest && [digest.startedAt !== null, digest.spent, digest.attendance],
    past: 'dinkes' in pastAfter(meeting),
    drawn: (dayChart(meeting).rows.find((row) => row.id === id)?.stretches.length ?? 0) > 0,
  };
}
const NOT_PRESENTED = {
  count: 1,
  listed: false,
  why: 'skipped',
  sheet: 0,
  ledger: [false, 0],
  digest: [false, 0, 'absent'],
  past: false,
  drawn: false,
};

describe('a turn that was started by mistake', () => {
  it('and skipped within a minute did not present', () => {
    const room = putOff(seconds(3));
    skip(room);
    expect(told(room)).toMatchObject(NOT_PRESENTED);
    room.send({ type: 'meeting.finish' });
    expect(told(room)).toMatchObject({ ...NOT_PRESENTED, turns: 1 });
  });

  it('and put off did not, until it goes on', () => {
    const room = putOff(seconds(59));
    expect(told(room)).toMatchObject({ ...NOT_PRESENTED, why: 'postponed', digest: [false, 0, null] });
    start(room, DINKES);
    expect(told(room)).toMatchObject({ count: 2, listed: true, past: true, sheet: 1 });
  });

  it('is told from its next start on, after what took place before that', () => {
    const room = putOff(seconds(10));
    room.clock.advance(minutes(5));
    const startedAt = room.clock.at();
    start(room, DINKES);
    room.clock.advance(minutes(5));
    room.send({ type: 'turn.finish', callNext: false });
    const meeting = room.meeting();
    const { items } = minutesOf(meeting, DEFAULT_OPTIONS);
    expect(items.map(({ title }) => title)).toEqual([PUPR, DINKES]);
    expect(items[1]?.time?.sessions).toEqual([{ from: startedAt, to: room.clock.at() }]);
    const { id } = room.item(DINKES);
    expect(ledgerOf(meeting).rows.find((row) => row.id === id)).toMatchObject({ start: startedAt, pauses: 0 });
    const drawn = dayChart(meeting).rows.filter(({ stretches }) => stretches.length > 0);
    expect(drawn.map(({ title }) => title)).toEqual([PUPR, DINKES]);
    expect(drawn[1]?.stretches).toEqual([{ kind: 'spoke', from: startedAt, to: room.clock.at() }]);
    // The clock loses nothing, and what happened stays recorded.
    expect(room.item(DINKES).turn.spent).toBe(minutes(5) + seconds(10));
    expect(room.item(DINKES).turn.ledger.map(({ what }) => what)).toEqual([
      ...['call', 'start', 'pause'],
      ...['call', 'start', 'finish'],
    ]);
  });

  it('keeps its first start where something was noted in it', () => {
    const room = putOff(seconds(10));
    room.send(noteOf(room.item(DINKES).id, 'ditunda'));
    start(room, DINKES);
    expect(minutesOf(room.meeting(), DEFAULT_OPTIONS).items.map(({ title }) => title)).toEqual([DINKES, PUPR]);
    expect(told(room)).toMatchObject({ sheet: 2 });
  });
});

describe('a start by mistake is no beginning', () => {
  /** Dinkes was started by mistake and put off; nothing else began. */
  function mistaken(): Room {
    const room = openRoom();
    start(room, DINKES);
    room.clock.advance(seconds(20));
    room.send({ type: 'turn.postpone', itemId: room.item(DINKES).id });
    return room;
  }

  it('for the rest of the day: its turn is adjusted, and what it spent counts', () => {
    const room = mistaken();
    const wish = { minimum: minutes(5), includeOwn: false, stretch: false };
    const propose = (at: string) => {
      const until = { kind: 'end', at: instantOf('2021-05-17', at, 'WITA') } as const;
      return proposeRefit(room.meeting(), { until, ...wish }, room.clock.at(), room.clock.mono());
    };
    const { id } = room.item(DINKES);
    const { rows, changes, finishAfter } = propose('09:30');
    expect(rows.map(({ kept }) => kept)).toEqual([null, null, null]);
    const whole = propose('18:00');
    expect([whole.changes, whole.finishAfter]).toEqual([[], whole.finishBefore]);
    room.send({ type: 'agenda.adjust', items: changes.map((change) => ({ ...change })) });
    expect(room.item(DINKES).adjusted).toEqual(rows.find(({ itemId }) => itemId === id)?.after);
    expect(propose('09:30').finishBefore).toBe(finishAfter);
    room.send({ type: 'meeting.edit', fields: { limits: { soft: minutes(5), hard: minutes(6) } } });
    expect(room.item(DINKES).adjusted).toBeNull();
  });

  it('for a pasted list and for a rundown, which may leave it out', () => {
    for (const replace of [
      { type: 'agenda.replaceAgencies', agencies: agencyRows('Dinas Sosial') },
      {
        type: 'agenda.fill',
        rows: [{ agency: null, kind: 'prayer', title: '', inCharge: '', planned: null, fixedStart: null }],
        replace: true,
        startAt: null,
      },
    ] as Command[]) {
      const room = mistaken();
      room.send(replace);
      expect(orderedItems(room.meeting()).map((item) => itemTitle(room.meeting(), item))).not.toContain(DINKES);
      expect(brokenRules(room.meeting())).toEqual([]);
      const begun = mistaken();
      begun.send(noteOf(begun.item(DINKES).id, 'ditunda'));
      expect(begun.refusal(replace)).toBe('agendaStarted');
    }
  });

  it('for its slides, its notes, the projector and the desk', () => {
    const room = mistaken();
    const { id: itemId } = room.item(DINKES);
    room.send({ type: 'screen.slidesOnCall', on: true });
    const slides = { hash: 'a'.repeat(64), name: 'bahan.pdf', bytes: 9_000, pages: 12 };
    room.send({ type: 'slides.attach', itemId, slides });
    room.send({ type: 'slides.page', itemId, page: 5 });
    room.send({ type: 'turn.call', itemId });
    expect(room.item(DINKES).slides?.page).toBe(1);
    room.send({ type: 'screen.layout', layout: 'agenda' });
    const view = projectorView(room.meeting(), { locale: 'id', theme: 'light', emblem: null }, () => '');
    const row = view.stage === 'agenda' ? view.rows.find(({ id }) => id === itemId) : undefined;
    expect(row).toMatchObject({ state: 'now', at: null });
    room.send(noteOf(itemId, 'Siapkan data'));
    expect(room.lastNote().minute).toBeNull();

    const over = putOff(seconds(20));
    start(over, DINKES);
    over.clock.advance(seconds(20));
    over.send({ type: 'turn.postpone', itemId: over.item(DINKES).id });
    over.send({ type: 'meeting.finish' });
    expect(shownItem(over.meeting(), null)?.id).toBe(over.item(PUPR).id);
  });
});

describe('a turn that goes on keeps its first session and its place', () => {
  it('however short it was, if it was finished and brought back', () => {
    const room = openRoom();
    const began = room.clock.at();
    start(room, DINKES);
    room.clock.advance(seconds(45));
    const ended = room.clock.at();
    room.send({ type: 'turn.finish', callNext: false });
    start(room, PUPR);
    room.clock.advance(minutes(10));
    room.send({ type: 'turn.finish', callNext: false });
    room.send({ type: 'turn.bringBack', itemId: room.item(DINKES).id });
    // It took place, whatever becomes of it.
    expect(told(room)).toMatchObject({ count: 2, listed: true, past: true, sheet: 1, ledger: [true, seconds(45)] });
    const again = room.clock.at();
    start(room, DINKES);
    room.clock.advance(minutes(5));
    room.send({ type: 'turn.finish', callNext: false });
    const { items } = minutesOf(room.meeting(), DEFAULT_OPTIONS);
    expect(items.map(({ title }) => title)).toEqual([DINKES, PUPR]);
    expect(items[0]?.time).toMatchObject({
      sessions: [
        { from: began, to: ended },
        { from: again, to: room.clock.at() },
      ],
      spent: minutes(5) + seconds(45),
    });
    expect(room.item(DINKES).turn.startedAt).toBe(began);
  });

  it.each(['restart', 'continue'] as const)('if the power went and the answer was "%s"', (choice) => {
    const room = openRoom();
    start(room, DINKES);
    const spent = choice === 'restart' ? minutes(6) : seconds(40);
    room.clock.advance(spent);
    let meeting = produce(room.meeting(), (draft) => recoverRunningTurn(draft, spent, room.clock.at()));
    const newId = countedIds('p');
    const send = (...commands: Command[]): void => {
      for (const command of commands) meeting = applyCommand(meeting, command, contextOf(room.clock, newId)).meeting;
    };
    const present = (name: string): void => {
      send({ type: 'turn.call', itemId: room.item(name).id }, { type: 'turn.start' });
      room.clock.advance(minutes(5));
      send({ type: 'turn.finish', callNext: false });
    };
    const sessions = () =>
      minutesOf(meeting, DEFAULT_OPTIONS).items.map(({ title, time }) => [title, time?.sessions.length]);
    send({ type: 'outage.answer', choice });
    room.clock.advance(seconds(10));
    send({ type: 'turn.postpone', itemId: room.item(DINKES).id });
    present(PUPR);
    expect(sessions()).toEqual([
      [DINKES, 1],
      [PUPR, 1],
    ]);
    present(DINKES);
    expect(sessions()).toEqual([
      [DINKES, 2],
      [PUPR, 1],
    ]);
  });
});

describe('a turn that was skipped', () => {
  const PRESENTED = { count: 2, listed: true, why: undefined, sheet: 1, past: true, drawn: true };
  it('after a minute presented until then', () => {
    const room = putOff(minutes(1));
    skip(room);
    expect(told(room)).toMatchObject({
      ...PRESENTED,
      ledger: [true, minutes(1)],
      digest: [true, minutes(1), 'present'],
    });
  });

  it('and in which something was noted presented, however short it was', () => {
    const room = putOff(seconds(3));
    room.send(noteOf(room.item(DINKES).id, 'ditunda'));
    skip(room);
    expect(told(room)).toMatchObject(PRESENTED);
  });

  it('without ever being started did not present, whatever was noted', () => {
    const room = openRoom();
    room.send(noteOf(room.item(DINKES).id, 'tidak hadir'));
    skip(room);
    expect(told(room)).toMatchObject({ ...NOT_PRESENTED, count: 0 });
  });

  it('is done if it was finished, however short it was', () => {
    const room = openRoom();
    start(room, DINKES);
    room.clock.advance(seconds(5));
    room.send({ type: 'turn.finish', callNext: false });
    expect(told(room)).toMatchObject({ count: 1, listed: true, ledger: [true, seconds(5)] });
  });
});
