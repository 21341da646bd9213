import type { KeyboardEvent } from 'react';
import type { Composer } from '../kernel/saving/composer.ts';

/** Enter saves the note; with Shift it begins a new line, and while an input method composes a word it belongs to that. */
export const commitOnEnter =
  (composer: Composer) =>
  (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { key, shiftKey, altKey, ctrlKey, nativeEvent } = event;
    if (key !== 'Enter' || shiftKey || altKey || ctrlKey || nativeEvent.isComposing) return;
    event.preventDefault();
    void composer.commit();
  };
