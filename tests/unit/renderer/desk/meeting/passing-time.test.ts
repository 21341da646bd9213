import { describe, expect, it } from 'vitest';
import type { DeskView } from '#core/views/desk.ts';
import { beatOf } from '#renderer/desk/meeting/beat.ts';
import { timetableStore } from '#renderer/desk/meeting/timetable-store.ts';
import { noteOf, openRoom, type Room, start } from '../../../../support/build-meeting.ts';

/** A room's meeting as the desk's store holds it, the clocks that go with it, and timers that fire when they are told to. */
function deskOf(room: Room) {
  const listeners = new Set<() => void>();
  const timers = new Set<{ wait(): number | null; tick(): void }>();
  return {
    store: {
      current: () => ({ meeting: room.meeting() }) as DeskView,
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    clock: { now: room.clock.at, mono: room.clock.mono },
    timer: (wait: () => number | null, tick: () => void) => {
      const timer = { wait, tick };
      timers.add(timer);
      return { stop: () => void timers.delete(timer), wake: tick };
    },
    timers,
    /** Lets time go on to what the one timer waits for. */
    next: () => {
      const [timer] = timers;
      room.clock.advance(timer?.wait() ?? 0);
      timer?.tick();
    },
    tell: () => {
      for (const listener of listeners) listener();
    },
    listeners,
  };
}

describe('the beat', () => {
  it('is one timer for all who listen, and none for nobody', () => {
    const { store, clock, timer, timers, listeners } = deskOf(openRoom());
    const beat = beatOf(store, clock, timer);
    const ends = [beat.subscribe(() => undefined), beat.subscribe(() => undefined)];
    expect(timers.size).toBe(1);
    for (const end of ends) end();
    expect([timers.size, listeners.size]).toEqual([0, 0]);
  });

  it('falls on each second of a running turn, and on the minute while none runs', () => {
    const room = openRoom();
    const { store, clock, timer, next, tell } = deskOf(room);
    const heard: number[] = [];
    beatOf(store, clock, timer).subscribe(() => heard.push(room.clock.at()));
    room.clock.advance(20_000);
    next();
    expect(heard.map((at) => Math.floor(at / 60_000) * 60_000 + 1)).toEqual(heard);
    room.clock.advance(400);
    start(room, 'Dinas Kesehatan');
    tell();
    const begun = room.clock.at();
    next();
    next();
    expect(heard.slice(1).map((at) => Math.floor((at - begun) / 1000))).toEqual([1, 2]);
  });
});

describe('the timetable that all share', () => {
  it('calls whoever listens when it is another, and for nothing else', () => {
    const room = openRoom();
    const { store, clock, timer, tell, next } = deskOf(room);
    const timetable = timetableStore(store, clock, timer);
    let heard = 0;
    timetable.subscribe(() => {
      heard += 1;
    });
    room.send({ type: 'screen.blank', on: true });
    tell();
    expect(heard).toBe(0);
    start(room, 'Dinas Kesehatan');
    tell();
    expect(heard).toBe(1);
    next();
    expect(heard).toBe(2);
  });

  it('is the same while nothing of which it is made has changed', () => {
    const room = openRoom();
    const { store, clock, timer } = deskOf(room);
    const timetable = timetableStore(store, clock, timer);
    start(room, 'Dinas Kesehatan');
    const before = timetable.current();
    room.send({ type: 'screen.blank', on: true });
    room.send({
      type: 'draft.set',
      key: 'compose',
      draft: { ...noteOf(room.item('Dinas Kesehatan').id, 'satu'), visibility: 'auto' },
    });
    expect(timetable.current()).toBe(before);
  });

  it('is another after a minute that was given, and with the next minute of the day', () => {
    const room = openRoom();
    const { store, clock, timer } = deskOf(room);
    const timetable = timetableStore(store, clock, timer);
    start(room, 'Dinas Kesehatan');
    const before = timetable.current();
    room.send({ type: 'turn.addTime', by: 60_000 });
    const after = timetable.current();
    const next = room.item('Kecamatan Satui').id;
    expect((after.rows.get(next)?.start ?? 0) - (before.rows.get(next)?.start ?? 0)).toBe(60_000);
    room.clock.advance(60_000);
    expect(timetable.current()).not.toBe(after);
  });

  it('tells whoever listens, by one listener of its own', () => {
    const room = openRoom();
    const { store, clock, timer, listeners, tell } = deskOf(room);
    const timetable = timetableStore(store, clock, timer);
    let heard = 0;
    const ends = Array.from({ length: 3 }, () => timetable.subscribe(() => (heard += 1)));
    expect(listeners.size).toBe(1);
    start(room, 'Dinas Kesehatan');
    tell();
    expect(heard).toBe(3);
    for (const end of ends) end();
    expect(listeners.size).toBe(0);
  });
});
