/** Copies what is selected in a temporary field; works without permission for the clipboard. */
function copySelected(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.className = 'k-copied';
  field.readOnly = true;
  field.value = text;
  // Inside the open dialog: its focus scope would take the focus back from a field outside.
  (document.querySelector('[role="dialog"]') ?? document.body).append(field);
  field.select();
  // The only way to the clipboard that needs no permission; both hosts deny every one.
  const copied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}

/** Puts a text on the clipboard. @returns false if neither way works: the user must copy it by hand */
export async function copyText(text: string): Promise<boolean> {
  if (copySelected(text)) return true;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Denied by the host, or the window has lost the focus; the caller shows the text instead.
    return false;
  }
}
