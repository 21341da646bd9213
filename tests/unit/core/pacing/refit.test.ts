import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { applyPatches } from 'immer';
import { describe, expect, it } from 'vitest';
import type { ListedAgency } from '#core/model/agency.ts';
import { Meeting } from '#core/model/meeting.ts';
import { ADJUST_STEP, proposeRefit, type RefitOptions } from '#core/pacing/refit.ts';
import { duration, instant, minutes } from '#core/time/units.ts';
import { instantOf } from '#core/time/zone.ts';
import { openRoom, type Room, start, steppedClock } from '../../../support/build-meeting.ts';

const DAY = '2021-05-17';
const at = (time: string) => instantOf(DAY, time, 'WITA');
const agencies = (count: number): ListedAgency[] =>
  Array.from({ length: count }, (_none, n) => ({
    id: `a${n}`,
    name: `Dinas ${n}`,
    short: `D${n}`,
    head: 'Kepala Dinas',
    inAgenda: true,
  }));

/** An open meeting of `count` agencies in which `first` is active. */
function rakor(count: number, time = '08:30'): Room {
  const room = openRoom({ agencies: agencies(count), clock: steppedClock(at(time)) });
  start(room, 'opening');
  return room;
}
const untilEnd = (time: string, more: Partial<RefitOptions> = {}): RefitOptions => ({
  until: { kind: 'end', at: at(time) },
  minimum: minutes(5),
  includeOwn: false,
  stretch: false,
  ...more,
});
const propose = (room: Room, wish: RefitOptions) =>
  proposeRefit(room.meeting(), wish, room.clock.at(), room.clock.mono());
const apply = (room: Room, wish: RefitOptions) =>
  room.send({ type: 'agenda.adjust', items: propose(room, wish).changes.map((change) => ({ ...change })) });

describe('adjusting the rest of the day', () => {
  it('cuts all alike so that the day ends when it is to end', () => {
    const room = rakor(20);
    const { rows, short, spare, finishBefore, target } = propose(room, untilEnd('14:40', { minimum: minutes(3) }));
    expect(finishBefore).toBeGreaterThan(target);
    expect(short).toBe(0);
    expect(spare).toBeLessThan(20 * ADJUST_STEP);
    const lengths = new Set(rows.filter(({ kept }) => kept === null).map(({ after }) => after.hard));
    expect(lengths.size).toBeLessThanOrEqual(2);
    for (const { after } of rows) expect((after.soft ?? 0) / (after.hard ?? 1)).toBeCloseTo(10 / 12, 1);
  });

  it('does not cut the turns before ishoma further than ishoma asks', () => {
    const room = rakor(20, '09:30');
    const { rows } = propose(room, untilEnd('14:40'));
    const lunch = at('12:00');
    const before = rows.filter(({ startAfter }) => startAfter < lunch).map(({ after }) => after.hard ?? 0);
    const after = rows.filter(({ startAfter }) => startAfter >= lunch).map(({ after: limits }) => limits.hard ?? 0);
    expect(after.length).toBeGreaterThan(0);
    expect(Math.min(...before)).toBeGreaterThan(Math.max(...after));
  });

  it('says by exactly how much it cannot be met', () => {
    const room = rakor(5);
    const { short, finishAfter, target, rows } = propose(room, untilEnd('09:00'));
    expect(short).toBeGreaterThan(0);
    expect(rows.every(({ after }) => after.hard === minutes(5))).toBe(true);
    expect(short).toBe(finishAfter - target);
    apply(room, untilEnd('09:00'));
    expect(propose(room, untilEnd('09:00')).finishBefore - target).toBe(short);
  });

  it('keeps limits of an item’s own unless they are included', () => {
    const room = rakor(8);
    const own = room.item('Dinas 3').id;
    room.send({ type: 'item.edit', itemId: own, fields: { limits: { soft: null, hard: minutes(20) } } });
    const hardOf = (wish: RefitOptions) => propose(room, wish).rows.find(({ itemId }) => itemId === own)?.after.hard;
    expect(hardOf(untilEnd('09:30'))).toBe(minutes(20));
    expect(hardOf(untilEnd('09:30', { includeOwn: true }))).toBeLessThan(minutes(20));
  });

  it('until ishoma touches only what comes before it', () => {
    const room = rakor(30, '09:30');
    const lunch = room.item('break').id;
    const { rows, finishAfter, short } = propose(room, {
      ...untilEnd('12:00'),
      until: { kind: 'break', itemId: lunch },
    });
    expect(short).toBe(0);
    expect(finishAfter).toBeLessThanOrEqual(at('12:00'));
    const order = room.meeting().agenda.order;
    for (const { itemId, kept, before, after } of rows) {
      if (order.indexOf(itemId) < order.indexOf(lunch)) continue;
      expect([kept, after]).toEqual(['behind', before]);
    }
  });

  it('is forgotten when limits are set by hand afterwards', () => {
    const room = rakor(10);
    apply(room, untilEnd('10:00'));
    expect(room.item('Dinas 1').adjusted).not.toBeNull();
    room.send({ type: 'meeting.edit', fields: { limits: { soft: null, hard: minutes(7) } } });
    expect(room.item('Dinas 1').adjusted).toBeNull();
  });

  it('is refused whole when a turn has begun meanwhile', () => {
    const room = rakor(4);
    const { changes } = propose(room, untilEnd('08:40'));
    room.send({ type: 'turn.finish', callNext: false });
    start(room, 'Dinas 0');
    const before = room.meeting();
    expect(room.refusal({ type: 'agenda.adjust', items: changes })).toBe('notAdjustable');
    expect(room.meeting()).toBe(before);
  });

  it('is kept through storage', () => {
    const room = rakor(10);
    apply(room, untilEnd('10:00'));
    expect(Meeting.parse(JSON.parse(JSON.stringify(room.meeting())))).toEqual(room.meeting());
  });
});

/** A rakor in the middle of its day, with turns done, skipped and running, some with limits of their own. */
const someDay = fc
  .record({
    count: fc.integer({ min: 1, max: 40 }),
    passed: fc.integer({ min: 0, max: 500 }),
    done: fc.integer({ min: 0, max: 5 }),
    own: fc.array(fc.tuple(fc.nat(39), fc.integer({ min: 1, max: 40 })), { maxLength: 5 }),
    skipped: fc.array(fc.nat(39), { maxLength: 3 }),
    coffee: fc.boolean(),
  })
  .map(({ count, passed, done, own, skipped, coffee }) => {
    const room = rakor(count);
    for (let turn = 0; turn < done; turn += 1) {
      room.clock.advance(minutes(7));
      room.send({ type: 'turn.finish', callNext: true });
      if (room.meeting().current === null) break;
      room.send({ type: 'turn.start' });
    }
    room.clock.advance(passed * 1_000);
    const pending = (n: number) =>
      Object.values(room.meeting().agenda.items).find(({ agencyId }) => agencyId === `a${n}`);
    for (const [n, length] of own) {
      const item = pending(n);
      if (item !== undefined)
        room.send({ type: 'item.edit', itemId: item.id, fields: { limits: { soft: null, hard: minutes(length) } } });
    }
    for (const n of skipped) {
      const item = pending(n);
      if (item?.status === 'waiting') room.send({ type: 'turn.skip', itemId: item.id });
    }
    if (coffee) {
      room.send({
        type: 'agenda.addOther',
        kind: 'break',
        title: '',
        planned: minutes(15),
        fixedStart: '10:00',
        index: 8,
      });
    }
    return room;
  });
const someWish = fc.record({
  until: fc.integer({ min: 500, max: 1_400 }),
  minimum: fc.integer({ min: 1, max: 14 }),
  includeOwn: fc.boolean(),
  stretch: fc.boolean(),
});
const wishOf = ({
  until,
  minimum,
  includeOwn,
  stretch,
}: {
  until: number;
  minimum: number;
  includeOwn: boolean;
  stretch: boolean;
}) => ({
  until: { kind: 'end', at: instant(at('00:00') + until * 60_000) } as const,
  minimum: minutes(minimum),
  includeOwn,
  stretch,
});

describe('whatever the day and the wish', () => {
  const runs = { numRuns: 150 };

  it('no turn is cut below the minimum, and only turns to come are changed', () => {
    fc.assert(
      fc.property(someDay, someWish, (room, asked) => {
        const wish = wishOf(asked);
        const before = room.meeting();
        const { rows, changes } = propose(room, wish);
        for (const { kept, after, before: was } of rows) {
          if (kept !== null) expect(after).toEqual(was);
        }
        for (const { itemId, limits } of changes) {
          const item = before.agenda.items[itemId];
          expect(['waiting', 'postponed', 'called']).toContain(item?.status);
          const given = item?.limits?.hard ?? before.limits.hard ?? 0;
          expect(limits.hard ?? 0).toBeGreaterThanOrEqual(Math.min(wish.minimum, given));
          if (!wish.stretch) expect(limits.hard ?? 0).toBeLessThanOrEqual(given);
        }
        apply(room, wish);
        const changed = new Set(changes.map(({ itemId }) => itemId));
        for (const [id, item] of Object.entries(room.meeting().agenda.items)) {
          if (!changed.has(id)) expect(item).toBe(before.agenda.items[id]);
        }
      }),
      runs,
    );
  });

  it('the time is used up to the rounding, or it says by exactly how much it is not enough', () => {
    fc.assert(
      fc.property(someDay, someWish, (room, asked) => {
        const wish = wishOf(asked);
        const { rows, short, spare, target, finishAfter } = propose(room, wish);
        expect([short, spare]).toEqual([Math.max(0, finishAfter - target), Math.max(0, target - finishAfter)]);
        const free = rows.filter(({ kept }) => kept === null);
        const given = (id: string) => room.meeting().agenda.items[id]?.limits?.hard ?? room.meeting().limits.hard ?? 0;
        if (short > 0) {
          // A turn before a break may be longer than the minimum only when that costs nothing.
          const shortened = proposeRefit(
            room.meeting(),
            { ...wish, until: { kind: 'end', at: instant(0) } },
            room.clock.at(),
            room.clock.mono(),
          );
          expect(shortened.finishAfter).toBe(finishAfter);
        } else if (!wish.stretch && free.some(({ itemId, after }) => (after.hard ?? 0) < given(itemId))) {
          expect(spare).toBeLessThan(free.length * ADJUST_STEP);
        }
        apply(room, wish);
        expect(propose(room, wish).finishBefore).toBe(finishAfter);
      }),
      runs,
    );
  });

  it('adjusting twice is adjusting once, and undo gives back the same meeting', () => {
    fc.assert(
      fc.property(someDay, someWish, someWish, (room, first, second) => {
        const before = room.meeting();
        const { inverse } = apply(room, wishOf(first));
        expect(isDeepStrictEqual(applyPatches(room.meeting(), [...inverse]), before)).toBe(true);
        expect(propose(room, wishOf(first)).changes).toEqual([]);
        const direct = propose(room, wishOf(second)).rows.filter(({ kept }) => kept === null);
        apply(room, wishOf(second));
        expect(propose(room, wishOf(second)).changes).toEqual([]);
        expect(direct.map(({ itemId, after }) => [itemId, after])).toEqual(
          propose(room, wishOf(second))
            .rows.filter(({ kept }) => kept === null)
            .map(({ itemId, after }) => [itemId, after]),
        );
      }),
      runs,
    );
  });

  it('more time never makes a turn shorter', () => {
    fc.assert(
      fc.property(someDay, someWish, fc.nat(300), (room, asked, more) => {
        const less = propose(room, wishOf(asked)).rows;
        const longer = propose(room, wishOf({ ...asked, until: asked.until + more })).rows;
        for (const [index, row] of less.entries()) {
          expect(longer[index]?.after.hard ?? 0).toBeGreaterThanOrEqual(row.after.hard ?? 0);
        }
      }),
      runs,
    );
  });
});

it('a length that is no whole step stays what it was while nothing is cut', () => {
  const room = rakor(3);
  const odd = duration(12 * 60_000 + 7_000);
  room.send({ type: 'meeting.edit', fields: { limits: { soft: null, hard: odd } } });
  expect(propose(room, untilEnd('23:00')).changes).toEqual([]);
});
