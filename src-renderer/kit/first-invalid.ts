/**
 * Focuses the first invalid field of a form.
 * @returns true if there is one, and the form must not be sent
 */
export function focusFirstInvalid(form: HTMLElement | null): boolean {
  const field = form?.querySelector('[data-unreadable], [data-invalid]') ?? null;
  if (field === null) return false;
  const controls = '[role="spinbutton"], input:not([hidden]), textarea, button';
  const control = field.matches(controls) ? field : field.querySelector(controls);
  if (control instanceof HTMLElement) control.focus();
  return true;
}
