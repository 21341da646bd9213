export const COMPOSER_ID = 'note-composer';

/** Marks a part of the page that has a text box of its own, which receives the keys pressed in that part. */
export const OWN_BOX = { 'data-own-box': '' } as const;

const composerBox = (): HTMLTextAreaElement | null => {
  const box = document.getElementById(COMPOSER_ID);
  return box instanceof HTMLTextAreaElement ? box : null;
};

/** Puts the cursor at the end of the note box. */
export function focusComposer(): void {
  const box = composerBox();
  box?.focus();
  box?.setSelectionRange(box.value.length, box.value.length);
}

/** Puts the cursor back where it was in the note box; at the end of one that was not used yet. */
export function returnToComposer(): void {
  const box = composerBox();
  if (box?.selectionEnd === 0) focusComposer();
  else box?.focus();
}

/**
 * Focuses the box for which words typed at this place are meant.
 * @returns whether there is one
 */
export function focusBoxFor(place: Element | null): boolean {
  const own = place?.closest('[data-own-box]')?.querySelector('textarea');
  if (own != null) own.focus();
  else returnToComposer();
  return own != null || composerBox() !== null;
}
