import type { RefObject } from 'react';
import { IconButton } from './button.tsx';

/** Rows need not have the same buttons. */
const MARK = 'k-remove-row';

/** Hands the focus on to the button that takes away the next row of the list, or the one before. */
function leaveRow(otherwise: HTMLElement | null): void {
  const row = document.activeElement?.closest('li, tr');
  if (row == null) return;
  const beside = row.nextElementSibling ?? row.previousElementSibling;
  (beside?.querySelector<HTMLElement>(`.${MARK}`) ?? otherwise)?.focus();
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
      className={MARK}
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
