import { type KeyboardEvent, useState } from 'react';
import type { ItemId } from '#core/model/agenda-item.ts';

/** A row that is being moved by keys. */
export interface Grabbed {
  readonly itemId: ItemId;
  /** Where it would go, counted in the order without it. */
  readonly index: number;
}

/** The rows between which what is grabbed would go; `null` at an end. */
export function neighboursOf(order: readonly ItemId[], { itemId, index }: Grabbed): [ItemId | null, ItemId | null] {
  const rest = order.filter((id) => id !== itemId);
  return [rest[index - 1] ?? null, rest[index] ?? null];
}

interface Options {
  readonly order: readonly ItemId[];
  /** Told of each new place, and of `null` when the row stays where it was. */
  onPlace(grabbed: Grabbed | null): void;
  onDrop(grabbed: Grabbed): void;
}

/**
 * Moves a row by the keys of its handle: Enter takes it, arrows choose its place, Enter puts it there, Escape leaves it where
 * it was. What a pointer does by dragging, in one step that undo takes back.
 */
export function useRowGrab({ order, onPlace, onDrop }: Options) {
  const [grabbed, setGrabbed] = useState<Grabbed | null>(null);
  const take = (next: Grabbed | null): void => {
    setGrabbed(next);
    onPlace(next);
  };
  return {
    grabbed,
    /** Lets go of it, for a handle that has lost the focus. */
    cancel: () => {
      if (grabbed !== null) take(null);
    },
    /** @returns whether the key was meant for it */
    onKeyDown: ({ key }: KeyboardEvent, itemId: ItemId): boolean => {
      if (grabbed === null) {
        if (key !== 'Enter' && key !== ' ') return false;
        take({ itemId, index: order.indexOf(itemId) });
        return true;
      }
      switch (key) {
        case 'ArrowUp':
        case 'ArrowDown': {
          const index = grabbed.index + (key === 'ArrowUp' ? -1 : 1);
          take({ ...grabbed, index: Math.min(order.length - 1, Math.max(0, index)) });
          return true;
        }
        case 'Enter':
        case ' ':
          setGrabbed(null);
          onDrop(grabbed);
          return true;
        case 'Escape':
          take(null);
          return true;
        default:
          return key !== 'Tab';
      }
    },
  };
}
