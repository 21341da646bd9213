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
export function useRowDrag(
  onDrop: (dragged: ItemId, place: DropPlace) => void,
  onFiles: (itemId: ItemId | null, files: File[]) => void,
) {
  const dragged = useRef<ItemId | null>(null);
  const [place, setPlace] = useState<DropPlace | null>(null);
  /** The row over which files are held; without one they are for whichever items their names say. */
  const over = useRef<HTMLElement | null>(null);
  const leave = (): void => {
    if (over.current !== null) delete over.current.dataset.files;
    over.current = null;
  };
  const overFiles = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    const row = rowOf(event.target);
    if (row === over.current) return;
    leave();
    over.current = row;
    if (row !== null) row.dataset.files = '';
  };
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
        if (dragged.current === null) {
          overFiles(event);
          return;
        }
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
        if (dragged.current === null) {
          const files = [...event.dataTransfer.files];
          const target = over.current?.dataset.itemId ?? null;
          leave();
          if (files.length === 0) return;
          event.preventDefault();
          onFiles(target, files);
          return;
        }
        event.preventDefault();
        if (place !== null && place.itemId !== dragged.current) onDrop(dragged.current, place);
        end();
      },
      onDragLeave: (event: DragEvent<HTMLElement>) => {
        const inside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
        if (!inside) leave();
      },
      onDragEnd: (event: DragEvent) => {
        const row = rowOf(event.target);
        if (row !== null) delete row.dataset.dragging;
        end();
      },
    },
  };
}
