/**
 * Before the button that has the focus is taken away with its row: hands the focus to the same button of the next row of that list,
 * or of the one before. Whoever works by keys stays there.
 * @param otherwise takes it when no row is left
 */
export function leaveRow(otherwise?: HTMLElement | null): void {
  const button = document.activeElement;
  const row = button?.closest('li, tr');
  if (button == null || row == null) return;
  const nth = [...row.querySelectorAll('button')].indexOf(button as HTMLButtonElement);
  const beside = row.nextElementSibling ?? row.previousElementSibling;
  (beside?.querySelectorAll('button')[nth] ?? otherwise)?.focus();
}
