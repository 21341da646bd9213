import type { KeyboardEvent } from 'react';

/**
 * For a form's `onKeyDownCapture`: Ctrl+Enter saves from any field or button in it. It is caught in the capture phase,
 * since a button handles Enter itself; a field still receives it, so that it reports what is wrong with what it holds.
 */
export function saveByKey(save: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const { target } = event;
    const isField = target instanceof Element && target.matches('input, textarea, [role="spinbutton"]');
    if (!isField) event.stopPropagation();
    save();
  };
}
