export const COMPOSER_ID = 'note-composer';

/** Puts the cursor at the end of the note box. */
export function focusComposer(): void {
  const box = document.getElementById(COMPOSER_ID);
  if (!(box instanceof HTMLTextAreaElement)) return;
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
}
