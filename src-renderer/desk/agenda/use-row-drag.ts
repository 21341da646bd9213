import { type DragEvent, useRef, useState } from 'react';
import type { ItemId } from '#core/model/agenda-item.ts';

/** Where a dragged row would go: before or after which one. */
export interface DropPlace {
  readonly itemId: ItemId;
  readonly after: boolean;
  /** Where the line between the two stands, px from the list's top. */
  readonly top: number;
}

/** What is dragged is a row of this list, and nothing that comes from elsewhere. */
const KIND = 'application/x-ekspose-item';

export const rowOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-item-id]') : null;

/**
 * Moves rows by dragging.
 * @returns handlers for the list around the rows, and the place where what is dragged would go (`null`: nowhere)
 */
export function useRowDrag(onDrop: (dragged: ItemId, place: DropPlace) => void) {
  const dragged = useRef<ItemId | null>(null);
  const [place, setPlace] = useState<DropPlace | null>(null);
  const end = (): void => {
    dragged.current = null;
    setPlace(null);
  };
  return {
    place,
    handlers: {
      onDragStart: (event: DragEvent) => {
        const row = rowOf(event.target);
        if (row === null) return;
        dragged.current = row.dataset.itemId ?? null;
        event.dataTransfer.setData(KIND, '');
        event.dataTransfer.effectAllowed = 'move';
        // After the picture of it was taken.
        requestAnimationFrame(() => {
          if (dragged.current !== null) row.dataset.dragging = '';
        });
      },
      onDragOver: (event: DragEvent<HTMLElement>) => {
        if (dragged.current === null) return;
        const row = rowOf(event.target);
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        if (row === null) return;
        const { top, height } = row.getBoundingClientRect();
        const after = event.clientY > top + height / 2;
        const from = event.currentTarget.getBoundingClientRect().top;
        const next = { itemId: row.dataset.itemId ?? '', after, top: (after ? top + height : top) - from };
        setPlace((before) => (before?.itemId === next.itemId && before.after === after ? before : next));
      },
      onDrop: (event: DragEvent) => {
        if (dragged.current === null) return;
        event.preventDefault();
        if (place !== null && place.itemId !== dragged.current) onDrop(dragged.current, place);
        end();
      },
      onDragEnd: (event: DragEvent) => {
        const row = rowOf(event.target);
        if (row !== null) delete row.dataset.dragging;
        end();
      },
    },
  };
}
