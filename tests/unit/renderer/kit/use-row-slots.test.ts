import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assignSlots } from '#renderer/kit/use-row-slots.ts';

it('gives the rows that come the places of those that go, in their order', () => {
  const first = assignSlots(new Map(), ['a', 'b', 'c'], null);
  expect([...assignSlots(first, ['x', 'b', 'y', 'z'], null)]).toEqual([
    ['x', 0],
    ['b', 1],
    ['y', 2],
    ['z', 3],
  ]);
});

it('keeps every row where it is, gives no two the same place, and the one that somebody is at to nobody', () => {
  const rows = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 8 });
  const courses = fc.array(fc.record({ rows, own: fc.option(fc.integer({ min: 0, max: 12 })) }), { minLength: 2 });
  fc.assert(
    fc.property(courses, (course) => {
      let slots: ReadonlyMap<number, number> = new Map();
      for (const { rows: ids, own } of course) {
        const next = assignSlots(slots, ids, own);
        expect([...next.keys()]).toEqual(ids);
        expect(new Set(next.values()).size).toBe(ids.length);
        for (const id of ids) if (slots.has(id)) expect(next.get(id)).toBe(slots.get(id));
        const ownSlot = own === null || next.has(own) ? undefined : slots.get(own);
        if (ownSlot !== undefined) expect([...next.values()]).not.toContain(ownSlot);
        slots = next;
      }
    }),
  );
});
