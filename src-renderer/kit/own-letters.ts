/** All that a letter sends besides `beforeinput` and `input`, which say what it has changed. */
const OF_A_LETTER = ['keydown', 'keypress', 'textInput', 'keyup'] as const;

const isLetter = (event: Event): boolean =>
  !(event instanceof KeyboardEvent) ||
  (event.key.length === 1 && !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing));

/**
 * Keeps the keystrokes of letters in boxes of several lines from everything but listeners of the window that capture them: there a
 * letter is text and nothing else. React would go through all components above the box for each of these events, several times
 * a letter.
 */
export function keepLetters(page: Window): void {
  for (const kind of OF_A_LETTER)
    page.addEventListener(
      kind,
      (event) => {
        if (event.target instanceof HTMLTextAreaElement && isLetter(event)) event.stopPropagation();
      },
      { capture: true },
    );
}
