import { useState } from 'react';

type Slots<Id> = ReadonlyMap<Id, number>;

/**
 * Each row with the slot it has; one that comes takes a slot of one that goes, in the order of the rows.
 * @param own the row whose slot no other gets
 */
export function assignSlots<Id>(before: Slots<Id>, ids: readonly Id[], own: Id | null): Slots<Id> {
  const here = new Set(ids);
  const free = [...before].flatMap(([id, slot]) => (here.has(id) || id === own ? [] : [slot]));
  let last = Math.max(-1, ...before.values());
  return new Map(
    ids.map((id) => {
      const known = before.get(id) ?? free.shift();
      if (known === undefined) last += 1;
      return [id, known ?? last];
    }),
  );
}

/**
 * Keys with which rows that come use the elements of those that go at once, as when another item's list is shown: an element
 * that exists costs a third of a new one. A row's component keeps no state of its own that is not the row's by another key.
 * @param ids the rows, in order
 * @param own the row that somebody is at: its element becomes no other's, so that what is pressed there means no other
 */
export function useRowSlots<Id>(ids: readonly Id[], own: Id | null): Slots<Id> {
  const [kept, setKept] = useState(() => ({ ids, slots: assignSlots<Id>(new Map(), ids, own) }));
  if (kept.ids.length === ids.length && ids.every((id, at) => id === kept.ids[at])) return kept.slots;
  const slots = assignSlots(kept.slots, ids, own);
  setKept({ ids, slots });
  return slots;
}
