import { type DragEvent, useState } from 'react';

/** Props for the part of the page that accepts a file. */
export interface FileDrop {
  onDragOver(event: DragEvent): void;
  onDragLeave(): void;
  onDrop(event: DragEvent): void;
  readonly 'data-over'?: true;
}

/** Makes a part of the page accept dropped files. @param take called with the first one, and all of them */
export function useFileDrop(take: (first: File, all: readonly File[]) => void): FileDrop {
  const [isOver, setOver] = useState(false);
  return {
    ...(isOver ? { 'data-over': true } : {}),
    onDragOver: (event) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event) => {
      setOver(false);
      const files = [...event.dataTransfer.files];
      const [first] = files;
      if (first === undefined) return;
      event.preventDefault();
      take(first, files);
    },
  };
}
