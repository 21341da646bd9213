import { type DragEvent, useState } from 'react';

/** Props for the part of the page that accepts a file. */
export interface FileDrop {
  onDragOver(event: DragEvent): void;
  onDragLeave(): void;
  onDrop(event: DragEvent): void;
  readonly 'data-over'?: true;
}

/**
 * Whether what is dragged is for this part of the page: not for a part inside it that took it already, and not for a dialog
 * that React counts as inside it but that stands in front of it.
 */
const isFor = (event: DragEvent): boolean =>
  !event.isDefaultPrevented() && event.target instanceof Node && event.currentTarget.contains(event.target);

/**
 * Makes a part of the page accept dropped files. Of parts inside each other the innermost one takes them.
 * @param take called with the first one, and all of them
 */
export function useFileDrop(take: (first: File, all: readonly File[]) => void): FileDrop {
  const [isOver, setOver] = useState(false);
  return {
    ...(isOver ? { 'data-over': true } : {}),
    onDragOver: (event) => {
      const isOurs = isFor(event) && event.dataTransfer.types.includes('Files');
      setOver(isOurs);
      if (isOurs) event.preventDefault();
    },
    onDragLeave: () => setOver(false),
    onDrop: (event) => {
      setOver(false);
      if (!isFor(event)) return;
      const files = [...event.dataTransfer.files];
      const [first] = files;
      if (first === undefined) return;
      event.preventDefault();
      take(first, files);
    },
  };
}
