import type { KeyboardEvent } from 'react';

/**
 * For a form's `onKeyDownCapture`: Ctrl+Enter saves from any field or button in it. It is caught in the capture phase,
 * since a button handles Enter itself; a text field still receives it, so that it reports what is wrong with its text.
 */
export function saveByKey(save: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const { target } = event;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) event.stopPropagation();
    save();
  };
}
