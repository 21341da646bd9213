import { type DragEvent, useState } from 'react';

/** Props for the part of the page that accepts a file. */
export interface FileDrop {
  onDragOver(event: DragEvent): void;
  onDragLeave(): void;
  onDrop(event: DragEvent): void;
  readonly 'data-over'?: true;
}

/** Makes a part of the page accept a dropped file. @param take called with the first one */
export function useFileDrop(take: (file: File) => void): FileDrop {
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
      const [file] = event.dataTransfer.files;
      if (file === undefined) return;
      event.preventDefault();
      take(file);
    },
  };
}
