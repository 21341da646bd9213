import { type DragEvent, useState } from 'react';

/** For the part of the page that takes a file. */
export interface FileDrop {
  onDragOver(event: DragEvent): void;
  onDragLeave(): void;
  onDrop(event: DragEvent): void;
  readonly 'data-over'?: true;
}

/** Makes a part of the page take a file that is dropped on it. @param take called with the first of them */
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
