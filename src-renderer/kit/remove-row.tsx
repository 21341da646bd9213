import type { RefObject } from 'react';
import { IconButton } from './button.tsx';

/** Hands the focus from a button of a row to the same button of the next row of that list, or of the one before. */
function leaveRow(otherwise: HTMLElement | null): void {
  const button = document.activeElement;
  const row = button?.closest('li, tr');
  if (button == null || row == null) return;
  const nth = [...row.querySelectorAll('button')].indexOf(button as HTMLButtonElement);
  const beside = row.nextElementSibling ?? row.previousElementSibling;
  (beside?.querySelectorAll('button')[nth] ?? otherwise)?.focus();
}

interface RemoveRowProps {
  readonly label: string;
  /** Takes the focus when no row is left. */
  readonly otherwise?: RefObject<HTMLElement | null>;
  onRemove(): void;
}

/** Takes its row away. Whoever does it by a key stays in the list; whoever points is given nothing that a key would do. */
export function RemoveRow({ label, otherwise, onRemove }: RemoveRowProps) {
  return (
    <IconButton
      size="small"
      icon="trash"
      label={label}
      onPress={({ byKey }) => {
        if (byKey) leaveRow(otherwise?.current ?? null);
        onRemove();
      }}
    />
  );
}
